import { describe, expect, it, vi } from 'vitest';
import { LabWork, type Job } from '$lib/browser/lab-work.svelte';

/** A job that a test ends as it likes, and whether it was told to stop. */
function openJob() {
  let settle: (outcome: Awaited<ReturnType<Job<string>>>) => void = () => {};
  let report: Parameters<Job<string>>[1] = () => {};
  let heard: AbortSignal | undefined;
  const job: Job<string> = (signal, tell) => {
    [heard, report] = [signal, tell];
    return new Promise((resolve) => (settle = resolve));
  };
  return {
    job,
    report: (done: number) => report({ done, total: 3 }),
    finish: (value: string) => settle({ ok: true, value }),
    fail: (kind: 'cancelled' | 'broken') => settle({ ok: false, failure: { kind, message: 'Why.' } }),
    get stopped() {
      return heard?.aborted ?? false;
    }
  };
}

describe('work', () => {
  it('runs, tells how far it is, and ends with a result', async () => {
    const work = new LabWork<string>();
    const open = openJob();
    expect(work.state).toEqual({ at: 'idle' });
    const run = work.run(open.job);
    expect(work.state).toEqual({ at: 'running', progress: null });
    open.report(1);
    expect(work.state).toEqual({ at: 'running', progress: { done: 1, total: 3 } });
    open.finish('found');
    await run;
    expect(work.state).toEqual({ at: 'done', result: 'found' });
  });

  it.each([
    ['broken', { at: 'failed', message: 'Why.' }],
    ['cancelled', { at: 'cancelled' }]
  ] as const)('takes a failure for what it is: %s', async (kind, state) => {
    const work = new LabWork<string>();
    const open = openJob();
    const run = work.run(open.job);
    open.fail(kind);
    await run;
    expect(work.state).toEqual(state);
  });

  it('is cancelled at once, and deaf to what the job still says', async () => {
    const work = new LabWork<string>();
    const open = openJob();
    const run = work.run(open.job);
    work.cancel();
    expect(open.stopped).toBe(true);
    expect(work.state).toEqual({ at: 'cancelled' });
    open.report(2);
    open.finish('too late');
    await run;
    expect(work.state).toEqual({ at: 'cancelled' });
  });

  it('makes room for the next job', async () => {
    const work = new LabWork<string>();
    const [one, two] = [openJob(), openJob()];
    const runs = [work.run(one.job), work.run(two.job)];
    expect(one.stopped).toBe(true);
    one.finish('old');
    two.finish('new');
    await Promise.all(runs);
    expect(work.state).toEqual({ at: 'done', result: 'new' });
  });

  it('forgets its result when it is reset, and keeps it when there is nothing to cancel', async () => {
    const work = new LabWork<string>();
    await work.run(() => Promise.resolve({ ok: true, value: 'found' }));
    work.cancel();
    expect(work.state).toEqual({ at: 'done', result: 'found' });
    work.reset();
    expect(work.state).toEqual({ at: 'idle' });
  });

  it('waits for nobody who never answers', () => {
    const work = new LabWork<string>();
    const job = vi.fn<Job<string>>(() => new Promise(() => {}));
    void work.run(job);
    work.reset();
    expect(job.mock.calls[0][0].aborted).toBe(true);
    expect(work.state).toEqual({ at: 'idle' });
  });
});
