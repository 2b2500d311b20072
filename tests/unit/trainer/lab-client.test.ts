import { describe, expect, it, vi } from 'vitest';
import { applyDrifts, BASELINE } from '$lib/experiment';
import { describeTestSet, train } from '$lib/trainer';
import { drain } from '$lib/trainer/drain';
import { elementary } from '$lib/trainer/elementary';
import { createLabClient, type Progress } from '$lib/trainer/lab';
import { probeMath } from '$lib/trainer/math-probe';
import { trace } from '$lib/trainer/trace';
import { LAB_HANDLERS } from '$lib/trainer/lab-handlers';
import { FakeLabWorker } from './fake-worker';
import { penguins } from './penguins';
import { withFields } from './manifests';
import { because } from '$lib/experiment/reason';

const FEW = 60_000;

/** The Lab's, with fewer inputs to try. */
const QUICK: typeof LAB_HANDLERS = {
  ...LAB_HANDLERS,
  mathProbe: (input, dataset) => ({
    ...LAB_HANDLERS.mathProbe(input, dataset),
    steps: probeMath(elementary('platform'), dataset, FEW)
  })
};

function setUp() {
  const workers: FakeLabWorker[] = [];
  const client = createLabClient(() => {
    const worker = new FakeLabWorker(QUICK);
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

const later = applyDrifts(['gradient-chunks']);
const LONG = withFields({ 'code.epochs': 1000 });

const upTo = (total: number): Progress[] =>
  Array.from({ length: total }, (_, index) => ({ done: index + 1, total }));

describe('the Lab’s client', () => {
  it('trains and describes test sets as the lesson’s does, on one worker', async () => {
    const { client, workers } = setUp();
    const onEpoch = vi.fn();
    expect(await client.train(BASELINE, { onEpoch })).toEqual({ ok: true, value: train(BASELINE, penguins) });
    expect(onEpoch).toHaveBeenCalledTimes(100);
    expect(await client.testSet(BASELINE)).toEqual({ ok: true, value: describeTestSet(BASELINE, penguins) });
    expect(workers).toHaveLength(1);
  });

  it('traces two runs, and tells of each epoch', async () => {
    const { client } = setUp();
    const reports: Progress[] = [];
    const answer = await client.trace(BASELINE, later, { onProgress: (report) => reports.push(report) });
    expect(answer).toEqual({ ok: true, value: drain(trace(BASELINE, later, penguins)) });
    expect(reports).toEqual(upTo(100));
  });

  it('is handed the weights of a trace, rather than copies', async () => {
    const { client, workers } = setUp();
    const answer = await client.trace(BASELINE, later);
    expect(answer.ok && answer.value.epochs[100]!.weights.later).toHaveLength(33);
    expect(workers[0]!.transferred).toHaveLength(2 * 101);
  });

  it('probes the engine’s math, and tells of each step', async () => {
    const { client } = setUp();
    const reports: Progress[] = [];
    const answer = await client.probeMath({ onProgress: (report) => reports.push(report) });
    expect(answer).toEqual({ ok: true, value: drain(probeMath(elementary('platform'), penguins, FEW)) });
    expect(reports).toEqual(upTo(reports[0]!.total));
  });

  it('answers a trace of unlike shapes as refused', async () => {
    const { client } = setUp();
    expect(await client.trace(BASELINE, withFields({ 'code.hiddenUnits': 2 }))).toEqual({
      ok: false,
      failure: { kind: 'refused', reason: because('other-shape', { before: 8, after: 2 }) }
    });
  });
});

describe('cancelling', () => {
  it.each(['trace', 'probeMath'] as const)(
    '%s answers at once, and stops the worker’s work',
    async (name) => {
      const { client, workers } = setUp();
      const controller = new AbortController();
      const onProgress = vi.fn(() => controller.abort());
      const options = { signal: controller.signal, onProgress };
      const answer = await (name === 'trace' ? client.trace(LONG, LONG, options) : client.probeMath(options));
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
      expect(onProgress).toHaveBeenCalledTimes(1);

      const { answered } = workers[0]!;
      await vi.waitFor(() =>
        expect(answered.at(-1)).toMatchObject({ type: 'answer', answer: { ok: false } })
      );
      const [last] = answered
        .flatMap((message) => (message.type === 'progress' ? [message.report] : []))
        .slice(-1);
      expect(last).toMatchObject({ done: expect.any(Number) });
      expect((last as Progress).done).toBeLessThan((last as Progress).total);
      expect(await client.testSet(BASELINE)).toMatchObject({ ok: true });
    }
  );

  it('leaves a training beside it alone', async () => {
    const { client } = setUp();
    const controller = new AbortController();
    const traced = client.trace(LONG, LONG, {
      signal: controller.signal,
      onProgress: () => controller.abort()
    });
    const trained = client.train(BASELINE);
    expect(await traced).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await trained).toMatchObject({ ok: true });
  });
});

describe('a worker that dies', () => {
  it('fails what is under way, and the next request has a fresh one', async () => {
    const { client, workers } = setUp();
    let started = (): void => {};
    const begun = new Promise<void>((resolve) => (started = resolve));
    const pending = client.trace(LONG, LONG, { onProgress: () => started() });
    await begun;
    workers[0]!.emit('error', { message: 'out of memory' });
    expect(await pending).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    expect(await client.trace(BASELINE, later)).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });
});

it('disposing answers all as cancelled', async () => {
  const { client, workers } = setUp();
  const pending = [client.trace(LONG, LONG), client.probeMath()];
  client.dispose();
  for (const answer of [...(await Promise.all(pending)), await client.probeMath()]) {
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  }
  expect(workers[0]!.terminated).toBe(true);
});
