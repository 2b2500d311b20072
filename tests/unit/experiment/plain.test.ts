import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, plainJson, withoutUnseen } from '$lib/experiment/plain';

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
