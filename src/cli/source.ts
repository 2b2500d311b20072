import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parsed } from '../lib/experiment';
import { looksLikeLink } from '../lib/receipt/link';
import { isAddress, MAX_FILE_BYTES } from '../lib/receipt/open';
import type { BundleFile } from '../lib/receipt/read-bundle';
import { refuse } from '../lib/receipt/refuse';
import { pathOf } from '../lib/receipt/zip-name';
import { calledPath, readStandardInput } from './files';
import { refused } from './terminal';

const MOST_FILES = 256;

/** A run of MLflow has a file for each parameter. */
const MOST_RUN_FILES = 5000;

/** One byte more than allowed is enough to be refused for it. */
const TOO_MUCH = new Uint8Array(MAX_FILE_BYTES + 1);

/** A Git repository may be around a bundle, and is none of it. */
const isAround = (name: string): boolean => name === '.git';

/** The paths of all files in a folder, with / between their parts. */
function* filesIn(folder: string, below = ''): Generator<string> {
  for (const name of readdirSync(join(folder, below)).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    if (isAround(name)) continue;
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found?.isDirectory()) yield* filesIn(folder, path);
    else if (found?.isFile()) yield path;
  }
}

/** The files of an unpacked bundle, to be judged by what judges those of a zip. */
function filesOf(folder: string): BundleFile[] {
  const files: BundleFile[] = [];
  for (const path of filesIn(folder)) {
    if (files.length === MOST_FILES) {
      throw refused('more-than-a-bundle', { folder: JSON.stringify(folder) });
    }
    const { size } = statSync(join(folder, path));
    const name = pathOf(path) ?? path; // some programs unpack a\b as a file of that name
    const read = (limit: number): Parsed<Uint8Array> =>
      size > limit
        ? refuse('loose-file-too-large', { name, bytes: size })
        : { ok: true, value: new Uint8Array(readFileSync(join(folder, path))) };
    files.push({ name, size, read });
  }
  return files;
}

/** What was named on the command line: bytes or a text for `openReceipt`, or the files of a folder. */
export type Source = Uint8Array | string | readonly BundleFile[];

/**
 * Reads what was named: a file, a folder, a file:// address, a link, or - for standard input.
 * @throws {Refused} when there is no such thing.
 */
export async function readSource(source: string): Promise<Source> {
  if (source === '-') return readStandardInput(MAX_FILE_BYTES);
  const isLink = looksLikeLink(source);
  const isOfFile = /^file:/i.test(source) && !isLink;
  const path = isOfFile ? addressed(source) : calledPath(source);
  if (!existsSync(path)) {
    if (isLink || (isAddress(source) && !isOfFile)) return source;
    throw refused('no-file', { path: JSON.stringify(source) });
  }
  const found = statSync(path);
  if (found.isDirectory()) return filesOf(path);
  return found.size > MAX_FILE_BYTES ? TOO_MUCH : new Uint8Array(readFileSync(path));
}

/**
 * Reads what was named to be compared: a file, those files of a folder that are wanted, or - for standard input.
 * @param most bytes of a file; one byte more is enough to be refused for it.
 * @throws {Refused} when there is no such thing.
 */
export async function readFilesOf(
  source: string,
  isWanted: (name: string) => boolean,
  most: number
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  if (source === '-') return [{ name: '', bytes: await readStandardInput(most) }];
  const path = calledPath(source);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw refused('no-file', { path: JSON.stringify(source) });
  const read = (file: string, size: number): Uint8Array =>
    size > most ? new Uint8Array(most + 1) : new Uint8Array(readFileSync(file));
  if (!found.isDirectory()) return [{ name: basename(path), bytes: read(path, found.size) }];
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const name of filesIn(path)) {
    if (!isWanted(name)) continue;
    if (files.length === MOST_RUN_FILES) {
      throw refused('more-than-a-run', { folder: JSON.stringify(source) });
    }
    const file = join(path, name);
    files.push({ name, bytes: read(file, statSync(file).size) });
  }
  return files;
}

function addressed(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    throw refused('no-address', { address: JSON.stringify(address) });
  }
}
