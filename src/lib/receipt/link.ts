import { zlibSync } from 'fflate';
import type { Parsed } from '../experiment/parsed';
import { unescaped } from '../experiment/plain';
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

/** Whoever reads a longer text for a link would read all day. */
const LONGEST_TEXT = 64 * 1024;

/** What is meant as a link, whole or not: its prefix after a #, or with much after it. `r1.json` is none. */
const MEANT = /(?:#\s*r(\d+)\.|(?<![\da-z])r(\d+)\.[\w-]{40})/i;

/** What mails, terminals and markup put between the characters of a link. */
const BETWEEN = /[\s>|\\]|=(?=\s)/g;

/** The text as it was before an address bar or a word processor got hold of it. */
const restored = (text: string): string =>
  unescaped(text)
    .replace(/[\u2010\u2212]/g, '-')
    .replace(/[–—]/g, '--');

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

/** The bytes that begin a text in base64url, wherever it ends. */
function fromBase64url(text: string): Uint8Array {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  return Uint8Array.from(atob(whole.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

const holds = (bytes: Uint8Array, checksum: number): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 4 <= bytes.length; at++) if (view.getUint32(at) === checksum) return true;
  return false;
};

/**
 * Decompresses the zlib stream that begins the bytes. Deflated bytes tell where they end, and the checksum, which
 * comes next, tells whether that is true: so whatever follows does not matter.
 * @returns null when it would be more than a receipt may be.
 * @throws when the bytes begin no zlib stream, break off, or are not those that were compressed.
 */
function unzlibWithin(bytes: Uint8Array, limit: number): Uint8Array | null {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint16(0);
  if ((header & 0x0f20) !== 0x0800 || header % 31 !== 0) throw new TypeError('no zlib stream');
  const inflated = inflateWithin(bytes.subarray(2), limit);
  if (inflated && !holds(bytes, adler32(inflated))) throw new TypeError('damaged');
  return inflated;
}

/** A text as an address can hold it: base64url of zlib of its UTF-8. */
export const folded = (text: string): string =>
  toBase64url(zlibSync(new TextEncoder().encode(text), { level: 9 }));

/** A receipt as the fragment of a link, without its #: `<app>/verify/#` and this. */
export const linkOf = (receipt: Receipt): string => PREFIX + folded(canonicalJson(receipt));

/** Whether a text plainly has a link to a receipt in it, whole or not. */
export const looksLikeLink = (text: string): boolean =>
  MEANT.test(text.length > LONGEST_TEXT ? text : restored(text));

/** The text that was `folded`, null when it has more bytes than `limit`, undefined when it is not whole. */
export function unfolded(held: string, limit: number): string | null | undefined {
  try {
    const bytes = unzlibWithin(fromBase64url(held), limit);
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function damaged(text: string): Parsed<never> | null {
  const [match, ...formats] = MEANT.exec(text) ?? [];
  if (match === undefined) return null;
  const format = formats.find((digits) => digits !== undefined) ?? '';
  return format === '1' ? refuse('link-damaged') : refuse('link-format', { format: format.slice(0, 20) });
}

/**
 * Reads the receipt in the link that a text has in it: in an address or alone, among words, quoted, marked up, or
 * broken over lines. The link's own checksum decides where it ends.
 * @returns null when there is no link in the text, neither whole nor damaged.
 */
export function readLink(given: string): Parsed<Receipt> | null {
  if (given.length > LONGEST_TEXT) {
    return looksLikeLink(given) ? refuse('link-too-long') : null;
  }
  const text = restored(given);
  const found = new Map<string, Parsed<Receipt>>();
  for (const [, held = ''] of text.replace(BETWEEN, '').matchAll(/r1\.(?=([\w-]*))/gi)) {
    const json = unfolded(held.slice(0, LONGEST), MAX_RECEIPT_BYTES);
    if (json === null) {
      return refuse('link-unfolds');
    }
    if (json === undefined) continue;
    const receipt = parseReceipt(json);
    found.set(receipt.ok ? canonicalJson(receipt.value) : json, receipt);
    if (found.size > 1) {
      return refuse('links-differ');
    }
  }
  const [receipt] = found.values();
  return receipt ?? damaged(text);
}
