import { plain } from '../experiment/plain';
import type { Receipt } from '../experiment/receipt';
import type { Stranger } from '../experiment/stranger';
import { fill } from '../lesson/fill';
import { strangers as words } from '../lesson/strangers';
import { bundledFiles } from './bundle';
import type { BundleFiles } from './bundle/files';
import type { BundledFile } from './bundle/ro-crate';
import { withPlainLineEnds } from './data-problem';
import { openBundle, type BundleEntry } from './read-bundle';
import { quoted } from './refuse';

/** These two are read by whoever opens a bundle, and checked for themselves. */
const CHECKED = ['receipt.json', 'penguins.csv'];

const LINE_FEED = 10;

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** How a file differs from the one that belongs in its place; null if it does not. */
function differenceOf({ size, unpack }: BundleEntry, { bytes }: BundledFile): Stranger['kind'] | null {
  // Whatever has another size is another file: it is told apart without being unpacked.
  const withCarriageReturns = bytes.length + bytes.filter((byte) => byte === LINE_FEED).length;
  const found = size === bytes.length || size === withCarriageReturns ? unpack() : null;
  if (found === null) return 'changed';
  if (isSame(found, bytes)) return null;
  return isSame(withPlainLineEnds(found), bytes) ? 'line-ends' : 'changed';
}

/**
 * Names the files in a bundle that are not those that Retrace makes for its receipt: whoever unpacks it is about to
 * run some of them.
 * @param entries all files of the bundle; the two that are read when it is opened are left out here.
 * @param files what `./bundle/files` holds, of the version that asks.
 */
export function strangersAmong(
  entries: readonly BundleEntry[],
  receipt: Receipt,
  files: BundleFiles
): readonly Stranger[] {
  const made = new Map(bundledFiles(receipt, files).map((file) => [file.path.toLowerCase(), file]));
  return entries.flatMap((entry): Stranger[] => {
    const path = entry.path?.toLowerCase();
    if (path !== undefined && CHECKED.includes(path)) return [];
    const own = path === undefined ? undefined : made.get(path);
    const kind = own ? differenceOf(entry, own) : 'unknown';
    return kind === null ? [] : [{ path: entry.name, kind }];
  });
}

/** The same for the bytes of a bundle; whatever is none has no strangers. */
export function strangersIn(zip: Uint8Array, files: BundleFiles): readonly Stranger[] {
  const bundle = openBundle(zip);
  return bundle.ok ? strangersAmong(bundle.value.entries, bundle.value.receipt, files) : [];
}

/** Named at most; the rest is counted. */
const MOST_NAMED = 10;

function list(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).join(', ');
  return paths.length > MOST_NAMED ? fill(words.more, { paths: named, n: paths.length - MOST_NAMED }) : named;
}

/** What is to know of the other files of a bundle, a sentence a kind. */
export const strangersReport = (strangers: readonly Stranger[]): readonly string[] =>
  (['changed', 'unknown', 'line-ends'] as const).flatMap((kind) => {
    const paths = strangers.filter((stranger) => stranger.kind === kind).map(({ path }) => quoted(path));
    return paths.length === 0 ? [] : [plain(fill(words[kind], { paths: list(paths) }))];
  });
