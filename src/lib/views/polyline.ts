import { pathRound } from 'd3-path';

/** Straight lines from point to point as an SVG path, to a tenth of a unit; empty for no points. */
export function polyline(points: readonly (readonly [x: number, y: number])[]): string {
  const path = pathRound(1);
  points.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  return path.toString();
}
