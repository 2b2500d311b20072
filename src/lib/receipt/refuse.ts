import type { Parsed } from '../experiment/parsed';
import type { Values } from '../experiment/reason';
import { sentence } from '../lesson/reason';
import { refusals } from '../lesson/refusals';

type Code = keyof typeof refusals;

/** Why something was no receipt, in one sentence that may quote a stranger's file. */
export const refusal = (code: Code, values?: Values): string => sentence(refusals, code, values);

/** Refuses in the sentence itself, which is all that anyone does with it: nothing depends on which it is. */
export const refuse = (code: Code, values?: Values): Parsed<never> => ({
  ok: false,
  message: refusal(code, values)
});

/** What a stranger called something, as JSON quotes it; too long a name is cut. */
export const quoted = (name: string, most = 60): string =>
  JSON.stringify(name.length > most ? `${name.slice(0, most)}…` : name);
