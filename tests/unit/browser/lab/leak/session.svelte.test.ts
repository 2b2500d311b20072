import { describe, expect, it, vi } from 'vitest';
import { LeakSession } from '$lib/browser/lab/leak/session.svelte';
import { createLabClient } from '$lib/trainer/lab';
import { FakeLabWorker } from '../../../trainer/fake-worker';
import { exams, first } from '../../../views/lab/leak/exams';
import { saying } from '../../../trainer/saying';

function study() {
  const client = createLabClient(() => new FakeLabWorker());
  const { train: reallyTrain } = client;
  const train = vi.spyOn(client, 'train');
  return { study: new LeakSession({ client }), train, reallyTrain };
}

const over = (work: LeakSession['first'] | LeakSession['fresh']) =>
  vi.waitFor(() => expect(work.state.at).toBe('done'));

describe('the study of the leak', () => {
  it('really takes the first exam, and knows the chosen epoch by its weights', async () => {
    const { study: leak } = study();
    leak.runFirst();
    await over(leak.first);
    expect(leak.first.state).toEqual({ at: 'done', result: first });
  });

  it('really takes the fresh exams with that epoch', async () => {
    const { study: leak, train } = study();
    leak.runFirst();
    await over(leak.first);
    leak.runFresh();
    await over(leak.fresh);
    expect(leak.fresh.state).toEqual({ at: 'done', result: exams });
    expect(train).toHaveBeenCalledTimes(3 + 3 * exams.length);
  });

  it('draws no fresh exam before the leak has chosen', () => {
    const { study: leak, train } = study();
    leak.runFresh();
    expect(leak.fresh.state).toEqual({ at: 'idle' });
    expect(train).not.toHaveBeenCalled();
  });

  it('forgets the fresh exams when the first is taken again', async () => {
    const { study: leak } = study();
    leak.runFirst();
    await over(leak.first);
    leak.runFresh();
    leak.runFirst();
    expect(leak.fresh.state).toEqual({ at: 'idle' });
    await over(leak.first);
    expect(leak.fresh.state).toEqual({ at: 'idle' });
  });

  it('trains no further once it is cancelled, or the page is left', async () => {
    const { study: leak, train, reallyTrain } = study();
    leak.runFirst();
    leak.cancelFirst();
    expect(leak.first.state).toEqual({ at: 'cancelled' });
    leak.runFirst();
    await over(leak.first);
    // The third training begins only when the page has been left.
    let begin = () => {};
    const left = new Promise<void>((resolve) => (begin = resolve));
    train.mockClear().mockImplementation(async (...asked) => {
      if (train.mock.calls.length === 3) await left;
      return reallyTrain(...asked);
    });
    leak.runFresh();
    await vi.waitFor(() => expect(leak.fresh.state).toMatchObject({ progress: { done: 2, total: 60 } }));
    leak.stop();
    begin();
    await train.mock.results[2]!.value;
    await new Promise((resolve) => setImmediate(resolve));
    expect(leak.fresh.state).toEqual({ at: 'cancelled' });
    expect(train).toHaveBeenCalledTimes(3);
  });

  it('says what went wrong in the trainer’s words', async () => {
    const failure = { kind: 'broken', reason: saying('Out of memory.') } as const;
    const leak = new LeakSession({ client: { train: () => Promise.resolve({ ok: false, failure }) } });
    leak.runFirst();
    await vi.waitFor(() => expect(leak.first.state).toEqual({ at: 'failed', ...failure }));
  });
});
