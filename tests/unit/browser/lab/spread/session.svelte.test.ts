import { describe, expect, it, vi } from 'vitest';
import { SpreadSession } from '$lib/browser/lab/spread/session.svelte';
import { BASELINE } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { LUCKY, seedOf } from '$lib/machine/lab/spread/plan';
import { realRun } from '../../../machine/fake-trainer';
import { FakeSweeps } from './fake-sweeps';
import { saying } from '../../../trainer/saying';

function study() {
  const sweeps = new FakeSweeps();
  const clock = { now: 0 };
  const train = () => Promise.resolve({ ok: true, value: realRun(RECORDED) } as const);
  const made = new SpreadSession(
    { client: { train } },
    () => sweeps,
    () => clock.now
  );
  made.choice = { ...made.choice, runs: 10 };
  return { study: made, sweeps, clock };
}

const at = (spread: SpreadSession, state: string) =>
  vi.waitFor(() => expect(spread.state.work.at).toBe(state));

describe('the study of spread', () => {
  it('knows the lesson’s own run by training it', async () => {
    const { study: spread } = study();
    await vi.waitFor(() => expect(spread.lesson?.digest).toBe(realRun(BASELINE).record.digest));
  });

  it('really trains what was chosen, and piles it up as it arrives', async () => {
    const { study: spread, sweeps, clock } = study();
    spread.run();
    expect(spread.state).toMatchObject({
      work: { at: 'running' },
      experiment: 'own',
      total: 10,
      done: 0,
      rate: null
    });
    clock.now = 500;
    sweeps.newest.report({ from: 5, to: 10 });
    await vi.waitFor(() => expect(spread.state).toMatchObject({ done: 5, rate: 10 }));
    sweeps.newest.report({ from: 0, to: 5 });
    sweeps.newest.finish();
    await at(spread, 'done');
    const [runs] = spread.state.runs;
    expect(runs).toMatchObject({ done: 10, digests: 10 });
    expect(runs!.digestOf(0)).toBe(realRun(BASELINE).record.digest);
    expect(runs!.correctOf(0)).toBe(realRun(BASELINE).record.accuracy.correct);
    expect(spread.known.seeds).toBe(runs);
  });

  it('pauses without counting the time, goes on, and can be cancelled while paused', async () => {
    const { study: spread, sweeps, clock } = study();
    spread.run();
    clock.now = 1000;
    sweeps.newest.report({ from: 0, to: 5 });
    spread.pause();
    expect(sweeps.paused).toBe(true);
    expect(spread.state).toMatchObject({ work: { at: 'running', paused: true }, done: 5, rate: 5 });
    clock.now = 100_000;
    spread.pause();
    expect(sweeps.paused).toBe(false);
    clock.now = 101_000;
    spread.pause();
    expect(spread.state.rate).toBe(2.5);
    spread.cancel();
    expect(sweeps.paused).toBe(false);
    expect(sweeps.newest.options.signal?.aborted).toBe(true);
    await at(spread, 'cancelled');
    expect(spread.state.done).toBe(5);
    expect(spread.known).toEqual({});
  });

  it('counts the time in which runs still arrive after a pause', () => {
    const { study: spread, sweeps, clock } = study();
    spread.run();
    clock.now = 1000;
    sweeps.newest.report({ from: 0, to: 5 });
    spread.pause();
    clock.now = 2000;
    sweeps.newest.report({ from: 5, to: 10 });
    clock.now = 100_000;
    spread.pause();
    expect(spread.state).toMatchObject({ work: { at: 'running', progress: null }, done: 10, rate: 5 });
  });

  it('shows nothing of what was cancelled', async () => {
    const { study: spread, sweeps } = study();
    spread.run();
    const [first] = sweeps.asked;
    spread.runExperiment('pinned');
    expect(first!.options.signal?.aborted).toBe(true);
    await vi.waitFor(() => expect(sweeps.asked).toHaveLength(2));
    expect(spread.state).toMatchObject({ work: { at: 'running' }, experiment: 'pinned', total: 1000 });
    sweeps.newest.pretend(() => 85);
    await at(spread, 'done');
    expect(spread.state.runs).toHaveLength(1);
    expect(spread.state.runs[0]).toMatchObject({ digests: 1, done: 1000 });
    expect(spread.known).toEqual({});
  });

  it('picks the luckiest seed, the first of equals, and tries it and the next in line on fresh splits', async () => {
    const { study: spread, sweeps } = study();
    spread.runExperiment('lucky');
    const total = LUCKY.seeds + 2 * LUCKY.splits;
    expect(spread.state.total).toBe(total);
    sweeps.newest.pretend((run) => (run === 98 || run === 300 ? 91 : 80 + (run % 9)));
    await vi.waitFor(() => expect(sweeps.asked).toHaveLength(2));
    expect(sweeps.newest.spec.base.environment.seed).toBe(99);
    sweeps.newest.pretend(() => 82);
    await vi.waitFor(() => expect(sweeps.asked).toHaveLength(3));
    sweeps.newest.pretend(() => 83);
    await at(spread, 'done');
    expect(spread.state).toMatchObject({ done: total, total });
    const [seeds, lucky, honest] = spread.state.runs;
    expect(seedOf(lucky!.series, 0)).toBe(99);
    expect(spread.known).toEqual({ seeds, splits: honest });
  });

  it('says what went wrong in the trainer’s words', async () => {
    const { study: spread, sweeps } = study();
    spread.run();
    sweeps.newest.fail('broken', 'Out of memory.');
    await at(spread, 'failed');
    expect(spread.state.work).toEqual({ at: 'failed', kind: 'broken', reason: saying('Out of memory.') });
  });

  it('ends its workers with the page, and only then', async () => {
    const { study: spread, sweeps } = study();
    spread.run();
    spread.cancel();
    expect(sweeps.disposed).toBe(false);
    spread.stop();
    expect(sweeps.disposed).toBe(true);
  });
});
