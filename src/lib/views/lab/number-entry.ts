/** Digits, with thousands apart by spaces or not; then a fraction after a point or a comma; then an exponent. */
const NUMBER = /^([+-]?)(\d{1,3}(?: \d{3})+|\d*)(?:([.,])(\d*))?(e[+-]?\d+)?$/i;
const SPACES = /[\s\u00a0\u202f]+/g;
const MINUS = /[−–‒‐‑]/g;

/**
 * The number that a reader means: with a decimal comma or point, any minus sign, an exponent.
 * @param whole whether only whole numbers make sense here.
 * @returns null where there is no number, or where it may mean two: “1,000” is one, or a thousand.
 */
export function numberEntered(text: string, whole: boolean): number | null {
  const plain = text.trim().replace(SPACES, ' ').replace(MINUS, '-');
  const [match, sign = '', integer = '', separator, fraction = '', exponent = ''] = NUMBER.exec(plain) ?? [];
  if (match === undefined || integer + fraction === '') return null;
  const mayBeThousands = fraction.length === 3 && exponent === '' && /^[1-9]\d{0,2}$/.test(integer);
  if (mayBeThousands && (separator === ',' || whole)) return null;
  return Number(`${sign}${integer.replaceAll(' ', '')}.${fraction || '0'}${exponent}`);
}
