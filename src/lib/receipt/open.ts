import type { Parsed } from '../experiment/parsed';
import type { Receipt } from '../experiment/receipt';
import { readLink } from './link';
import { parseReceipt } from './parse-receipt';
import { decodeText, withoutMark } from './decode-text';
import { MAX_BUNDLE_BYTES, readBundle } from './read-bundle';
import { refuse } from './refuse';

/** Whoever reads a file from outside need not read one that is larger. */
export const MAX_FILE_BYTES = MAX_BUNDLE_BYTES;

/** Nothing longer is called an address, whatever it has in it. */
const LONGEST_ADDRESS = 4000;

/** Whether a text is an address, or words with one. */
export const isAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && /^[^<{]*[a-z]:\/\//i.test(text.trim());

function openText(text: string): Parsed<Receipt> {
  const content = withoutMark(text);
  if (content.trim() === '') {
    return refuse('empty');
  }
  // JSON comes first: a comment in it may look like a link.
  if (/^\s*\{\s*(?:["}]|$)/.test(content)) return parseReceipt(content);
  const linked = readLink(content);
  if (linked) return linked;
  return isAddress(content) ? refuse('no-link') : parseReceipt(content);
}

/** Zip files begin with PK: with their first entry, or with the end of an empty directory. */
export const isBundle = (input: Uint8Array): boolean => input[0] === 0x50 && input[1] === 0x4b;

/**
 * Opens whatever a person drops, chooses or pastes: a receipt.json, a bundle, a link or its fragment.
 * @param input the bytes of a file, or a text.
 * @returns the receipt, or one sentence that says what is wrong and what to do.
 */
export function openReceipt(input: Uint8Array | string): Parsed<Receipt> {
  if (typeof input === 'string') return openText(input);
  if (isBundle(input) || input.length > MAX_FILE_BYTES) return readBundle(input);
  const text = decodeText(input);
  return text.ok ? openText(text.value) : text;
}
