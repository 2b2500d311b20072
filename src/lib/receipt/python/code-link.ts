import { folded, unfolded } from '../link';
import { LESSON_CODE, type PythonCode } from './listing';

/**
 * How a link holds code: `p1.`, then base64url of zlib of JSON, as receipts have it. The trainer is left out where it is
 * the lesson's.
 */
const PREFIX = 'p1.';

/** The lesson’s trainer with changes needs 8,000 characters; all browsers carry several times that. */
const LONGEST = 12_000;

/** More than any code that fits a link; whoever unfolds to more is up to something. */
const MOST_BYTES = 256 * 1024;

export const isSameCode = (a: PythonCode, b: PythonCode): boolean =>
  a.program === b.program && a.trainer === b.trainer;

/** The fragment of a link to some code, without its #; null where it would be too long. */
export function codeLink({ program, trainer }: PythonCode): string | null {
  const code = trainer === LESSON_CODE.trainer ? { program } : { program, trainer };
  // Deflated, nothing gets a thousand times smaller: this need not be tried.
  if (program.length + trainer.length > MOST_BYTES) return null;
  const link = PREFIX + folded(JSON.stringify(code));
  return link.length > LONGEST ? null : link;
}

/** Whether a fragment is meant as a link to code. */
export const looksLikeCode = (hash: string): boolean => hash.startsWith(`#${PREFIX}`);

/** Reads some code, from a link or from storage; null for what is none. */
export function readCode(value: unknown): PythonCode | null {
  if (typeof value !== 'object' || value === null) return null;
  const { program, trainer = LESSON_CODE.trainer } = value as Partial<Record<keyof PythonCode, unknown>>;
  return typeof program === 'string' && typeof trainer === 'string' ? { program, trainer } : null;
}

/** The code that a fragment holds; null where it was damaged. */
export function readCodeLink(hash: string): PythonCode | null {
  const held = hash.slice(1 + PREFIX.length);
  const json = held.length > LONGEST ? null : unfolded(held, MOST_BYTES);
  try {
    return json ? readCode(JSON.parse(json)) : null;
  } catch {
    return null;
  }
}
