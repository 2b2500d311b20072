import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';

/** Digits, with thousands apart by spaces or not; then a fraction after a point or a comma; then an exponent. */
const NUMBER = /^([+-]?)(\d{1,3}(?: \d{3})+|\d*)(?:([.,])(\d*))?(e[+-]?\d+)?$/i;
const SPACES = /[\s\u00a0\u202f]+/g;
const MINUS = /[−–‒‐‑]/g;

interface Reading {
  readonly number: number;
  /** The same digits with a separator of thousands, where they may mean that. */
  readonly thousands: number | null;
}

function read(text: string, whole: boolean): Reading | null {
  const plain = text.trim().replace(SPACES, ' ').replace(MINUS, '-');
  const [match, sign = '', integer = '', separator, fraction = '', exponent = ''] = NUMBER.exec(plain) ?? [];
  if (match === undefined || integer + fraction === '') return null;
  const isPair = fraction.length === 3 && exponent === '' && /^[1-9]\d{0,2}$/.test(integer);
  return {
    number: Number(`${sign}${integer.replaceAll(' ', '')}.${fraction || '0'}${exponent}`),
    thousands: isPair && (separator === ',' || whole) ? Number(`${sign}${integer}${fraction}`) : null
  };
}

/**
 * The number that a reader means: with a decimal comma or point, any minus sign, an exponent.
 * @param whole whether only whole numbers make sense here.
 * @returns null where there is no number, or where it may mean two: “1,000” is one, or a thousand.
 */
export function numberEntered(text: string, whole: boolean): number | null {
  const reading = read(text, whole);
  return reading?.thousands === null ? reading.number : null;
}

/** What to write in place of a number that may mean two, in a sentence; null where it does not. */
export function ambiguityOf(text: string, whole: boolean): string | null {
  const reading = read(text, whole);
  if (reading === null || reading.thousands === null) return null;
  return fill(labWords.setup.fields.ambiguous, {
    text: text.trim(),
    thousands: reading.thousands,
    number: reading.number
  });
}
