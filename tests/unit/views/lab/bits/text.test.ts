import { describe, expect, it } from 'vitest';
import { ulpText } from '$lib/views/lab/bits/text';

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
