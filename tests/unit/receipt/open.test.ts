import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleOf, linkOf, MAX_FILE_BYTES, openReceipt } from '$lib/receipt';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { withFields } from '../trainer/manifests';
import { csv } from '../trainer/penguins';
import { anyReceipt, baselineReceipt, ONE_SENTENCE, refusal } from './receipts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const SCRIPTS = { data: csv, python: '', javascript: '' };

describe('openReceipt', () => {
  it('opens the same receipt, whatever it comes in', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        const json = canonicalJson(receipt);
        const link = linkOf(receipt);
        for (const input of [
          json,
          `\ufeff${JSON.stringify(receipt, null, 2)}\n`,
          link,
          `#${link}`,
          ` https://a.example/retrace/verify#${link}\n`,
          bytesOf(json),
          bytesOf(`\ufeff${json}`),
          bytesOf(`https://a.example/verify#${link}`),
          bundleOf(receipt, SCRIPTS)
        ]) {
          expect(openReceipt(input)).toEqual({ ok: true, value: receipt });
        }
      }),
      { numRuns: 10 }
    );
  });

  it('is not misled by a receipt whose comment looks like a link', () => {
    const manifest = withFields({ 'code.comment': 'see #r1.abc' });
    const receipt = { ...baselineReceipt, manifest };
    expect(openReceipt(canonicalJson(receipt))).toEqual({ ok: true, value: receipt });
  });

  it('never throws, and refuses in one sentence', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
    // Seed 1612359110 once found a raw U+007F in a sentence.
    const quoted = [
      '"\u007f"',
      '{"version":"\u007f"}',
      '{"\u007f":1,"\u007f":2}',
      '{"version":1,"\u007f":2}'
    ];
    const examples = quoted.map((input): [string] => [input]);
    fc.assert(
      fc.property(anything, (input) => ONE_SENTENCE.test(refusal(openReceipt(input)))),
      { examples }
    );
  });

  it.each<[what: string, input: string | Uint8Array, sentence: RegExp]>([
    ['nothing', '', /^There is nothing in it: /],
    ['blanks', ' \n', /^There is nothing in it: /],
    ['an empty file', new Uint8Array(), /^There is nothing in it: /],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /^This is neither text in UTF-8 nor a bundle: /],
    ['a page', '<!doctype html><p>#</p>', /^This is not JSON/],
    ['some link', 'https://a.example/?step=3', /^This address has no receipt in it: /],
    ['a damaged link', `#${linkOf(baselineReceipt).slice(0, -9)}`, /^This link was damaged/],
    ['an empty zip', bytesOf('PK\u0005\u0006'), /^This zip is damaged/],
    ['a large file', new Uint8Array(MAX_FILE_BYTES + 1), /^This is larger than 4 MB, /],
    ['a large text', 'x'.repeat(300_000), /^This is larger than 256 KB, /],
    ['a large link', `#r1.${'A'.repeat(300_000)}`, /^This is longer than any link/]
  ])('refuses %s', (_, input, sentence) => {
    expect(refusal(openReceipt(input))).toMatch(sentence);
  });
});
