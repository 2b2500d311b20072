import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from '$lib/receipt/strict-json';
import { refusal } from './receipts';

describe('escapes in strict JSON', () => {
  it('mean what JSON.parse takes them for, in names and in values', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', ':', ',', '{', ']', '\u00a0', 'a') });
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const json = JSON.stringify(value);
        expect(readStrictJson(json)).toEqual({ ok: true, value: JSON.parse(json) });
      })
    );
  });

  it.each([
    ['a quote', String.raw`{"a":"\"","b":1}`, { a: '"', b: 1 }],
    ['a backslash at the end', String.raw`{"a":"\\","b":1}`, { a: '\\', b: 1 }],
    ['a blank of another kind after a quote', '{"a":\u00a0"\\"\u00a0"}', { a: '"\u00a0' }],
    ['a name within a text', String.raw`{"a":"\"a\":1"}`, { a: '"a":1' }]
  ])('leave %s where it is', (_, json, value) => {
    expect(readStrictJson(json)).toEqual({ ok: true, value });
  });

  it.each([
    ['the same letters', '{"ab":1,"ab":2}'],
    ['other escapes', String.raw`{"ab":1,"\u0061b":2}`],
    ['a name with a quote', String.raw`{"a\"":1,"a\"":2}`]
  ])('do not hide a name that is there twice: %s', (_, json) => {
    expect(refusal(readStrictJson(json))).toMatch(/ is there twice in one object: /);
  });

  it('that are cut in two are told as a text that breaks off', () => {
    for (const json of ['{"a":"\\', '{"a":"\\"', '{"a":"\\u00']) {
      expect(refusal(readStrictJson(json))).toMatch(/^The receipt breaks off before its end: /);
    }
  });
});
