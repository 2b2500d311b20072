import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotAxis, dotX, highestPile, pileDots, pileHeight } from '$lib/views/lab/leak/dot-plot';

const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 });

describe('the dots', () => {
  it('have an axis in steps of five, with air at both ends', () => {
    expect(dotAxis([74, 90])).toEqual({ domain: [70, 95], ticks: [70, 75, 80, 85, 90, 95] });
    expect(dotAxis([85])).toEqual({ domain: [80, 90], ticks: [80, 85, 90] });
  });

  it('never lie on an edge, outside, or on one another', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const axis = dotAxis(values);
        const height = pileHeight(highestPile(values));
        const dots = pileDots(values, axis, height);
        expect(dots).toHaveLength(values.length);
        expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(values.length);
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(100);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
        }
      })
    );
  });

  it('stand further right the higher their value', () => {
    const axis = dotAxis([74, 90]);
    expect([70, 82.5, 95].map((value) => dotX(axis, value))).toEqual([0, 50, 100]);
  });

  it('pile up where values are equal', () => {
    expect(highestPile([])).toBe(0);
    expect(highestPile([81, 80, 81, 81])).toBe(3);
  });
});
