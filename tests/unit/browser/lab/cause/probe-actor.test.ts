import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor, createMachine } from 'xstate';
import { BASELINE } from '$lib/experiment';
import { probeActor, restFor } from '$lib/browser/lab/cause/probe-actor';
import type { Answer, TrainedRun, TrainOptions } from '$lib/trainer';
import { fakeRecord } from '../../../machine/fake-trainer';
import { saying } from '../../../trainer/saying';

const run: TrainedRun = {
  record: fakeRecord(BASELINE),
  weights: Float64Array.of(1),
  scaling: { mean: [40, 4000], deviation: [5, 800] }
};

function probe(answer: Answer<'train'>, rest = 0) {
  const train = vi.fn((_: unknown, options: TrainOptions = {}) => {
    void options;
    return Promise.resolve(answer);
  });
  let output: unknown;
  const search = createMachine({
    invoke: { src: probeActor({ train }, () => rest), input: { manifest: BASELINE } },
    on: { PROBED: { actions: ({ event }) => (output = event.output) } }
  });
  const actor = createActor(search).start();
  return { actor, train, output: () => output };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a probe', () => {
  it('trains the manifest, and answers with its record alone', async () => {
    const { train, output } = probe({ ok: true, value: run });
    await vi.advanceTimersByTimeAsync(0);
    expect(train).toHaveBeenCalledExactlyOnceWith(BASELINE, expect.anything());
    expect(output()).toEqual({ ok: true, record: run.record });
  });

  it('hands on why there is no result', async () => {
    const failed = { ok: false, failure: { kind: 'refused', reason: saying('no rows are left') } } as const;
    const { output } = probe(failed);
    await vi.advanceTimersByTimeAsync(0);
    expect(output()).toEqual(failed);
  });

  it('takes a while at least, so that it can be followed', async () => {
    const { output } = probe({ ok: true, value: run }, 100);
    await vi.advanceTimersByTimeAsync(99);
    expect(output()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(output()).toMatchObject({ ok: true });
  });

  it('cancels its training when it is left, and leaves no timer behind', () => {
    const { actor, train } = probe({ ok: true, value: run }, 100);
    expect(vi.getTimerCount()).toBe(1);
    actor.stop();
    expect(train.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('how long a probe takes at least', () => {
  it('is a quarter of a second, and less the more may be left', () => {
    expect([1, 50, 80].map(restFor)).toEqual([250, 250, 250]);
    expect(restFor(200)).toBe(100);
    expect(restFor(5000)).toBeLessThan(10);
  });
});
