import type { Parsed } from '../experiment/parsed';
import { refuse } from './refuse';

const BYTE_ORDER_MARK = '\ufeff';

/** With a byte-order mark, or with the zero that half of each plain character is. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (second !== undefined && (first === 0) !== (second === 0));

/** The text without the byte-order mark that some editors put before it. */
export const withoutMark = (text: string): string =>
  text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;

/** Reads bytes as text: the one way for pages, the command line and a bundle's reproduce.mjs; its reproduce.py does the same. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  if (isUtf16(bytes)) return refuse('utf-16');
  try {
    return {
      ok: true,
      value: withoutMark(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    };
  } catch {
    return refuse('no-text');
  }
}
