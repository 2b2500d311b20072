import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { looksLikeLink } from '../lib/receipt/link';
import { isAddress, MAX_FILE_BYTES } from '../lib/receipt/open';
import { calledPath, readStandardInput } from './files';
import { Refused } from './terminal';

const MOST_FILES = 256;

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

/** An unpacked bundle, packed again: so a folder is judged by what judges a bundle. */
function packFolder(folder: string): Uint8Array {
  if (!existsSync(join(folder, 'receipt.json'))) {
    throw new Refused(
      `${JSON.stringify(folder)} has no receipt.json: name the folder of an unpacked bundle.`
    );
  }
  const content: Record<string, Uint8Array> = {};
  let [count, size] = [0, 0];
  for (const path of filesIn(folder)) {
    size += statSync(join(folder, path)).size;
    if (++count > MOST_FILES || size > MAX_FILE_BYTES) {
      throw new Refused(
        `${JSON.stringify(folder)} holds more than a bundle does: name a folder with an unpacked bundle alone.`
      );
    }
    content[path] = new Uint8Array(readFileSync(join(folder, path)));
  }
  return zipSync(content, { level: 0 });
}

/**
 * Reads what was named on the command line, for `openReceipt`: a file, a folder, a file:// address, a link, or - for
 * standard input.
 * @throws {Refused} when there is no such thing.
 */
export async function readSource(source: string): Promise<Uint8Array | string> {
  if (source === '-') return readStandardInput(MAX_FILE_BYTES);
  const isLink = looksLikeLink(source);
  const isOfFile = /^file:/i.test(source) && !isLink;
  const path = isOfFile ? pathOf(source) : calledPath(source);
  if (!existsSync(path)) {
    if (isLink || (isAddress(source) && !isOfFile)) return source;
    throw new Refused(`There is no file ${JSON.stringify(source)}.`);
  }
  const found = statSync(path);
  if (found.isDirectory()) return packFolder(path);
  return found.size > MAX_FILE_BYTES ? TOO_MUCH : new Uint8Array(readFileSync(path));
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    throw new Refused(`${JSON.stringify(address)} is no address of a file here: name its path.`);
  }
}
