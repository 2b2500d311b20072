import { differingBits, hexOf } from '../../../experiment/lab';

/** One hexadecimal digit of a float64, with its four bits. */
export interface HexDigit {
  readonly digit: string;
  readonly bits: readonly { readonly bit: '0' | '1'; readonly differs: boolean }[];
  readonly differs: boolean;
}

/** The 64 bits of a number, the sign first: two halves of eight digits, so that they fit on a narrow screen. */
export interface BitPattern {
  readonly halves: readonly (readonly HexDigit[])[];
}

/** The bits of a number, those marked in which it differs from another. */
export function bitPattern(value: number, other: number): BitPattern {
  const differing = new Set(differingBits(value, other));
  const digits = [...hexOf(value)].map((digit, index): HexDigit => {
    const bits = [...parseInt(digit, 16).toString(2).padStart(4, '0')].map((bit, position) => ({
      bit: bit as '0' | '1',
      differs: differing.has(4 * index + position)
    }));
    return { digit, bits, differs: bits.some(({ differs }) => differs) };
  });
  return { halves: [digits.slice(0, 8), digits.slice(8)] };
}
