import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, plainJson, unescaped, withoutUnseen } from '$lib/experiment/plain';

const SEEN = /^(?:(?![\p{C}\p{Zl}\p{Zp}])(?:\p{Variation_Selector}|\P{Default_Ignorable_Code_Point}))*$/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '\u007f', '\u202e', '\u3164', '\ue000', '\ud800', '\u{e0001}', '\u{10ffff}')
  })
);

describe('the one escape', () => {
  it('leaves one line of characters that can be seen', () => {
    fc.assert(fc.property(anyText, (text) => SEEN.test(plain(text))));
  });

  it('changes nothing that was seen', () => {
    for (const text of ['', 'Größe “é” 漢 😀 \u2764\ufe0f', '"\\u202e"']) expect(plain(text)).toBe(text);
  });

  it('keeps JSON what it is', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.dictionary(anyText, anyText), (list, object) => {
        const value = { list, object: Object.entries(object) };
        expect(JSON.parse(plainJson(value))).toEqual(value);
        expect(plainJson(value)).toMatch(SEEN);
      })
    );
  });

  it('takes out what cannot be seen, but no blanks', () => {
    expect(withoutUnseen('a\u200b\u202e b\r\n\u007f\u00a0c\ufe0f')).toBe('a b\r\n\u00a0c\ufe0f');
  });
});

describe('a text that went through an address', () => {
  it('is the same again, however often it was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 4 }), (text, times) => {
        fc.pre(!text.includes('%'));
        let escaped = text;
        for (let time = 0; time < times; time++) escaped = encodeURIComponent(escaped);
        expect(unescaped(escaped)).toBe(unescaped(text));
      })
    );
  });

  it('keeps a percent sign that escapes nothing, beside one that does', () => {
    expect(unescaped('100% of 5%20kg, %E0%A4%A and \uff33\uff34')).toBe('100% of 5 kg, %E0%A4%A and ST');
  });
});
