import { numberText } from '$lib/lesson';
import { describe, expect, it } from 'vitest';
import { shareText, signedText } from '$lib/views/lab/number-text';

describe('numbers in words', () => {
  it('keep thousands apart', () => {
    expect([0, 999, 1000, 1_000_000].map(numberText)).toEqual(['0', '999', '1,000', '1,000,000']);
  });

  it('have a minus, not a hyphen', () => {
    expect([-30, 0.5].map(signedText)).toEqual(['−30', '0.5']);
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
