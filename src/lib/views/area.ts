import { entryAt } from '../experiment/entry-at';
import type { MapSize } from './map-scales';
import { polyline } from './polyline';

/** A place on a map, as shares of its width and height from the top left. */
export type MapPoint = readonly [across: number, down: number];

/** Parts of a map, as closed rings; a ring within another is a hole. Rings may leave the map. */
export type Area = readonly (readonly MapPoint[])[];

/** Rings as an SVG path on a map of that size. */
export const areaPath = (area: Area, { width, height }: MapSize): string =>
  area.map((ring) => polyline(ring.map(([x, y]) => [x * width, y * height]))).join('');

/** The sides of a ring, from each corner to the next. */
const sidesOf = (ring: readonly MapPoint[]): (readonly [from: MapPoint, to: MapPoint])[] =>
  ring.map((from, index) => [from, entryAt(ring, (index + 1) % ring.length)]);

/** Whether a place lies within an area: a ray to the right crosses its rings an odd number of times. */
export function isWithin(area: Area, [x, y]: MapPoint): boolean {
  let inside = false;
  for (const ring of area) {
    for (const [[x1, y1], [x2, y2]] of sidesOf(ring))
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** In how many bands a map is cut to find the edges at a height: a handful then lie in each. */
const BANDS = 64;

/**
 * The same question for one area and many places: what is asked of an edge is only asked of those at that height.
 * @returns what `isWithin` answers for a place.
 */
export function insideOf(area: Area): (place: MapPoint) => boolean {
  const bandOf = (y: number) => Math.min(BANDS - 1, Math.max(0, Math.floor(y * BANDS)));
  const bands = Array.from({ length: BANDS }, (): ReturnType<typeof sidesOf> => []);
  for (const ring of area) {
    for (const side of sidesOf(ring)) {
      const [[, y1], [, y2]] = side;
      const within = bands.slice(bandOf(Math.min(y1, y2)), bandOf(Math.max(y1, y2)) + 1);
      for (const band of within) band.push(side);
    }
  }
  return ([x, y]) => {
    let inside = false;
    for (const [[x1, y1], [x2, y2]] of entryAt(bands, bandOf(y)))
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    return inside;
  };
}
