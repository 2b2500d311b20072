import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces, spoken, ulpText } from '$lib/views/lab/bits/text';

describe('a number of ULP', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [9534, '9,534'],
    [999_999, '999,999'],
    [1e6, '1.0 × 10^6'],
    [2 ** 52, '4.5 × 10^15'],
    [9.2e18, '9.2 × 10^18'],
    [Infinity, '∞']
  ])('%d is written %s', (ulps, written) => {
    expect(ulpText(ulps).replaceAll('\u00a0', ' ')).toBe(written);
  });

  it('is not torn apart at the end of a line', () => {
    expect(ulpText(1e18)).not.toContain(' ');
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
