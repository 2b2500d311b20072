import type { MapSize } from './map-scales';
import { polyline } from './polyline';

/** A place on a map, as shares of its width and height from the top left. */
export type MapPoint = readonly [across: number, down: number];

/** Parts of a map, as closed rings; a ring within another is a hole. Rings may leave the map. */
export type Area = readonly (readonly MapPoint[])[];

/** Rings as an SVG path on a map of that size. */
export const areaPath = (area: Area, { width, height }: MapSize): string =>
  area.map((ring) => polyline(ring.map(([x, y]) => [x * width, y * height]))).join('');

/** Whether a place lies within an area: a ray to the right crosses its rings an odd number of times. */
export function isWithin(area: Area, [x, y]: MapPoint): boolean {
  let inside = false;
  for (const ring of area) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
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
  const bands = Array.from({ length: BANDS }, (): [MapPoint, MapPoint][] => []);
  for (const ring of area) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length];
      const last = bandOf(Math.max(from[1], to[1]));
      for (let band = bandOf(Math.min(from[1], to[1])); band <= last; band++) bands[band].push([from, to]);
    });
  }
  return ([x, y]) => {
    let inside = false;
    for (const [[x1, y1], [x2, y2]] of bands[bandOf(y)])
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    return inside;
  };
}
