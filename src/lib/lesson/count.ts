import { fill } from './fill';
import { pluralOf } from './locale';

/** A text with a wording for each kind of number that its language tells apart; each may say `{n}`. */
export type Counted = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The wording for `n`, filled with it and with any further values. */
export const count = (
  text: Counted,
  n: number,
  values: Readonly<Record<string, string | number>> = {}
): string => fill(text[pluralOf(n)] ?? text.other, { n, ...values });
