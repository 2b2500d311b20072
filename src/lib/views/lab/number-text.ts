import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';

const { times, spokenPower } = labWords.numbers;

/** A number, or one in digits already, with the minus sign of print. */
export const signedText = (value: number | string): string => String(value).replace('-', '−');

/**
 * The shortest decimal that reads back as the same float64, as code has it and as it can be copied; unlike `String`, it
 * tells −0 from 0.
 */
export const decimalOf = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** A part of a whole in per cent, to three significant digits: a few in a million are not none. */
export const shareText = (part: number, whole: number): string =>
  `${Number(((100 * part) / whole).toPrecision(3))}%`;

/** A very large or very small number: `9.2 × 10^18`, with `^` where a power follows. */
export function powerText(value: number): string {
  const written = value.toExponential(1);
  const end = written.indexOf('e');
  return fill(times, {
    factor: signedText(written.slice(0, end)),
    power: signedText(Number(written.slice(end + 1)))
  });
}

const POWER = /\^(−?\d+)/;

/** A text in which powers are written with `^`, as a screen reader should say it. */
export const spoken = (written: string): string =>
  written.replace(new RegExp(POWER, 'g'), (_, n: string) => fill(spokenPower, { n }));

/** A piece of a text, raised or not. */
export interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

/** Cuts `10^6 and` into `10`, raised `6`, ` and`. */
export const pieces = (written: string): Piece[] =>
  written.split(POWER).flatMap((text, index) => (text === '' ? [] : [{ text, raised: index % 2 === 1 }]));
