import { describe, expect, it } from 'vitest';
import { TestSets } from '$lib/browser/lab/test-sets.svelte';
import { BASELINE, type Reason } from '$lib/experiment';
import { describeTestSet, type TestSet } from '$lib/trainer';
import { realDataset } from '../../machine/fake-trainer';
import { saying } from '../../trainer/saying';

const testSet = describeTestSet(BASELINE, realDataset);

/** A trainer that answers when the test says so. */
function slowTrainer() {
  const answers: ((ok: boolean) => void)[] = [];
  const client = {
    testSet: () =>
      new Promise<
        { ok: true; value: TestSet } | { ok: false; failure: { kind: 'broken'; reason: Reason<'stopped'> } }
      >((settle) =>
        answers.push((ok) =>
          settle(
            ok
              ? { ok, value: testSet }
              : { ok, failure: { kind: 'broken', reason: saying('The worker died.') } }
          )
        )
      )
  };
  return { answers, testSets: new TestSets(client) };
}

describe('what runs are tested on', () => {
  it('is asked for once, however often it is wanted before the answer and after it', async () => {
    const { answers, testSets } = slowTrainer();
    const first = testSets.ask('a', BASELINE);
    await testSets.ask('a', BASELINE);
    expect(testSets.of('a')).toBeNull();
    answers[0]!(true);
    await first;
    await testSets.ask('a', BASELINE);
    expect(answers).toHaveLength(1);
    expect(testSets.of('a')).toBe(testSet);
    expect(testSets.of('b')).toBeNull();
  });

  it('is asked for again after it failed', async () => {
    const { answers, testSets } = slowTrainer();
    const first = testSets.ask('a', BASELINE);
    answers[0]!(false);
    await first;
    const again = testSets.ask('a', BASELINE);
    answers[1]!(true);
    await again;
    expect(testSets.of('a')).toBe(testSet);
  });
});
