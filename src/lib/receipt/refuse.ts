import type { Parsed } from '../experiment/parse-manifest';
import { plain } from '../experiment/plain';
import { fill } from '../lesson/fill';
import { refusals } from '../lesson/refusals';

type Code = keyof typeof refusals;
type Values = Readonly<Record<string, string | number>>;

/** Why something was no receipt, in one sentence that may quote a stranger's file. */
export const refusal = (code: Code, values: Values = {}): string => plain(fill(refusals[code], values));

export const refuse = (code: Code, values?: Values): Parsed<never> => ({
  ok: false,
  message: refusal(code, values)
});

/** What a stranger called something, as JSON quotes it; too long a name is cut. */
export const quoted = (name: string, most = 60): string =>
  JSON.stringify(name.length > most ? `${name.slice(0, most)}…` : name);
