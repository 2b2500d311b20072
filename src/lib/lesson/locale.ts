import { locale } from './en/locale';

export { locale };

const conjunction = new Intl.ListFormat(locale.tag, { type: 'conjunction' });
const sequence = new Intl.ListFormat(locale.tag, { type: 'unit' });
const numbers = new Intl.NumberFormat(locale.tag);
const plurals = new Intl.PluralRules(locale.tag);

/** Such as “epochs, l2, and seed”. */
export const allOf = (names: readonly string[]): string => conjunction.format(names);

/** Such as “epochs, l2, seed”. */
export const listOf = (names: readonly string[]): string => sequence.format(names);

/** A number with its thousands apart, such as “1,000,000”. */
export const numberText = (value: number): string => numbers.format(value);

/** Which wording a number takes. */
export const pluralOf = (n: number): Intl.LDMLPluralRule => plurals.select(n);
