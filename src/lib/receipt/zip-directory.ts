import type { Parsed } from '../experiment/parse-manifest';

// Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

const ENCRYPTED = 0x1;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

const MOST_ENTRIES = 256;
/** What all entries together may unfold to, by their own account. */
const MOST_DECLARED = 16 * 1024 * 1024;

/** One entry, whose local and central headers agree; nothing of it has been unpacked. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** As declared, in bytes. */
  readonly size: number;
  readonly compressed: Uint8Array;
}

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

const NO_ZIP = 'This zip is damaged or cut off: download the bundle again.';

/** A name that leads out of the folder it is unpacked in, or elsewhere on some system. */
const isTrick = (name: string): boolean =>
  name === '' ||
  /[\\:\p{Cc}]/u.test(name) ||
  name
    .replace(/\/$/, '')
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..');

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

/**
 * Lists a zip from outside, and refuses what no bundle needs and no one should unpack: names that lead out of
 * a folder or occur twice, links, encryption, entries that overlap, and more than anyone asked for.
 * @throws {RangeError} when the zip breaks off.
 */
export function readZipDirectory(zip: Uint8Array): Parsed<readonly ZipEntry[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end < 0) return refuse(NO_ZIP);
  const [count, length, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true)
  ];
  if (count > MOST_ENTRIES) {
    return refuse(`This zip has ${count} entries, and no bundle has as many: choose the bundle itself.`);
  }
  if (start + length !== end) return refuse(NO_ZIP);

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const spans: [from: number, to: number][] = [];
  let declared = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) return refuse(NO_ZIP);
    const nameLength = view.getUint16(at + 28, true);
    const rawName = zip.subarray(at + 46, at + 46 + nameLength);
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawName);
    const shown = JSON.stringify(name.slice(0, 60));
    const [method, crc32, compressedSize, size] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 16, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true)
    ];
    const type = (view.getUint32(at + 38, true) >>> 16) & FILE_TYPE;
    if (isTrick(name)) {
      return refuse(`This zip has an entry named ${shown}, which leads out of its folder: do not unpack it.`);
    }
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) return refuse(`This zip has ${shown} twice: ask for the bundle as it was made.`);
    if (type !== 0 && type !== REGULAR && type !== FOLDER) {
      return refuse(`This zip has ${shown} as a link or device, which no bundle has: do not unpack it.`);
    }
    if (view.getUint16(at + 8, true) & ENCRYPTED) {
      return refuse(`This zip has ${shown} encrypted: ask for the bundle without a password.`);
    }
    declared += size;
    if (declared > MOST_DECLARED) {
      return refuse('This zip would unfold to more than 16 MB, and no bundle does: do not unpack it.');
    }

    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const localName = zip.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
    const agrees =
      view.getUint32(local, true) === LOCAL &&
      view.getUint16(local + 8, true) === method &&
      localName.length === rawName.length &&
      localName.every((byte, position) => byte === rawName[position]);
    if (!agrees || data + compressedSize > start) return refuse(NO_ZIP);

    names.add(folded);
    spans.push([local, data + compressedSize]);
    entries.push({ name, method, crc32, size, compressed: zip.subarray(data, data + compressedSize) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== end) return refuse(NO_ZIP);
  spans.sort(([a], [b]) => a - b);
  if (spans.some(([from], index) => index > 0 && from < spans[index - 1][1])) {
    return refuse('This zip has entries that lie over each other, as zip bombs have: do not unpack it.');
  }
  return { ok: true, value: entries };
}
