import type { Parsed } from '../experiment/parsed';
import type { Receipt } from '../experiment/receipt';
import { inflateWithin } from './inflate';
import { MAX_RECEIPT_BYTES, parseReceipt } from './parse-receipt';
import { dataProblem } from './data-problem';
import { decodeText } from './decode-text';
import { quoted, refuse } from './refuse';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** Nothing larger is even opened; a bundle has about 50 KB. */
export const MAX_BUNDLE_BYTES = 4 * 1024 * 1024;

/** The data has 13 KB; what is far larger is none of it. */
const MAX_DATA_BYTES = 256 * 1024;

/** What little more a short file may have where it is compressed. */
const MOST_OVERHEAD = 1024;

const STORED = 0;
const DEFLATED = 8;

/** CRC-32 as zip uses it: the reflected polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function unpackWithin(entry: ZipEntry, limit: number): Parsed<Uint8Array> {
  const { name, method, size, compressed } = entry;
  const larger = Math.max(size, compressed.length); // what is compressed may be larger and unfold to nothing
  if (larger > limit) {
    return refuse('file-too-large', { name, bytes: larger });
  }
  if (method !== STORED && method !== DEFLATED) {
    return refuse('file-method', { name });
  }
  const damaged = refuse('file-damaged', { name });
  try {
    const bytes = method === STORED ? compressed : inflateWithin(compressed, size);
    if (bytes === null) {
      return refuse('file-unfolds', { name });
    }
    return bytes.length === size && crc32(bytes) === entry.crc32 ? { ok: true, value: bytes } : damaged;
  } catch {
    return damaged; // what is there cannot be unfolded
  }
}

/** What a computer adds to a folder by itself, and no one runs. */
const isAddedByMac = (name: string): boolean => /^__MACOSX(\/|$)|(^|\/)(\._[^/]*|\.DS_Store)$/.test(name);

const depth = (name: string): number => name.split('/').length;

/** One file of what may be a bundle, in a zip or in a folder. */
export interface BundleFile {
  /** Its path, with / between folders. */
  readonly name: string;
  /** As declared, in bytes. */
  readonly size: number;
  /** Reads it, if it has no more than so many bytes. */
  readonly read: (limit: number) => Parsed<Uint8Array>;
}

/** A bundle that was unpacked and zipped again may lie in a folder, or in a folder in a folder. */
function findReceipt(files: readonly BundleFile[]): Parsed<BundleFile> {
  const all = files.filter(({ name }) => /(^|\/)receipt\.json$/i.test(name));
  const least = Math.min(...all.map(({ name }) => depth(name)));
  const [found, another] = all.filter(({ name }) => depth(name) === least);
  if (!found) return refuse('no-receipt');
  return another
    ? refuse('two-receipts', { one: quoted(found.name), other: quoted(another.name) })
    : { ok: true, value: found };
}

/** One file of an opened bundle; nothing of it has been unpacked. */
export interface BundleEntry {
  /** Its path in the bundle's own folder; null where it lies outside of it. */
  readonly path: string | null;
  /** Its path in what was opened. */
  readonly name: string;
  /** As declared, in bytes. */
  readonly size: number;
  /** Unpacks it; null when it was damaged, or is larger than declared. */
  readonly unpack: () => Uint8Array | null;
}

export interface OpenedBundle {
  readonly receipt: Receipt;
  /** All its files, without what a computer adds by itself. */
  readonly entries: readonly BundleEntry[];
}

function bundleEntry({ name, size, read }: BundleFile, folder: string): BundleEntry {
  const unpack = (): Uint8Array | null => {
    const bytes = read(size + MOST_OVERHEAD);
    return bytes.ok ? bytes.value : null;
  };
  return { path: name.startsWith(folder) ? name.slice(folder.length) : null, name, size, unpack };
}

/**
 * Finds the bundle among these files. Only the receipt and the data are read, and no more of them than they may
 * have; the rest is only listed, because nothing from a bundle is ever run.
 */
export function bundleAmong(all: readonly BundleFile[]): Parsed<OpenedBundle> {
  const files = all.filter(({ name }) => !isAddedByMac(name));
  const found = findReceipt(files);
  if (!found.ok) return found;
  const bytes = found.value.read(MAX_RECEIPT_BYTES);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  if (!text.ok) return text;
  const receipt = parseReceipt(text.value);
  if (!receipt.ok) return receipt;

  const { sha256 } = receipt.value.manifest.data;
  const folder = found.value.name.slice(0, -'receipt.json'.length);
  const dataName = `${folder}penguins.csv`.toLowerCase();
  const dataFile = files.find(({ name }) => name.toLowerCase() === dataName);
  if (!dataFile) {
    return refuse('zip-no-data', { sha256 });
  }
  const data = dataFile.read(MAX_DATA_BYTES);
  if (!data.ok) return data;
  const problem = dataProblem(data.value, sha256);
  return problem === null
    ? { ok: true, value: { receipt: receipt.value, entries: files.map((file) => bundleEntry(file, folder)) } }
    : { ok: false, message: problem };
}

/** Lists the files of a zip from outside; nothing of them has been unpacked. */
export function zipFiles(zip: Uint8Array): Parsed<readonly BundleFile[]> {
  if (zip.length > MAX_BUNDLE_BYTES) {
    return refuse('bundle-too-large');
  }
  try {
    const entries = readZipDirectory(zip);
    if (!entries.ok) return entries;
    const files = entries.value.filter(({ isFolder, size }) => !(isFolder && size === 0));
    return {
      ok: true,
      value: files.map((entry) => ({ ...entry, read: (limit: number) => unpackWithin(entry, limit) }))
    };
  } catch {
    return refuse('zip-damaged');
  }
}

/** Opens a zip from outside. */
export function openBundle(zip: Uint8Array): Parsed<OpenedBundle> {
  const files = zipFiles(zip);
  return files.ok ? bundleAmong(files.value) : files;
}

/** Reads the receipt in a bundle from outside. */
export function readBundle(zip: Uint8Array): Parsed<Receipt> {
  const bundle = openBundle(zip);
  return bundle.ok ? { ok: true, value: bundle.value.receipt } : bundle;
}
