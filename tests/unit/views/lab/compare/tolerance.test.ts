import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent } from '$lib/experiment';
import { toleranceView } from '$lib/views/lab/compare/tolerance';
import { PAIRS, pairNamed } from './compared-runs';

const anyPair = fc.constantFrom(...(Object.keys(PAIRS) as (keyof typeof PAIRS)[])).map(pairNamed);

describe('a tolerance', () => {
  it('lets through what is within it, and says what that hides', () => {
    const view = toleranceView(pairNamed('l2'), 14);
    expect(view.within).toBe(true);
    expect(view.verdict).toBe('Counts as a match: the scores are 14 points apart.');
    expect(view.hides.lead).toBe('Within 14 points, yet');
    expect(view.hides.items[0]).toBe('28 of 100 penguins are classified differently');
    expect(view.hides.items[1]).toMatch(/^bits differ in .*32 bytes of the fingerprint$/);
  });

  it('keeps out what is beyond it, and says from where on it would not', () => {
    const view = toleranceView(pairNamed('l2'), 13.5);
    expect(view.within).toBe(false);
    expect(view.verdict).toBe('No match: the scores are 14 points apart.');
    expect(view.hides.lead).toBe('From 14 points on it would be a match, yet');
  });

  it('names the same accuracy, yet flips, without any tolerance at all', () => {
    const view = toleranceView(pairNamed('reversed'), 0);
    expect(view.verdict).toBe('Counts as a match: the scores are equal.');
    expect(view.hides.lead).toBe('Within 0 points, yet');
    expect(view.hides.items).toContain('6 of 100 penguins are classified differently');
  });

  it('hides nothing when nothing differs', () => {
    expect(toleranceView(pairNamed('nothing'), 20).hides).toEqual({
      lead: 'It hides nothing here: the two runs are the same, bit for bit.',
      items: []
    });
  });

  it('hides another yardstick, and other penguins', () => {
    expect(toleranceView(pairNamed('labels'), 5).hides.items).toEqual([
      '5 test penguins have another label, so the yardstick changed'
    ]);
    expect(toleranceView(pairNamed('split'), 20).hides.items.join()).toMatch(
      /tested on other penguins, \d+ in common/
    );
  });

  it('says so when no tolerance is wide enough', () => {
    const pair = pairNamed('l2');
    const hopeless = { ...pair, later: { ...pair.later, accuracy: { correct: 50, total: 100 } } };
    expect(toleranceView(hopeless, 20).hides).toEqual({
      lead: 'No tolerance up to 20 points would make this pair a match.',
      items: []
    });
  });

  it('never turns a match into none by growing', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (pair, a, b) => {
        const [narrow, wide] = [Math.min(a, b) / 2, Math.max(a, b) / 2];
        if (toleranceView(pair, narrow).within) expect(toleranceView(pair, wide).within).toBe(true);
      })
    );
  });

  it('is a band on the line that holds the later run exactly when it is within', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 40 }), (pair, halves) => {
        const { line, within } = toleranceView(pair, halves / 2);
        const slack = 1e-9;
        expect(line.later.at >= line.band.from - slack && line.later.at <= line.band.to + slack).toBe(within);
        for (const at of [line.band.from, line.band.to, line.then.at, line.later.at]) {
          expect(at).toBeGreaterThanOrEqual(-slack);
          expect(at).toBeLessThanOrEqual(100 + slack);
        }
      })
    );
  });

  it('never calls a difference nothing', () => {
    const pair = pairNamed('nothing');
    const view = toleranceView(
      {
        ...pair,
        then: { ...pair.then, accuracy: { correct: 298, total: 299 } },
        later: { ...pair.later, accuracy: { correct: 299, total: 300 } }
      },
      0
    );
    expect(percent({ correct: 298, total: 299 })).not.toBe(percent({ correct: 299, total: 300 }));
    expect(view.verdict).toBe('No match: the scores are less than 0.1 points apart.');
  });
});
