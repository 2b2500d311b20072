import { numberText } from '../../../lesson';
import { powerText } from '../number-text';

/** How many ULP double a number: as many as a float64 has fractions. */
export const OCTAVE = 2 ** 52;

/** Up to here whole numbers are written out. */
const WRITTEN_OUT = 1e6;

/** A number of ULP in words: `1,234`, or `9.2 × 10^18` with `^` where a power follows. */
export function ulpText(ulps: number): string {
  if (!Number.isFinite(ulps)) return '∞';
  return ulps < WRITTEN_OUT ? numberText(ulps) : powerText(ulps);
}
