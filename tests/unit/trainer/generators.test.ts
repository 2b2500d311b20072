import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENERATORS } from '$lib/experiment';
import { mt19937 } from '$lib/trainer/generators/mt19937';
import { pcg32 } from '$lib/trainer/generators/pcg32';
import { splitmix32 } from '$lib/trainer/generators/splitmix32';
import { xoshiro128, xoshiro128FromState } from '$lib/trainer/generators/xoshiro128';
import { below, createRng, shuffle, STREAMS, unit, type Rng, type Stream } from '$lib/trainer/rng';

const draws = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.next());
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const streams = Object.keys(STREAMS) as Stream[];

describe('published reference vectors', () => {
  it('splitmix32 from 0', () => {
    expect(draws(splitmix32(0), 4)).toEqual([1684164658, 3653269916, 2939563536, 2141751570]);
  });

  it('xoshiro128** 1.1 from the state 1, 2, 3, 4', () => {
    expect(draws(xoshiro128FromState([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804
    ]);
  });

  it('xoshiro128** takes its state from splitmix32', () => {
    expect(draws(xoshiro128(1), 4)).toEqual([393288148, 2174103013, 3814759091, 2092745082]);
  });

  it('PCG32 of the demo: seed 42, sequence 54', () => {
    expect(draws(pcg32(42, 54), 6)).toEqual([
      0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e
    ]);
  });

  it('PCG32 follows sequence 54 unless told otherwise', () => {
    expect(draws(pcg32(42), 6)).toEqual(draws(pcg32(42, 54), 6));
  });

  it('MT19937 seeded with 5489: the first three and the ten thousandth', () => {
    const outputs = draws(mt19937(5489), 10_000);
    expect(outputs.slice(0, 3)).toEqual([3499211612, 581869302, 3890346734]);
    expect(outputs.at(-1)).toBe(4123659995);
  });
});

it('PCG32 agrees with its definition in 64-bit integers', () => {
  const mask = (1n << 64n) - 1n;
  const definition = (seed: number, sequence: number, count: number) => {
    const increment = ((BigInt(sequence) << 1n) | 1n) & mask;
    const step = (state: bigint) => (state * 6364136223846793005n + increment) & mask;
    let state = step((step(0n) + BigInt(seed)) & mask);
    return Array.from({ length: count }, () => {
      const mixed = (((state >> 18n) ^ state) >> 27n) & 0xffffffffn;
      const rotation = state >> 59n;
      state = step(state);
      return Number(((mixed >> rotation) | (mixed << (-rotation & 31n))) & 0xffffffffn);
    });
  };
  fc.assert(
    fc.property(anySeed, anySeed, (seed, sequence) => {
      expect(draws(pcg32(seed, sequence), 20)).toEqual(definition(seed, sequence, 20));
    })
  );
});

describe.each(GENERATORS)('laws of %s', (name) => {
  it('gives whole numbers from 0 to 2³² − 1, the same for the same seed and stream', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(...streams), (seed, stream) => {
        const first = draws(createRng(name, seed, stream), 50);
        expect(first).toEqual(draws(createRng(name, seed, stream), 50));
        expect(first.every((draw) => Number.isInteger(draw) && draw >= 0 && draw <= 0xffffffff)).toBe(true);
      })
    );
  });

  it('gives each stream of a seed, and each seed, its own numbers', () => {
    fc.assert(
      fc.property(anySeed, anySeed, (seed, other) => {
        const starts = streams.map((stream) => draws(createRng(name, seed, stream), 4).join());
        expect(new Set(starts).size).toBe(streams.length);
        fc.pre(seed !== other);
        expect(draws(createRng(name, other, 'init'), 4).join()).not.toBe(starts[1]);
      })
    );
  });

  it('draws every number below n about equally often', () => {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    const rng = createRng(name, 7, 'init');
    for (let i = 0; i < 70_000; i++) counts[below(rng, 7)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('shuffles in place, losing and inventing nothing', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer()), (seed, values) => {
        const shuffled = [...values];
        shuffle(shuffled, createRng(name, seed, 'shuffle'));
        expect(shuffled.toSorted()).toEqual(values.toSorted());
      })
    );
  });
});

describe('drawing', () => {
  const scripted = (...outputs: number[]): Rng => ({ next: () => outputs.shift()! });

  it('throws away draws that would favour small remainders', () => {
    // 2³² mod 10 is 6: the last six draws are one remainder too many.
    expect(below(scripted(0xffffffff, 0xfffffffa, 23), 10)).toBe(3);
    expect(below(scripted(0xfffffff9), 10)).toBe(9);
  });

  it('takes every draw when n divides 2³²', () => {
    expect(below(scripted(0xffffffff), 16)).toBe(15);
  });

  it('takes the remainder of every other draw, whatever its size', () => {
    const word = fc.oneof(anySeed, fc.integer({ min: 0xfffffff0, max: 0xffffffff }));
    fc.assert(
      fc.property(word, fc.oneof(word, fc.integer({ min: 0, max: 400 })), (draw, n) => {
        fc.pre(n > 0 && draw < 2 ** 32 - (2 ** 32 % n));
        expect(below(scripted(draw), n)).toBe(draw % n);
      }),
      { numRuns: 5000 }
    );
  });

  it('makes fractions from 0 up to, but not, 1', () => {
    expect(unit(scripted(0))).toBe(0);
    expect(unit(scripted(0x80000000))).toBe(0.5);
    expect(unit(scripted(0xffffffff))).toBe(1 - 2 ** -32);
  });

  it('shuffles from the last position down, and spends no draw on the first', () => {
    const values = [0, 1, 2, 3];
    const rng = scripted(0, 1, 1, 99);
    shuffle(values, rng);
    expect(values).toEqual([3, 2, 1, 0]);
    expect(rng.next()).toBe(99);
  });
});
