/** Apart from `lesson`: most readers never see these words. */
import { plain } from '../experiment/plain';
import type { Reason, Values } from '../experiment/reason';
import { reasons } from './en/reasons';
import { fill } from './fill';

type Known = Reason<keyof typeof reasons>;

/** A sentence of a table by its code, in one line that may quote what came from outside. */
export function sentence<Code extends string>(
  table: Readonly<Record<Code, string>>,
  code: Code,
  values: Values = {}
): string {
  const words = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? reasonText(value as Known) : value
  ]);
  return plain(fill(table[code], Object.fromEntries(words) as Record<string, string | number>));
}

/** Why something is no manifest, what a field takes, or why a training gave no result. */
export const reasonText = ({ code, values }: Known): string => sentence(reasons, code, values);
