/** A number, or one in digits already, with the minus sign of print. */
export const signedText = (value: number | string): string => String(value).replace('-', '−');

/** A part of a whole in per cent, to three significant digits: a few in a million are not none. */
export const shareText = (part: number, whole: number): string =>
  `${Number(((100 * part) / whole).toPrecision(3))}%`;
