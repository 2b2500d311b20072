/** Apart from `compare`: the command line needs no more of its words. */
import { plain } from '../experiment/plain';
import type { Refusal } from '../experiment/environment/refusal';
import { environmentRefusals } from './en/compare/refusals';
import { fill } from './fill';

/** How much of a stranger's line is quoted. */
const LONGEST = 60;

/** Why something could not be read as an environment, in one sentence. */
export function environmentRefusal({ code, line, about }: Refusal): string {
  const quoted = about.length > LONGEST ? `${about.slice(0, LONGEST)}…` : about;
  return plain(fill(environmentRefusals[code], { line: line ?? '?', about: quoted === '' ? '?' : quoted }));
}
