import { zlibSync } from 'fflate';
import type { Parsed } from '../experiment/parse-manifest';
import type { Receipt } from '../experiment/receipt';
import { canonicalJson } from './canonical-json';
import { inflateWithin } from './inflate';
import { MAX_RECEIPT_BYTES, parseReceipt } from './parse-receipt';
import { refuse } from './refuse';

/**
 * How a link holds its receipt, and stays: `r1.`, then base64url (RFC 4648, no padding) of zlib (RFC 1950) of
 * the canonical JSON in UTF-8. Another way to hold it would be `r2.`; which version of receipt it is, is told
 * by the receipt itself.
 */
const PREFIX = 'r1.';

/** Three times as long as the longest that `linkOf` makes. */
const LONGEST = 6000;

const DAMAGED = 'This link was damaged or cut off on its way: copy it again, as a whole.';

/** The checksum that ends a zlib stream (RFC 1950): it tells a damaged link from a false claim. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @throws when the text is no base64. */
const fromBase64url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

/**
 * @returns null when it would be more than a receipt may be.
 * @throws when the bytes are no zlib stream, break off, or are not those that were compressed.
 */
function unzlibWithin(bytes: Uint8Array, limit: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = view.getUint16(0);
  if ((header & 0x0f20) !== 0x0800 || header % 31 !== 0) throw new TypeError('no zlib stream');
  const inflated = inflateWithin(bytes.subarray(2, -4), limit);
  if (inflated && adler32(inflated) !== view.getUint32(bytes.length - 4)) throw new TypeError('damaged');
  return inflated;
}

/** A receipt as the fragment of a link, without its #: `<app>/verify/#` and this. */
export const linkOf = (receipt: Receipt): string =>
  PREFIX + toBase64url(zlibSync(new TextEncoder().encode(canonicalJson(receipt)), { level: 9 }));

/** Whether a text could be meant as a link to a receipt: it has its prefix, at the start or after a #. */
export const looksLikeLink = (text: string): boolean => /(^|#)\s*r\d+\./.test(text.trim());

/**
 * Reads the receipt in a link.
 * @param textOrUrl the whole address, its fragment with or without #, broken over lines or not.
 */
export function readLink(textOrUrl: string): Parsed<Receipt> {
  if (textOrUrl.length > LONGEST) {
    return refuse('This is longer than any link to a receipt: copy the link by itself.');
  }
  const text = textOrUrl.replace(/\s+/g, '');
  const fragment = text.slice(text.lastIndexOf('#') + 1);
  const [, format, held = ''] = /^r(\d+)\.(.*)$/.exec(fragment) ?? [];
  if (format === undefined) {
    return refuse('This is no link to a receipt, which ends in # and “r1.…”: copy the whole link again.');
  }
  if (format !== '1') {
    return refuse(
      `This link is of format r${format.slice(0, 20)}, and only r1 is known here: open it with a newer Retrace.`
    );
  }
  try {
    if (!/^[\w-]+$/.test(held)) return refuse(DAMAGED);
    const bytes = unzlibWithin(fromBase64url(held), MAX_RECEIPT_BYTES);
    if (bytes === null) {
      return refuse('This link unfolds to more than 256 KB, and no receipt does: ask for the link again.');
    }
    return parseReceipt(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse(DAMAGED);
  }
}
