import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingBits, hexOf, ulpDistance } from '$lib/experiment/lab';

const number = fc.double({ noNaN: true });
const anyNumber = fc.double();

/** The float64 that these bits are, by the machine's own memory. */
const ofBits = (bits: bigint) => new Float64Array(new BigUint64Array([bits]).buffer)[0]!;

/** The next greater float64, by its bits: away from 0 for positive numbers, towards it for negative ones. */
function nextUp(value: number): number {
  if (Object.is(value, -0)) return 0;
  const bits = new BigUint64Array(new Float64Array([value]).buffer)[0]!;
  return ofBits(value >= 0 ? bits + 1n : bits - 1n);
}

describe('the distance in units in the last place', () => {
  it.each([
    [1, 1, 0],
    [1, 1 + Number.EPSILON, 1],
    [1, 1 - Number.EPSILON, 2],
    [0.1 + 0.2, 0.3, 1],
    [-0, 0, 1],
    [0, 5e-324, 1],
    [-5e-324, 5e-324, 3],
    [1, 2, 2 ** 52],
    [1, 4, 2 ** 53],
    [Number.MAX_VALUE, Infinity, 1],
    [-Infinity, Infinity, 2 ** 64 - 2 ** 53],
    [NaN, NaN, 0],
    [NaN, 1, Infinity],
    [Infinity, NaN, Infinity]
  ])('from %d to %d is %d', (a, b, distance) => {
    expect(ulpDistance(a, b)).toBe(distance);
  });

  it('is 0 for equal bits, and for nothing else', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(ulpDistance(a, a)).toBe(0);
        expect(ulpDistance(a, b) === 0).toBe(Object.is(a, b));
      })
    );
  });

  it('is the same from both sides, and on the other side of 0', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(ulpDistance(b, a)).toBe(ulpDistance(a, b));
        expect(ulpDistance(-a, -b)).toBe(ulpDistance(a, b));
      })
    );
  });

  it('counts the steps from one number up to the next', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 50 }), (from, steps) => {
        let to = from;
        for (let step = 0; step < steps; step++) to = nextUp(to);
        fc.pre(!Number.isNaN(to));
        expect(ulpDistance(from, to)).toBe(steps);
      })
    );
  });

  it('adds up along the way', () => {
    fc.assert(
      fc.property(number, number, number, (...numbers) => {
        const [low, middle, high] = Float64Array.from(numbers).sort();
        const sum = ulpDistance(low!, middle!) + ulpDistance(middle!, high!);
        // Each distance is rounded once beyond 2⁵³.
        expect(Math.abs(ulpDistance(low!, high!) - sum)).toBeLessThanOrEqual(sum * 2 ** -51);
      })
    );
  });
});

describe('the bits of a number', () => {
  it.each([
    [0, '0000000000000000'],
    [-0, '8000000000000000'],
    [1, '3ff0000000000000'],
    [0.1, '3fb999999999999a'],
    [-2, 'c000000000000000'],
    [5e-324, '0000000000000001'],
    [Infinity, '7ff0000000000000']
  ])('of %d are %s', (value, hex) => {
    expect(hexOf(value)).toBe(hex);
  });

  it('are 16 digits that give the number back', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(hexOf(value)).toMatch(/^[0-9a-f]{16}$/);
        expect(ofBits(BigInt(`0x${hexOf(value)}`))).toBe(value);
      })
    );
  });
});

describe('the bits that differ', () => {
  it.each([
    [1, -1, [0]],
    [0, -0, [0]],
    [1, 1 + Number.EPSILON, [63]],
    [1, 2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    [1, 1.5, [12]],
    [3, 3, []]
  ])('between %d and %d are %j', (a, b, positions) => {
    expect(differingBits(a, b)).toEqual(positions);
  });

  it('are those that turn one number into the other', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const positions = differingBits(a, b);
        expect(positions).toEqual([...new Set(positions)].sort((p, q) => p - q));
        const mask = positions.reduce((bits, place) => bits | (1n << BigInt(63 - place)), 0n);
        expect(ofBits(BigInt(`0x${hexOf(a)}`) ^ mask)).toBe(b);
      })
    );
  });

  it('are none just where the distance is 0', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(differingBits(a, b).length === 0).toBe(ulpDistance(a, b) === 0);
      })
    );
  });
});
