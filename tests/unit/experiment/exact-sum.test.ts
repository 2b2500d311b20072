import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, ulpDistance } from '$lib/experiment/lab';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Numbers of about the same size, whose sums are rounded by a digit or two. */
const near = fc.double({ min: -4, max: 4, noNaN: true });
const pairs = fc
  .oneof(fc.tuple(finite, finite), fc.tuple(near, near))
  .filter(([a, b]) => Number.isFinite(a + b));

describe('an exact sum', () => {
  it('is rounded to what addition gives, whatever is added', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(exactSum(a, b).rounded + 0).toBe(a + b + 0); // + 0: a sum of nothing has no sign here
      }),
      { numRuns: 2000 }
    );
  });

  it('lies between two neighbours, or is one float64', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { kept, dropped, inner, outer } = exactSum(a, b);
        expect(kept.length).toBeLessThanOrEqual(53);
        if (dropped === '') expect(inner).toBe(outer);
        else {
          expect(kept).toHaveLength(53);
          expect(dropped).toMatch(/1/);
          expect(Math.abs(outer)).toBeGreaterThan(Math.abs(inner));
          if (Number.isFinite(outer)) expect(ulpDistance(inner, outer)).toBe(1);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('is the same either way round, and mirrored with both signs turned', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(exactSum(b, a)).toEqual(exactSum(a, b));
        const { kept, dropped, rounded } = exactSum(a, b);
        const mirrored = exactSum(-a, -b);
        expect([mirrored.kept, mirrored.dropped, mirrored.rounded + 0]).toEqual([
          kept,
          dropped,
          -rounded + 0
        ]);
      })
    );
  });

  it.each([
    [1, 2 ** -53, '1', 1],
    [1 + 2 ** -52, 2 ** -53, '1', 1 + 2 ** -51],
    [1, 3 * 2 ** -54, '11', 1 + 2 ** -52],
    [1, 2 ** -54, '01', 1],
    [0.5, 0.25, '', 0.75]
  ])('%d + %d drops “%s” and gives %d: halfway, the even one', (a, b, dropped, rounded) => {
    expect(exactSum(a, b)).toMatchObject({ dropped, rounded });
  });

  it('refuses what is no sum of finite numbers', () => {
    for (const [a, b] of [
      [NaN, 1],
      [Infinity, 1],
      [Number.MAX_VALUE, Number.MAX_VALUE]
    ] as const)
      expect(() => exactSum(a, b)).toThrow(RangeError);
  });
});
