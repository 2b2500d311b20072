import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestPenguin } from '$lib/trainer';
import { mapScales } from '$lib/views/map-scales';

const penguinOf = (features: readonly [number, number], id = 0): TestPenguin => ({
  id,
  species: 'Adelie',
  island: 'Dream',
  sex: 'MALE',
  features
});

const measures = fc.array(fc.tuple(fc.integer({ min: 30, max: 60 }), fc.integer({ min: 2700, max: 6300 })), {
  minLength: 1,
  maxLength: 20
});

describe('the scales of a map', () => {
  it('place every penguin within the map, and back, however few or alike they are', () => {
    fc.assert(
      fc.property(measures, (all) => {
        const { x, y } = mapScales(all.map((features, id) => penguinOf(features, id)));
        for (const [first, second] of all) {
          expect(x(first)).toBeGreaterThan(0);
          expect(x(first)).toBeLessThan(1);
          expect(y(second)).toBeGreaterThan(0);
          expect(y(second)).toBeLessThan(1);
          expect(x.invert(x(first))).toBeCloseTo(first, 6);
          expect(y.invert(y(second))).toBeCloseTo(second, 6);
        }
      })
    );
  });

  it('put a single penguin in the middle', () => {
    const { x, y } = mapScales([penguinOf([45, 4000])]);
    expect([x(45), y(4000)]).toEqual([0.5, 0.5]);
  });
});
