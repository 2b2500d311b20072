import fc from 'fast-check';
import { numberText } from '$lib/lesson';
import { describe, expect, it } from 'vitest';
import { decimalOf, pieces, powerText, shareText, signedText, spoken } from '$lib/views/lab/number-text';

describe('numbers in words', () => {
  it('keep thousands apart', () => {
    expect([0, 999, 1000, 1_000_000].map(numberText)).toEqual(['0', '999', '1,000', '1,000,000']);
  });

  it('have a minus, not a hyphen', () => {
    expect([-30, 0.5].map(signedText)).toEqual(['−30', '0.5']);
  });

  it('are written as code has them where they can be copied, and −0 is not 0', () => {
    expect([-0.5, 0, -0].map(decimalOf)).toEqual(['-0.5', '0', '-0']);
  });

  it('do not take a few in a million for none', () => {
    expect([0, 1, 140, 96_232, 1_000_000].map((part) => shareText(part, 1_000_000))).toEqual([
      '0%',
      '0.0001%',
      '0.014%',
      '9.62%',
      '100%'
    ]);
  });
});

describe('a power', () => {
  it('is raised to the eye and said in words', () => {
    expect(pieces('2^52 and more')).toEqual([
      { text: '2', raised: false },
      { text: '52', raised: true },
      { text: ' and more', raised: false }
    ]);
    expect(spoken('2^52 and more')).toBe('2 to the power of 52 and more');
    expect(pieces('10^−12').at(-1)).toEqual({ text: '−12', raised: true });
    expect(spoken('10^−12')).toBe('10 to the power of −12');
  });

  it('is written of numbers too large or too small, in one piece', () => {
    expect([9.2e18, -1.23e-12].map(powerText)).toEqual(['9.2\u00a0×\u00a010^18', '−1.2\u00a0×\u00a010^−12']);
  });

  it('takes nothing from the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const back = pieces(text).map((piece) => (piece.raised ? `^${piece.text}` : piece.text));
        expect(back.join('')).toBe(text);
      })
    );
  });
});
