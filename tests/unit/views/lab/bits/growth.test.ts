import { describe, expect, it } from 'vitest';
import { growthRows, growthSummary } from '$lib/views/lab/bits/growth';
import { realTrace, traceOf } from './traces';

const FAST = { 'code.learningRate': 5 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (...epochs: Parameters<typeof traceOf>) => plain(growthSummary(traceOf(...epochs)).join(' '));

describe('how far two runs have come apart', () => {
  it('is told of the last epoch', () => {
    const weights = { then: Float64Array.of(1, 1), later: Float64Array.of(1, 1 + 31 * 2 ** -52) };
    expect(told({ ulps: { median: 1, largest: 9 } }, { ulps: { median: 3, largest: 31 }, weights })).toBe(
      'After epoch 2 the largest distance is 31 ULP and the median 3. ' +
        'Even there the two values agree in about the first 14 digits. No prediction flips in any epoch.'
    );
  });

  it('says when it is no noise any more, and how many signs differ', () => {
    const weights = { then: Float64Array.of(1, -1, 1, 2, 0), later: Float64Array.of(-1, 1, 1, 2, 1) };
    const large = told({ ulps: { median: 2 ** 40, largest: 2 ** 62 }, weights });
    expect(large).toContain('a factor of two or more apart. 2 weights even have the opposite sign.');
    expect(told({ ulps: { median: 0, largest: 2 ** 52 } })).not.toContain('sign');
  });

  it('says nothing of digits when the bits are equal again', () => {
    expect(told({ ulps: { median: 0, largest: 3 } }, {})).not.toContain('digit');
  });

  it('says when predictions start to flip', () => {
    expect(told({}, { flipped: [4] }, {})).toContain('Predictions flip in one epoch, epoch 2.');
    expect(told({}, { flipped: [4] }, { flipped: [4, 5] })).toContain(
      'Predictions start to flip in epoch 2; they differ in 2 of 3 epochs.'
    );
  });

  it('stays tiny at the recorded learning rate, and takes over at 5', () => {
    const drifts = ['gradient-chunks'];
    expect(growthSummary(realTrace({ drifts })).at(-1)).toBe('No prediction flips in any epoch.');
    const fast = growthSummary(realTrace({ drifts, then: FAST }));
    expect(fast.join(' ')).toContain('a factor of two or more');
    expect(fast.at(-1)).toBe('Predictions start to flip in epoch 17; they differ in 83 of 100 epochs.');
  });

  it('counts no epoch for flips before the first one', () => {
    const trace = realTrace({
      then: { 'code.epochs': 4 },
      later: { 'data.features': ['bill_depth_mm', 'flipper_length_mm'] }
    });
    expect(trace.epochs[0]!.flipped).not.toEqual([]);
    expect(growthSummary(trace).at(-1)).toBe(
      'Predictions differ already before training, and after 4 of 4 epochs.'
    );
  });
});

describe('the table', () => {
  it('has a row for the initial weights and for each epoch', () => {
    const rows = growthRows(
      traceOf({
        ulps: { median: 2, largest: 5000 },
        flipped: [1, 2],
        accuracy: { then: { correct: 85, total: 100 }, later: { correct: 2, total: 3 } }
      })
    );
    expect(rows).toEqual([
      { epoch: 0, largest: '0', median: '0', flips: 0, accuracy: '85% → 85%' },
      { epoch: 1, largest: '5,000', median: '2', flips: 2, accuracy: '85% → 66.7%' }
    ]);
  });
});
