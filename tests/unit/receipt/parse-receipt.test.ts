import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, PENGUINS_SHA256 } from '$lib/experiment';
import { receiptOf, TRAINER_VERSION, uncheckedFields } from '$lib/experiment/receipt';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { train } from '$lib/trainer';
import { withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';
import {
  anyReceipt,
  baselineReceipt,
  longestReceipt,
  ONE_SENTENCE,
  recordedReceipt,
  refusal
} from './receipts';

const refusalOf = (value: unknown): string => refusal(parseReceipt(JSON.stringify(value)));
const BASELINE_TEXT = canonicalJson(baselineReceipt);

/** The baseline's receipt with one member, by its path, changed; undefined takes it away. */
function withMember(path: string, value: unknown): Record<string, unknown> {
  const draft = structuredClone(baselineReceipt) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop()!;
  const owner = names.reduce((object, name) => object[name] as Record<string, unknown>, draft);
  owner[last] = value;
  return draft;
}

describe('a receipt', () => {
  it('belongs to the version of the trainer that its golden digest does', () => {
    // When this digest changes, so does the version: older receipts then ask for the trainer they were made by.
    expect([TRAINER_VERSION, train(BASELINE, penguins).record.digest]).toEqual([
      '1',
      '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40'
    ]);
  });

  it('is the JSON that others read', () => {
    expect(JSON.parse(canonicalJson(recordedReceipt))).toEqual({
      version: 1,
      trainer: '1',
      manifest: recordedReceipt.manifest,
      result: {
        accuracy: { correct: 85, total: 100 },
        digest: '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40',
        predictionsDigest: 'caeeca5847dd7f3a164431440e321243e7a47ad7d1101b01791ccb9694f66ab0'
      },
      prediction: 'match'
    });
  });
});

describe('receiptOf', () => {
  const { record } = train(withFields({ 'environment.math': 'platform', 'code.epochs': 1 }), penguins);

  it('names the engine where it has a say in the result, and only there', () => {
    expect(receiptOf(record, 'match', 'Netscape 4')).toMatchObject({ version: 2, engine: 'Netscape 4' });
    expect(receiptOf(record)).not.toHaveProperty('engine');
    const portable = receiptOf({ ...record, manifest: BASELINE }, 'match', 'Netscape 4');
    expect(portable).toEqual(receiptOf({ ...record, manifest: BASELINE }, 'match'));
    expect(portable.version).toBe(1);
  });

  it('makes a receipt that can be read, whatever an engine calls itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (engine) => {
        expect(parseReceipt(canonicalJson(receiptOf(record, undefined, engine)))).toMatchObject({ ok: true });
      })
    );
  });

  it('leaves unchecked what changes no result, and nothing else', () => {
    const changed: Record<string, string> = {
      'code.comment': 'x',
      'environment.name': 'x',
      'environment.library': '9.9.9',
      'environment.host': 'x',
      'environment.timeZone': 'UTC',
      'environment.user': 'x'
    };
    const { digest } = train(withFields({ ...changed, 'code.epochs': 1 }), penguins).record;
    expect(digest).toBe(train(withFields({ 'code.epochs': 1 }), penguins).record.digest);
    const noted = { ...record, manifest: withFields({ ...changed, 'environment.math': 'platform' }) };
    expect(uncheckedFields(receiptOf(noted, 'match', 'x'))).toEqual([
      ...Object.keys(changed),
      'prediction',
      'engine'
    ]);
    expect(uncheckedFields(baselineReceipt)).toEqual(['environment.name']);
  });
});

describe('parseReceipt', () => {
  it('reads back every receipt, however its JSON is laid out', () => {
    fc.assert(
      fc.property(fc.oneof(anyReceipt, longestReceipt), fc.constantFrom(0, 2, '\t'), (receipt, indent) => {
        expect(parseReceipt(canonicalJson(receipt))).toEqual({ ok: true, value: receipt });
        expect(parseReceipt(JSON.stringify(receipt, null, indent))).toEqual({ ok: true, value: receipt });
      })
    );
  });

  it('takes numbers however they are written, and gives them back as they are', () => {
    const text = BASELINE_TEXT.replace('"l2":0', '"l2":-0.0').replace('"correct":85', '"correct":8.5e1');
    const parsed = parseReceipt(text);
    expect(parsed).toEqual({ ok: true, value: baselineReceipt });
  });

  it('never throws, and refuses in one sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ stringUnit: 'binary' })), (text) => {
        expect(refusal(parseReceipt(text))).toMatch(ONE_SENTENCE);
      }),
      { numRuns: 500 }
    );
  });

  it.each([1, 2, 10, 100, 300, 500, BASELINE_TEXT.length - 1])(
    'says that one cut off after %i characters is',
    (length) => {
      expect(refusal(parseReceipt(BASELINE_TEXT.slice(0, length)))).toBe(
        'The receipt breaks off before its end: copy or download it again, as a whole.'
      );
    }
  );

  it('does not even parse what is too large', () => {
    const large =
      'This is larger than 256 KB, and no receipt is: choose the receipt.json or the bundle itself.';
    const limit = 256 * 1024;
    expect(refusal(parseReceipt(BASELINE_TEXT.padEnd(limit + 1)))).toBe(large);
    expect(refusal(parseReceipt(`"${'é'.repeat(limit / 2)}"`))).toBe(large);
    expect(parseReceipt(BASELINE_TEXT.padEnd(limit))).toEqual({ ok: true, value: baselineReceipt });
  });

  it.each(['[', '{"a":', '[{"a":'])('is not exhausted by %j over and over', (opening) => {
    const text = opening.repeat(40_000);
    expect(refusal(parseReceipt(text))).toMatch(/^This is nested deeper than any receipt: /);
  });

  it.each<[what: string, text: string, sentence: RegExp | string]>([
    ['garbage', 'hello', /^This is not JSON, which a receipt is: choose a receipt\.json, /],
    [
      'a long name with colon after colon',
      `"${'a'.repeat(130_000)}"${':'.repeat(130_000)}`,
      /^This is not JSON/
    ],
    ['nothing', '', /^This is not JSON/],
    ['more after its end', `${BASELINE_TEXT}}`, /^This is not JSON/],
    ['a list', '[1,2]', 'A receipt is a JSON object, and this is [1,2]: ask for the receipt as it was made.'],
    ['a number', '3', 'A receipt is a JSON object, and this is 3: ask for the receipt as it was made.'],
    ['an empty object', '{}', /^This JSON has no version, so it is no receipt: /],
    [
      'a name twice',
      BASELINE_TEXT.replace('"correct":85', '"correct":1,"correct":85'),
      '"correct" is there twice in one object: ask for the receipt as it was made.'
    ],
    [
      'a name twice, once disguised',
      BASELINE_TEXT.replace('"correct":85', '"c\\u006frrect":1,"correct":85'),
      '"correct" is there twice in one object: ask for the receipt as it was made.'
    ]
  ])('refuses %s', (_, text, sentence) => {
    const message = refusal(parseReceipt(text));
    if (typeof sentence === 'string') expect(message).toBe(sentence);
    else expect(message).toMatch(sentence);
    expect(message).toMatch(ONE_SENTENCE);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'refuses the field %s, wherever it hides',
    (name) => {
      const member = `"${name}":{"polluted":true},`;
      for (const place of ['', 'manifest', 'manifest.data', 'result', 'result.accuracy']) {
        const at = place === '' ? 0 : BASELINE_TEXT.indexOf(`"${place.split('.').at(-1)}":{`);
        const inside = BASELINE_TEXT.indexOf('{', at) + 1;
        const message = refusal(
          parseReceipt(BASELINE_TEXT.slice(0, inside) + member + BASELINE_TEXT.slice(inside))
        );
        expect(message).toMatch(new RegExp(`${name} is not a field of a (receipt|manifest)`));
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }
  );

  it('refuses unknown fields wherever they stand, and names them', () => {
    expect(refusalOf({ ...baselineReceipt, author: 'me' })).toBe(
      'author is not a field of a receipt, and nothing may hide in one: ask for the receipt as it was made.'
    );
    expect(refusalOf(withMember('result.weights', []))).toContain(
      'result.weights is not a field of a receipt'
    );
    expect(refusalOf(withMember('manifest.code.dropout', 0.5))).toContain(
      'code.dropout is not a field of a manifest'
    );
  });

  it('reads an engine in a receipt of version 2, and in no other', () => {
    const engine = 'Netscape 4 on Amiga';
    const named = { ...baselineReceipt, version: 2 as const, engine };
    expect(parseReceipt(canonicalJson(named))).toEqual({ ok: true, value: named });
    for (const wrong of [
      { ...named, version: 1 },
      { ...baselineReceipt, version: 2 }
    ]) {
      expect(refusalOf(wrong)).toMatch(
        /^engine is not in a receipt of version 2, or is in one of version 1: /
      );
    }
    for (const engine of ['', 'x'.repeat(121), 'Netscape\u202e', 7]) {
      expect(refusalOf({ ...named, engine })).toContain(
        'takes the name of an engine in 1 to 120 ASCII characters'
      );
    }
  });

  it.each<[path: string, value: unknown, sentence: string]>([
    [
      'version',
      3,
      'This receipt is of version 3, and only versions 1 and 2 are known here: open it with a newer Retrace.'
    ],
    [
      'version',
      '1',
      'version is the text "1", and must be the number 1: ask for the receipt as it was made.'
    ],
    [
      'trainer',
      '2',
      'This run was trained by version "2" of the trainer, and the one here is version "1", whose bits differ: open it with the Retrace that made it.'
    ],
    ['trainer', undefined, 'trainer got nothing, but takes "1": ask for the receipt as it was made.'],
    [
      'manifest.data.sha256',
      'f'.repeat(64),
      `The run used data whose SHA-256 is "${'f'.repeat(64)}", and the data here has "${PENGUINS_SHA256}": it can be re-run only where that data is.`
    ],
    [
      'manifest.code.epochs',
      5000,
      'The manifest is none that can be trained: code.epochs got 5000, but takes a whole number from 1 to 1000.'
    ],
    [
      'manifest',
      undefined,
      'The manifest is none that can be trained: A manifest is an object; this is nothing.'
    ],
    [
      'result',
      undefined,
      'result got nothing, but takes an object with accuracy, digest, predictionsDigest: ask for the receipt as it was made.'
    ],
    [
      'result.accuracy.correct',
      101,
      'result.accuracy says that more penguins were right than were tested: ask for the receipt as it was made.'
    ],
    [
      'result.accuracy.correct',
      -1,
      'result.accuracy.correct got -1, but takes a whole number from 0 to 300: ask for the receipt as it was made.'
    ],
    [
      'result.accuracy.total',
      101,
      'result.accuracy.total is not the number of penguins that data.testSize of the manifest asks to test: ask for the receipt as it was made.'
    ],
    [
      'result.digest',
      'A'.repeat(64),
      `result.digest got "${'A'.repeat(64)}", but takes a SHA-256 in 64 lower-case hexadecimal digits: ask for the receipt as it was made.`
    ],
    [
      'result.predictionsDigest',
      3,
      'result.predictionsDigest got 3, but takes a SHA-256 in 64 lower-case hexadecimal digits: ask for the receipt as it was made.'
    ],
    [
      'prediction',
      'maybe',
      'prediction got "maybe", but takes "match" or "mismatch", or nothing: ask for the receipt as it was made.'
    ],
    [
      'prediction',
      null,
      'prediction got null, but takes "match" or "mismatch", or nothing: ask for the receipt as it was made.'
    ]
  ])('says what is wrong where %s is %j', (path, value, sentence) => {
    expect(refusalOf(withMember(path, value))).toBe(sentence);
  });

  it('quotes nothing that could turn or hide what it says', () => {
    for (const comment of ['turned \u202e around', 'two\nlines', '\ud800', '\u2028']) {
      expect(refusalOf(withMember('manifest.code.comment', comment))).toMatch(ONE_SENTENCE);
    }
    expect(refusalOf({ ...baselineReceipt, 'a\u202eb\nc': 1 })).toMatch(ONE_SENTENCE);
  });

  it('tests as many penguins as the manifest asks for, up to 300 of the 333', () => {
    const manifest = {
      ...BASELINE,
      data: { ...BASELINE.data, testSize: 300, edits: ['dot-as-female'] as const }
    };
    const { record } = train({ ...manifest, data: { ...manifest.data, edits: ['dot-as-female'] } }, penguins);
    expect(record.accuracy.total).toBe(300);
  });
});
