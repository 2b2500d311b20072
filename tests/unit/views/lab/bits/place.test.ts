import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingBits, hexOf } from '$lib/experiment/lab';
import { pairOf } from '$lib/machine/lab';
import type { FirstDifference } from '$lib/trainer/lab';
import { placeView, type Stretch } from '$lib/views/lab/bits/place';
import { realTrace, setup } from './traces';

const pair = pairOf(setup({}));

const FIRST: FirstDifference = {
  epoch: 3,
  batch: 7,
  batchesInEpoch: 15,
  weight: 7,
  then: 1,
  later: 1 + 2 ** -52,
  differing: 12,
  sums: { then: [], later: [] }
};

const view = (parts: Partial<FirstDifference>, of = pair) => placeView({ ...FIRST, ...parts }, 33, of);
const joined = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
const marked = (stretches: readonly Stretch[]) => joined(stretches.filter(({ differs }) => differs));

describe('the first place where two runs differ', () => {
  it('is named by epoch, batch and weight', () => {
    expect(view({}).place).toBe('Epoch 3, batch 7 of 15, weight W1[3, body mass]');
    expect(view({ epoch: 0, batch: null }).place).toBe('Before training, weight W1[3, body mass]');
  });

  it.each([
    [0, 'W1[0, bill length]', 'That is the weight from bill length to hidden unit 1 of 8.'],
    [7, 'W1[3, body mass]', 'That is the weight from body mass to hidden unit 4 of 8.'],
    [18, 'b1[2]', 'That is the bias of hidden unit 3 of 8.'],
    [31, 'W2[7]', 'That is the weight from hidden unit 8 of 8 to the output.'],
    [32, 'b2', 'That is the bias of the output.']
  ])('says which weight %i is', (weight, code, words) => {
    const { caption, details } = view({ weight });
    expect(caption).toBe(`The two values of weight ${code}`);
    expect(details[0]).toBe(words);
  });

  it('names both inputs where the runs look at different features', () => {
    const other = pairOf(setup({ later: { 'data.features': ['bill_depth_mm', 'body_mass_g'] } }));
    expect(view({ weight: 0 }, other).details[0]).toContain(
      'from bill length (in the re-run: bill depth) to hidden unit 1'
    );
  });

  it('says how many weights differ, and how far apart these are', () => {
    expect(view({}).details.at(-1)).toBe('12 of 33 weights differ here; this is the first of them.');
    expect(view({ differing: 1 }).details.at(-1)).toBe('It is the only one of 33 weights that differs here.');
    expect(view({}).apart).toContain('neighbours: 1 ULP apart');
    expect(view({ later: 1 + 2 ** -50 }).apart).toBe('The two are 4 ULP apart.');
  });

  it('says before training that the runs start from different numbers', () => {
    expect(view({ epoch: 0, batch: null }).details).toContain(
      'The runs already start from different numbers.'
    );
    expect(view({}).details).toContain('Before that, every bit of all 33 weights is the same.');
  });

  it('is found in real runs that add up their gradients in another order', () => {
    const { first, epochs } = realTrace({ drifts: ['gradient-chunks'] });
    const { place, apart } = placeView(first!, epochs[0]!.weights.then.length, pair);
    expect(place).toBe('Epoch 1, batch 1 of 15, weight W1[1, body mass]');
    expect(apart).toContain('1 ULP apart');
  });
});

describe('the two values', () => {
  const numbers = fc
    .tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
    .filter(([then, later]) => !Object.is(then, later));

  it('are written so that they read back as they are', () => {
    fc.assert(
      fc.property(numbers, ([then, later]) => {
        const { values } = view({ then, later });
        expect(values.map(({ decimal }) => Number(joined(decimal)))).toEqual([then, later]);
        expect(values.map(({ hex }) => joined(hex))).toEqual([hexOf(then), hexOf(later)]);
      })
    );
  });

  it('are drawn bit by bit, with exactly the differing bits marked', () => {
    fc.assert(
      fc.property(numbers, ([then, later]) => {
        const { groups, differing } = view({ then, later });
        const bits = groups.flatMap(({ bunches }) => bunches.flat());
        const digits = (run: 'then' | 'later') => bits.map((bit) => bit[run]).join('');
        expect(BigInt(`0b${digits('then')}`)).toBe(BigInt(`0x${hexOf(then)}`));
        expect(BigInt(`0b${digits('later')}`)).toBe(BigInt(`0x${hexOf(later)}`));
        const positions = bits.filter(({ differs }) => differs).map(({ position }) => position);
        expect(positions).toEqual(differingBits(then, later));
        expect(differing).toBe(`${positions.length} of 64`);
      })
    );
  });

  it('have a sign, an exponent of 11 bits and a mantissa of 52, bunched as hexadecimal digits are', () => {
    const sizes = view({}).groups.map(({ bunches }) => bunches.map((bunch) => bunch.length));
    expect(sizes).toEqual([[1], [3, 4, 4], Array.from({ length: 13 }, () => 4)]);
  });

  it('are marked where they differ', () => {
    const [then, later] = view({ then: 0.25, later: 0.2500000000000001 }).values;
    expect(marked(then!.decimal)).toBe('');
    expect(marked(later!.decimal)).toBe('00000000000001');
    expect([marked(then!.hex), marked(later!.hex)]).toEqual(['0', '2']);
  });

  it('tell a negative zero from zero', () => {
    const [then, later] = view({ then: 0, later: -0 }).values;
    expect([joined(then!.decimal), joined(later!.decimal)]).toEqual(['0', '-0']);
    expect(marked(later!.hex)).toBe('8');
  });
});
