import { fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';

const text = labWords.bits;

/** How many ULP double a number: as many as a float64 has fractions. */
export const OCTAVE = 2 ** 52;

/** Up to here whole numbers are written out. */
const WRITTEN_OUT = 1e6;

/** A number of ULP in words: `1,234`, or `9.2 × 10^18` with `^` where a power follows. */
export function ulpText(ulps: number): string {
  if (!Number.isFinite(ulps)) return '∞';
  if (ulps < WRITTEN_OUT) return numberText(ulps);
  const [factor, power] = ulps.toExponential(1).split('e+');
  return fill(text.times, { factor, power });
}

/** A text in which powers are written with `^`, as a screen reader should say it. */
export const spoken = (written: string): string =>
  written.replace(/\^(\d+)/g, (_, n: string) => fill(text.spokenPower, { n }));

/** A piece of a text, raised or not. */
export interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

/** Cuts `10^6 and` into `10`, raised `6`, ` and`. */
export const pieces = (written: string): Piece[] =>
  written
    .split(/(\^\d+)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('^') ? { text: part.slice(1), raised: true } : { text: part, raised: false }
    );
