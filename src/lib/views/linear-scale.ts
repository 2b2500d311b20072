/** A straight line from one interval to another, and back. */
export interface LinearScale {
  (value: number): number;
  invert(value: number): number;
}

/**
 * The two lines that are needed of d3-scale, which would bring colours and number formats along:
 * a tenth of what the first page may weigh.
 */
export function linearScale(
  [d0, d1]: readonly [number, number],
  [r0, r1]: readonly [number, number]
): LinearScale {
  const scale = (value: number) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
  const invert = (value: number) => d0 + ((value - r0) / (r1 - r0)) * (d1 - d0);
  return Object.assign(scale, { invert });
}
