import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingBits, hexOf } from '$lib/experiment/lab';
import { bitPattern } from '$lib/views/lab/browser/bit-pattern';

const digitsOf = (value: number, other: number) => bitPattern(value, other).halves.flat();

describe('the bits of a number', () => {
  it('are those of IEEE 754, the sign first', () => {
    const { halves } = bitPattern(-2, -2);
    expect(
      halves
        .flat()
        .map(({ digit }) => digit)
        .join('')
    ).toBe('c000000000000000');
    expect(halves.map((half) => half.length)).toEqual([8, 8]);
    expect(halves[0]![0]).toEqual({
      digit: 'c',
      bits: ['1', '1', '0', '0'].map((bit) => ({ bit, differs: false })),
      differs: false
    });
  });

  it('mark those in which neighbours differ', () => {
    const digits = digitsOf(1, 1 + Number.EPSILON);
    expect(digits.filter(({ differs }) => differs)).toEqual([
      {
        digit: '0',
        bits: [false, false, false, true].map((differs) => ({ bit: '0', differs })),
        differs: true
      }
    ]);
    expect(digits.at(-1)?.differs).toBe(true);
  });

  it('spell the number and mark exactly what differs, for any two numbers', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        const digits = digitsOf(a, b);
        const bits = digits.flatMap((digit) => digit.bits);
        expect(digits.map(({ digit }) => digit).join('')).toBe(hexOf(a));
        expect(BigInt(`0b${bits.map(({ bit }) => bit).join('')}`)).toBe(BigInt(`0x${hexOf(a)}`));
        expect(bits.flatMap(({ differs }, index) => (differs ? [index] : []))).toEqual(differingBits(a, b));
      })
    );
  });
});
