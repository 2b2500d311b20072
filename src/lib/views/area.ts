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
