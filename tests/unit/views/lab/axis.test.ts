import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentTicks, wholeTicks } from '$lib/views/lab/axis';
import { linearScale } from '$lib/views/linear-scale';

describe('whole numbers on an axis', () => {
  it('are apart and lie on it, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 100, max: 2000 }), (last, width) => {
        const at = linearScale([0, last], [0, width]);
        const found = wholeTicks([0, last], at);
        expect(found.every((value) => Number.isInteger(value) && value >= 0 && value <= last)).toBe(true);
        for (const [index, value] of found.slice(1).entries()) {
          expect(at(value) - at(found[index]!)).toBeGreaterThanOrEqual(44 - 1e-6);
        }
      })
    );
  });
});

describe('percentages on an axis', () => {
  it('count in fives, or in tens where they are many', () => {
    expect(percentTicks(80, 90)).toEqual([80, 85, 90]);
    expect(percentTicks(40, 100)).toEqual([40, 50, 60, 70, 80, 90, 100]);
  });
});
