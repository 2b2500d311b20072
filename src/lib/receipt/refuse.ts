import type { Parsed } from '../experiment/parse-manifest';
import { plain } from '../experiment/plain';

/** What was no receipt, in one sentence that may quote a stranger's file. */
export const refuse = (message: string): Parsed<never> => ({ ok: false, message: plain(message) });

/** What a stranger called something, as JSON quotes it; too long a name is cut. */
export const quoted = (name: string, most = 60): string =>
  JSON.stringify(name.length > most ? `${name.slice(0, most)}…` : name);
