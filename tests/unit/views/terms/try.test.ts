import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, differingBytes } from '$lib/experiment';
import { differingBits } from '$lib/experiment/lab';
import { terms } from '$lib/lesson/terms';
import { describeTestSet, train } from '$lib/trainer';
import {
  dealtCards,
  flippedBit,
  quadrantManifest,
  QUADRANTS,
  quadrantText,
  rightFor,
  sumView
} from '$lib/views/terms/try';
import { penguins } from '../../trainer/penguins';

const run = train(BASELINE, penguins);

describe('what is tried on the page of terms', () => {
  it('deals all cards, the same for a seed and others for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const cards = dealtCards(seed);
        expect([...cards].sort((a, b) => a - b)).toEqual(cards.map((_, index) => index + 1));
        expect(dealtCards(seed)).toEqual(cards);
      })
    );
    expect(dealtCards(1)).not.toEqual(dealtCards(2));
  });

  it('says of sums what their bits say', () => {
    expect(terms.bit.orders).toHaveLength(3);
    expect(sumView(0, 0).bits).toBe('All 64 bits are the same.');
    const { values, text, bits } = sumView(0, 1);
    expect(text).toContain('0.1 + 0.2 + 0.3 gives 0.6000000000000001, and 0.3 + 0.2 + 0.1 gives 0.6');
    expect(bits).toContain(String(differingBits(...values).length));
  });

  it('flips the one bit that was chosen, and the fingerprint is another', () => {
    fc.assert(
      fc.property(fc.nat(run.weights.length - 1), fc.nat(63), (index, bit) => {
        const { digest, before, after } = flippedBit(run.weights, index, bit);
        expect(before).toBe(run.weights[index]);
        if (!Number.isNaN(after)) expect(differingBits(before, after)).toEqual([63 - bit]);
        expect(differingBytes(run.record.digest, digest).length).toBeGreaterThan(20);
      })
    );
  });

  it('scores a border by the penguins it is right for', () => {
    const { penguins: tested } = describeTestSet(BASELINE, penguins);
    const males = tested.filter(({ sex }) => sex === 'MALE').length;
    expect(rightFor({ where: 0, tilt: 0 }, tested)).toBe(males);
    expect(rightFor({ where: 1e6, tilt: 0 }, tested)).toBe(tested.length - males);
  });

  it.each(QUADRANTS)('runs $id on what its place says', ({ id, data, analysis }) => {
    const manifest = quadrantManifest(id);
    expect(manifest.data.splitSeed === BASELINE.data.splitSeed).toBe(data === 'same');
    expect(manifest.code.hiddenUnits === BASELINE.code.hiddenUnits).toBe(analysis === 'same');
    const text = quadrantText(run.record, train(manifest, penguins).record);
    expect(text.includes('identical')).toBe(id === 'reproducible');
  });
});
