import { describe, expect, it } from 'vitest';
import { identicalView } from '$lib/views/lab/bits/identical';
import { examplesView } from '$lib/views/lab/bits/examples';
import { pairOf } from '$lib/machine/lab';
import { realTrace, setup } from './traces';

describe('the ready examples', () => {
  it('say what there is to see, and which is shown', () => {
    const [slow, fast] = examplesView(
      () => null,
      ({ then }) => Object.keys(then).length > 0
    );
    expect([slow!.name, fast!.name]).toEqual([
      'Float noise at learning rate 0.3',
      'The same at learning rate 5'
    ]);
    expect([slow!.shown, fast!.shown]).toEqual([false, true]);
    expect(slow!.text).toBe('See how far the last bits travel.');
  });

  it('say what happened, once they have been traced', () => {
    const [slow, fast] = examplesView(realTrace, () => false);
    expect(slow!.text).toBe(
      'Seen here: after epoch 100 the largest distance is 31 ULP. No prediction flips in any epoch.'
    );
    expect(fast!.text).toMatch(/10\^18 ULP. Predictions flip in 83 epochs.$/);
  });
});

describe('two runs without a differing bit', () => {
  const told = (parts: Parameters<typeof realTrace>[0]) => {
    const trace = realTrace(parts);
    expect(trace.first).toBeNull();
    return identicalView(trace, pairOf(setup(parts)));
  };
  const ALL = 'After every batch of 100 epochs all 33 weights were compared: not one bit differs.';

  it('are all the same', () => {
    expect(told({})).toEqual([ALL]);
  });

  it.each([
    ['one goes on for longer', { drifts: ['more-epochs'] }, 'The re-run goes on for longer, 101 epochs.'],
    ['one is chosen by the test set', { later: { 'code.checkpoint': 'best-on-test' } }, 'do not keep'],
    [
      'they are scored on other labels',
      { later: { 'data.edits': ['test-labels-corrected'] } },
      'do not score'
    ]
  ])('say why their results may differ when %s', (_, parts, words) => {
    const [all, why, ...more] = told(parts);
    expect(all).toBe(ALL);
    expect(why).toContain(words);
    expect(more).toEqual([]);
  });
});
