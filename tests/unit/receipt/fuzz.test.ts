import { deflateSync, zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleOf, linkOf, openReceipt } from '$lib/receipt';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { readBundle } from '$lib/receipt/read-bundle';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { csv } from '../trainer/penguins';
import { mutateBytes, mutatedReceipt } from './mutations';
import { baselineReceipt, ONE_SENTENCE, recordedReceipt } from './receipts';
import { makeZip } from './zip-maker';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/**
 * Either a whole receipt, equal to itself written out and read again, or one sentence: nothing between, and
 * nothing thrown.
 */
function isWholeOrRefused(parsed: ReturnType<typeof parseReceipt>): void {
  if (parsed.ok) expect(parseReceipt(canonicalJson(parsed.value))).toEqual(parsed);
  else if (!ONE_SENTENCE.test(parsed.message)) expect(parsed.message).toMatch(ONE_SENTENCE);
}

const json = bytesOf(canonicalJson(recordedReceipt));
const link = bytesOf(linkOf(recordedReceipt));
const zlib = zlibSync(json, { level: 9 });
const bundle = bundleOf(baselineReceipt, { data: csv, python: '# p', javascript: '// j' });

describe('mutated by the thousand, nothing is thrown or half accepted:', () => {
  it('1,500 receipts, member by member', () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutatedReceipt, (value) => {
        const parsed = parseReceipt(JSON.stringify(value));
        isWholeOrRefused(parsed);
        // What is accepted is what was there, and no less.
        if (parsed.ok) expect(canonicalJson(parsed.value)).toBe(canonicalJson(value));
        if (parsed.ok) accepted++;
      }),
      { numRuns: 1500 }
    );
    expect(accepted).toBeGreaterThan(20); // or nothing was nearly right
  });

  it('1,000 receipts, byte by byte', () => {
    fc.assert(
      fc.property(mutateBytes(json), (bytes) => {
        isWholeOrRefused(openReceipt(bytes));
        isWholeOrRefused(parseReceipt(textOf(bytes)));
      }),
      { numRuns: 1000 }
    );
  });

  it('1,000 links, character by character', () => {
    fc.assert(
      fc.property(mutateBytes(link), (bytes) => {
        isWholeOrRefused(openReceipt(textOf(bytes)));
        isWholeOrRefused(openReceipt(`#${textOf(bytes)}`));
      }),
      { numRuns: 1000 }
    );
  });

  it('1,000 links, in what they hold, with a checksum that agrees', () => {
    fc.assert(
      fc.property(mutateBytes(zlib), mutateBytes(json), (held, content) => {
        isWholeOrRefused(openReceipt(`#r1.${base64url(held)}`));
        isWholeOrRefused(openReceipt(`#r1.${base64url(zlibSync(content))}`));
      }),
      { numRuns: 500 }
    );
  });

  it('1,000 bundles', () => {
    fc.assert(
      fc.property(
        mutateBytes(bundle),
        mutateBytes(deflateSync(json)),
        mutateBytes(json),
        (zip, deflated, content) => {
          isWholeOrRefused(readBundle(zip));
          const entries = [{ name: 'penguins.csv', bytes: csv, method: 0 }];
          isWholeOrRefused(
            readBundle(makeZip([{ name: 'receipt.json', bytes: content, method: 0 }, ...entries]))
          );
          isWholeOrRefused(
            readBundle(makeZip([{ name: 'receipt.json', bytes: deflated, method: 0 }, ...entries]))
          );
        }
      ),
      { numRuns: 333 }
    );
  });
});
