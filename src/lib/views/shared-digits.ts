import { entryAt } from '../experiment/entry-at';

/**
 * In about how many leading decimal digits the weights of two models agree: as many as do those two that are
 * furthest apart, measured by the larger of them. 0 where even the first digit may differ.
 */
export function sharedDigits(then: Float64Array, later: Float64Array): number {
  const apart = then.map((weight, place) => {
    const other = entryAt(later, place);
    return Math.abs(weight - other) / Math.max(Math.abs(weight), Math.abs(other));
  });
  // Two zeros are no distance apart, although that is 0 / 0.
  return Math.max(0, Math.floor(-Math.log10(Math.max(...apart.map((distance) => distance || 0)))));
}
