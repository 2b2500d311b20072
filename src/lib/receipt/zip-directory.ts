import type { Parsed } from '../experiment/parsed';
import { quoted, refuse } from './refuse';
import { decodeName, pathOf } from './zip-name';

// Written by hand, because fflate unpacks whatever it finds: it compares neither the two headers of an entry nor its
// checksum, and tells nothing of links, encryption, or names that occur twice.
// Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end), and
// 4.3.14, 4.3.15, 4.5.3 (the same for zip64).
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
/** The tag of the extra field in which an entry has its true sizes and place. */
const EXTRA_64 = 0x0001;
/** What stands where a number does not fit, and is told by zip64. */
const TOLD_ELSEWHERE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;

const ENCRYPTED = 0x1;
const UTF_8 = 0x800;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

const MOST_ENTRIES = 256;
/** What all entries together may unfold to, by their own account. */
const MOST_DECLARED = 16 * 1024 * 1024;

/** One entry, whose local and central headers agree; nothing of it has been unpacked. */
export interface ZipEntry {
  /** Its path in the folder that it is unpacked in, with / between folders. */
  readonly name: string;
  readonly isFolder: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** As declared, in bytes. */
  readonly size: number;
  readonly compressed: Uint8Array;
}

/** Where the end of the central directory begins, or −1. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  }
  return -1;
}

/** A number of eight bytes; beyond 2^53 it is far past the end of any bundle, exact or not. */
const long = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

interface Directory {
  readonly count: number;
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

/** Where the central directory is; null when the zip contradicts itself. */
function findDirectory(view: DataView): Directory | null {
  const end = findEnd(view);
  if (end < 0) return null;
  const locator = end - LOCATOR_64_LENGTH;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const end64 = long(view, locator + 8);
    if (view.getUint32(end64, true) !== END_64 || end64 + 12 + long(view, end64 + 4) !== locator) return null;
    const start = long(view, end64 + 48);
    return start + long(view, end64 + 40) === end64
      ? { count: long(view, end64 + 32), start, end: end64 }
      : null;
  }
  const start = view.getUint32(end + 16, true);
  return start + view.getUint32(end + 12, true) === end
    ? { count: view.getUint16(end + 10, true), start, end }
    : null;
}

/** The numbers of an entry that zip64 tells, each in place of one that does not fit, in this order. */
function fitted(view: DataView, extra: number, end: number): (number: number) => number {
  let at = extra;
  while (at < end && view.getUint16(at, true) !== EXTRA_64) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return (number) => {
    if (number !== TOLD_ELSEWHERE || at + 8 > end) return number;
    at += 8;
    return long(view, at - 8);
  };
}

/**
 * Lists a zip from outside, and refuses what no bundle needs and no one should unpack: names that lead out of
 * a folder or occur twice, links, encryption, entries that overlap, and more than anyone asked for.
 * @throws {RangeError} when the zip breaks off.
 */
export function readZipDirectory(zip: Uint8Array): Parsed<readonly ZipEntry[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = findDirectory(view);
  if (!directory) return refuse('zip-damaged');
  const { count, start, end } = directory;
  if (count > MOST_ENTRIES) {
    return refuse('zip-entries', { n: count });
  }

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const spans: [from: number, to: number][] = [];
  let declared = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) return refuse('zip-damaged');
    const nameLength = view.getUint16(at + 28, true);
    const rawName = zip.subarray(at + 46, at + 46 + nameLength);
    const flags = view.getUint16(at + 8, true);
    const written = decodeName(rawName, (flags & UTF_8) !== 0);
    const shown = quoted(written);
    const name = pathOf(written);
    const [method, crc32] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    const extra = at + 46 + nameLength;
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const fit = fitted(view, extra, extra + view.getUint16(at + 30, true));
    const size = fit(view.getUint32(at + 24, true));
    const compressedSize = fit(view.getUint32(at + 20, true));
    const local = fit(view.getUint32(at + 42, true));
    const type = (view.getUint32(at + 38, true) >>> 16) & FILE_TYPE;
    if (name === null || (name === '' && size > 0)) {
      return refuse('zip-leads-out', { name: shown });
    }
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) return refuse('zip-twice', { name: shown });
    if (type !== 0 && type !== REGULAR && type !== FOLDER) {
      return refuse('zip-link', { name: shown });
    }
    if (flags & ENCRYPTED) {
      return refuse('zip-encrypted', { name: shown });
    }
    declared += size;
    if (declared > MOST_DECLARED) {
      return refuse('zip-unfolds');
    }

    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const localName = zip.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
    const agrees =
      view.getUint32(local, true) === LOCAL &&
      view.getUint16(local + 8, true) === method &&
      localName.length === rawName.length &&
      localName.every((byte, position) => byte === rawName[position]);
    if (!agrees || data + compressedSize > start) return refuse('zip-damaged');

    spans.push([local, data + compressedSize]);
    at = next;
    if (name === '') continue; // the folder itself, which some programs list
    names.add(folded);
    entries.push({
      name,
      isFolder: /[\\/]$/.test(written),
      method,
      crc32,
      size,
      compressed: zip.subarray(data, data + compressedSize)
    });
  }
  if (at !== end) return refuse('zip-damaged');
  spans.sort(([a], [b]) => a - b);
  if (spans.some(([from], index) => from < (spans[index - 1]?.[1] ?? 0))) {
    return refuse('zip-overlaps');
  }
  return { ok: true, value: entries };
}
