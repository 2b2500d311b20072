import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { figureView, FIGURES, isGuess } from '$lib/views/why/figures';

const anyFigure = fc.constantFrom(...FIGURES);

describe('a published figure', () => {
  it.each(FIGURES)('$id is not told before it was guessed', (figure) => {
    const view = figureView(figure, null);
    expect(view.bars).toEqual([]);
    for (const value of figure.values)
      expect(JSON.stringify([view.ask, view.guess])).not.toContain(`${value}`);
  });

  it('is drawn on the scale of its slider, whatever was guessed', () => {
    fc.assert(
      fc.property(anyFigure, fc.nat(), (figure, n) => {
        const guess = (n % (figure.most / figure.step + 1)) * figure.step;
        expect(isGuess(figure, String(guess))).toBe(true);
        const { bars, guess: told } = figureView(figure, guess);
        for (const { share } of [...bars, told!]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(bars).toHaveLength(figure.values.length);
      })
    );
  });

  it('says how far off a guess is, and of a floor only what the study says', () => {
    const off = (index: number, guess: number) => figureView(FIGURES[index]!, guess).guess!.off;
    expect(off(0, 33)).toBe('That is the figure.');
    expect(off(0, 40)).toContain('7 points too high');
    expect(off(2, 10)).toContain('0.8 points too low');
    expect(off(1, 80)).toContain('over 70%');
    expect(off(1, 60)).toContain('10 points too low');
  });

  it.each(['', ' ', 'x', '-1', '101', '0.3', 'Infinity'])('cannot be guessed as “%s”', (text) => {
    expect(isGuess(FIGURES[0], text)).toBe(false);
  });
});
