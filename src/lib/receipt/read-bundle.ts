import type { Parsed } from '../experiment/parse-manifest';
import type { Receipt } from '../experiment/receipt';
import { digestOf } from '../trainer/sha256';
import { inflateWithin } from './inflate';
import { MAX_RECEIPT_BYTES, parseReceipt } from './parse-receipt';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** Nothing larger is even opened; a bundle has about 50 KB. */
export const MAX_BUNDLE_BYTES = 4 * 1024 * 1024;

/** The data has 13 KB; what is far larger is none of it. */
const MAX_DATA_BYTES = 256 * 1024;

const STORED = 0;
const DEFLATED = 8;

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

const NO_ZIP = 'This zip is damaged or cut off: download the bundle again.';

/** CRC-32 as zip uses it: the reflected polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function unpack(entry: ZipEntry, limit: number): Parsed<Uint8Array> {
  const { name, method, size, compressed } = entry;
  const larger = Math.max(size, compressed.length); // what is compressed may be larger and unfold to nothing
  if (larger > limit) {
    return refuse(
      `${name} in this zip would have ${larger} bytes, far more than it needs: do not unpack it.`
    );
  }
  if (method !== STORED && method !== DEFLATED) {
    return refuse(`${name} in this zip is compressed in a way that is not known here: zip it again plainly.`);
  }
  const bytes = method === STORED ? compressed : inflateWithin(compressed, size);
  if (bytes === null) {
    return refuse(`${name} in this zip unfolds to more than the zip says, as bombs do: do not unpack it.`);
  }
  return bytes.length === size && crc32(bytes) === entry.crc32
    ? { ok: true, value: bytes }
    : refuse(`${name} in this zip was damaged on its way: download the bundle again.`);
}

/** A bundle that was unpacked and zipped again may lie in a folder, and have what macOS adds beside it. */
function findReceipt(entries: readonly ZipEntry[]): ZipEntry | undefined {
  const atTop = entries.find(({ name }) => name === 'receipt.json');
  const inFolder = entries.filter(({ name }) => /^(?!__MACOSX\/)[^/]+\/receipt\.json$/.test(name));
  return atTop ?? (inFolder.length === 1 ? inFolder[0] : undefined);
}

function receiptIn(entries: readonly ZipEntry[]): Parsed<Receipt> {
  const found = findReceipt(entries);
  if (!found) return refuse('This zip has no receipt.json, so it is no bundle: choose one made by Retrace.');
  const text = unpack(found, MAX_RECEIPT_BYTES);
  if (!text.ok) return text;
  const receipt = parseReceipt(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text.value));
  if (!receipt.ok) return receipt;

  const { sha256 } = receipt.value.manifest.data;
  const dataName = found.name.replace(/receipt\.json$/, 'penguins.csv');
  const dataEntry = entries.find(({ name }) => name === dataName);
  if (!dataEntry) {
    return refuse(`This bundle lacks penguins.csv, the data whose SHA-256 is ${sha256}: download it again.`);
  }
  const data = unpack(dataEntry, MAX_DATA_BYTES);
  if (!data.ok) return data;
  const actual = digestOf(data.value);
  return actual === sha256
    ? receipt
    : refuse(
        `penguins.csv in this bundle is not the data of its run: its SHA-256 is ${actual}, and the receipt names ${sha256}.`
      );
}

/**
 * Reads the receipt in a bundle from outside. Only the receipt and the data are unpacked, and no more of them
 * than they may have; the scripts are not, because nothing from the bundle is ever run.
 */
export function readBundle(zip: Uint8Array): Parsed<Receipt> {
  if (zip.length > MAX_BUNDLE_BYTES) {
    return refuse('This is larger than 4 MB, and no bundle is: choose the bundle itself.');
  }
  try {
    const entries = readZipDirectory(zip);
    return entries.ok ? receiptIn(entries.value) : entries;
  } catch {
    return refuse(NO_ZIP);
  }
}
