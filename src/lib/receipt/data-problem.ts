import { refusal } from './refuse';
import { digestOf } from '../trainer/sha256';

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** The same bytes with each CR LF made LF. */
export const withPlainLineEnds = (bytes: Uint8Array): Uint8Array =>
  bytes.filter((byte, at) => byte !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED);

/** How these bytes fall short of being the data that a receipt names by its SHA-256, in a sentence; null if they do not. */
export function dataProblem(bytes: Uint8Array, sha256: string): string | null {
  const actual = digestOf(bytes);
  if (actual === sha256) return null;
  return digestOf(withPlainLineEnds(bytes)) === sha256
    ? refusal('data-line-ends')
    : refusal('data-other', { actual, sha256 });
}
