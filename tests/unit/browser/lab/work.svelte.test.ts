import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { KeptWork, LabWork, type Job } from '$lib/browser/lab/work.svelte';
import { saying } from '../../trainer/saying';

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
    fail: (kind: 'cancelled' | 'broken') => settle({ ok: false, failure: { kind, reason: saying('Why.') } }),
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
    ['broken', { at: 'failed', kind: 'broken', reason: saying('Why.') }],
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
    expect(job.mock.calls[0]![0].aborted).toBe(true);
    expect(work.state).toEqual({ at: 'idle' });
  });

  it('is paused only while it runs, and tells how far it is all the same', async () => {
    const work = new LabWork<string>();
    work.pause(true);
    expect(work.state).toEqual({ at: 'idle' });
    const open = openJob();
    const run = work.run(open.job, 'this');
    work.pause(true);
    open.report(2);
    expect(work.state).toEqual({ at: 'running', progress: { done: 2, total: 3 }, paused: true });
    work.pause(false);
    expect(work.state).toEqual({ at: 'running', progress: { done: 2, total: 3 } });
    work.pause(true);
    open.finish('found');
    await run;
    expect(work.state).toEqual({ at: 'done', result: 'found' });
    expect(work.key).toBe('this');
  });

  it('listens to the newest job only, whatever happens', async () => {
    type Does = 'run' | 'cancel' | 'reset' | 'pause' | 'report' | 'finish' | 'fail';
    const does = fc.constantFrom<Does>('run', 'cancel', 'reset', 'pause', 'report', 'finish', 'fail');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(does, fc.nat()), { maxLength: 25 }), async (happenings) => {
        const work = new LabWork<string>();
        const jobs: ReturnType<typeof openJob>[] = [];
        const ended = new Set<object | undefined>();
        for (const [what, which] of happenings) {
          const job = jobs[which % Math.max(1, jobs.length)];
          if (what === 'run') {
            jobs.push(openJob());
            void work.run(jobs.at(-1)!.job, String(jobs.length));
          } else if (what === 'cancel') work.cancel();
          else if (what === 'reset') work.reset();
          else if (what === 'pause') work.pause(which % 2 === 0);
          else if (what === 'report') job?.report(which);
          else {
            ended.add(job);
            if (what === 'finish') job?.finish(`${jobs.indexOf(job) + 1}`);
            else job?.fail('broken');
          }
          await Promise.resolve();
          await Promise.resolve();
          // One job at most is listened to, and it is the newest.
          const heard = jobs.filter((one) => !one.stopped && !ended.has(one));
          expect(heard.every((one) => one === jobs.at(-1))).toBe(true);
          if (work.state.at === 'running') expect(heard).toHaveLength(1);
          if (work.state.at === 'done') expect(work.state.result).toBe(work.key);
          // Whoever has answered is heard no more.
          const { state } = work;
          for (const one of ended) (one as (typeof jobs)[number] | undefined)?.report(99);
          expect(work.state).toEqual(state);
        }
      }),
      { numRuns: 100 }
    );
  });
});

describe('work whose results are kept', () => {
  const found = (value: string) => () => Promise.resolve({ ok: true, value } as const);

  it('tells of each key where its work stands', async () => {
    const work = new KeptWork<string>(2);
    await work.run(found('A'), 'a');
    const open = openJob();
    const run = work.run(open.job, 'b');
    expect([work.of('a'), work.of('b'), work.of('c')]).toEqual([
      { at: 'done', result: 'A' },
      { at: 'running', progress: null },
      { at: 'idle' }
    ]);
    work.cancel();
    await Promise.race([run, Promise.resolve()]);
    expect(work.of('b')).toEqual({ at: 'cancelled' });
    expect(work.resultOf('a')).toBe('A');
  });

  it('keeps the newest, as many as it may', async () => {
    const work = new KeptWork<string>(2);
    for (const key of ['a', 'b', 'c']) await work.run(found(key), key);
    work.reset();
    expect(['a', 'b', 'c'].map(work.resultOf)).toEqual([null, 'b', 'c']);
    expect(work.of('a')).toEqual({ at: 'idle' });
  });
});
