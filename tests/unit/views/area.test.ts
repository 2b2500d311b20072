import fc from 'fast-check';
import { expect, it } from 'vitest';
import { insideOf, isWithin, type MapPoint } from '$lib/views/area';

/** Also beyond the map, where rings go. */
const share = fc.double({ min: -0.3, max: 1.3, noNaN: true });
const point = fc.tuple(share, share) satisfies fc.Arbitrary<MapPoint>;
const ring = fc.array(point, { minLength: 3, maxLength: 40 });

it('asked for many places, an area answers as it does for each', () => {
  fc.assert(
    fc.property(fc.array(ring, { maxLength: 3 }), fc.array(point, { minLength: 1 }), (area, places) => {
      const inside = insideOf(area);
      for (const place of [...places, ...area.flat()]) expect(inside(place)).toBe(isWithin(area, place));
    })
  );
});
