/** Straight lines from point to point as an SVG path, to a tenth of a unit; empty for no points. */
export const polyline = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y)}`).join('');

const tenth = (value: number) => Math.round(10 * value) / 10;
