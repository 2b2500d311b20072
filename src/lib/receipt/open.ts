import type { Parsed } from '../experiment/parse-manifest';
import type { Receipt } from '../experiment/receipt';
import { looksLikeLink, readLink } from './link';
import { parseReceipt } from './parse-receipt';
import { MAX_BUNDLE_BYTES, readBundle } from './read-bundle';

/** Whoever reads a file from outside need not read one that is larger. */
export const MAX_FILE_BYTES = MAX_BUNDLE_BYTES;

const refuse = (message: string): Parsed<never> => ({ ok: false, message });

const BYTE_ORDER_MARK = '\ufeff';

function openText(text: string): Parsed<Receipt> {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  if (content.trim() === '') {
    return refuse('There is nothing in it: choose a receipt.json, a bundle or a link made by Retrace.');
  }
  // JSON comes first: a comment in it may look like a link.
  return !/^\s*[{[]/.test(content) && looksLikeLink(content) ? readLink(content) : parseReceipt(content);
}

/** Zip files begin with PK: with their first entry, or with the end of an empty directory. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Opens whatever a person drops, chooses or pastes: a receipt.json, a bundle, a link or its fragment.
 * @param input the bytes of a file, or a text.
 * @returns the receipt, or one sentence that says what is wrong and what to do.
 */
export function openReceipt(input: Uint8Array | string): Parsed<Receipt> {
  if (typeof input === 'string') return openText(input);
  if (isZip(input) || input.length > MAX_FILE_BYTES) return readBundle(input);
  try {
    return openText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input));
  } catch {
    return refuse(
      'This is neither text nor a bundle: choose a receipt.json, a bundle or a link made by Retrace.'
    );
  }
}
