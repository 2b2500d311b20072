import { describe, expect, it, vi } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { createTrainerClient, describeTestSet, train, type EpochReport } from '$lib/trainer';
import { FakeWorker } from './fake-worker';
import { withFields } from './manifests';
import { csv, penguins } from './penguins';
import { because } from '$lib/experiment/reason';

const LONG = withFields({ 'code.epochs': 1000 });

/** A client, and the workers it has spawned so far. */
function setUp(make: () => FakeWorker = () => new FakeWorker()) {
  const workers: FakeWorker[] = [];
  const client = createTrainerClient(() => {
    const worker = make();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

/** Resolves once a training has reported its first epoch. */
function begin(client: ReturnType<typeof createTrainerClient>, manifest = LONG, pace = 1) {
  const controller = new AbortController();
  let onFirst = (): void => {};
  const started = new Promise<void>((resolve) => (onFirst = resolve));
  const answer = client.train(manifest, { pace, signal: controller.signal, onEpoch: () => onFirst() });
  return { answer, started, abort: () => controller.abort() };
}

describe('a request', () => {
  it('is answered with what training here gives, after a report of each epoch', async () => {
    const { client } = setUp();
    const reports: EpochReport[] = [];
    const answer = await client.train(BASELINE, { onEpoch: (report) => reports.push(report) });
    expect(answer).toEqual({ ok: true, value: train(BASELINE, penguins) });
    expect(reports.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('for the test set is answered too', async () => {
    const { client } = setUp();
    expect(await client.testSet(BASELINE)).toEqual({ ok: true, value: describeTestSet(BASELINE, penguins) });
  });

  it('spawns the worker when it is first needed, and only then', async () => {
    const { client, workers } = setUp();
    expect(workers).toHaveLength(0);
    await client.testSet(BASELINE);
    await client.testSet(BASELINE);
    expect(workers).toHaveLength(1);
  });

  it('runs beside another, and neither hears of the other’s epochs', async () => {
    const { client, workers } = setUp();
    const heard = { one: [] as number[], two: [] as number[] };
    const two = withFields({ 'environment.seed': 2026, 'code.epochs': 30 });
    const answers = await Promise.all([
      client.train(BASELINE, { onEpoch: ({ epochs }) => heard.one.push(epochs) }),
      client.train(two, { onEpoch: ({ epochs }) => heard.two.push(epochs) })
    ]);
    expect(answers).toEqual([BASELINE, two].map((m) => ({ ok: true, value: train(m, penguins) })));
    expect(heard.one).toEqual(Array(100).fill(100));
    expect(heard.two).toEqual(Array(30).fill(30));
    // The second has ended before the first: they took turns.
    expect(workers[0]!.answered.flatMap((m) => (m.type === 'answer' ? [m.id] : []))).toEqual([2, 1]);
  });

  it('that the trainer refuses is answered with its reason', async () => {
    const { client } = setUp();
    const wild = withFields({ 'code.l2': 1, 'code.learningRate': 100 });
    expect(await client.train(wild)).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        reason: because('diverged', { epoch: 11 }),
        diverged: true
      }
    });
  });

  it('about other data than the worker’s is refused', async () => {
    const { client } = setUp(() => new FakeWorker(csv.replace('39.1', '39.2')));
    const reason = expect.objectContaining({ code: 'other-data' });
    expect(await client.train(BASELINE)).toEqual({ ok: false, failure: { kind: 'refused', reason } });
    expect(await client.testSet(BASELINE)).toEqual({ ok: false, failure: { kind: 'refused', reason } });
  });

  it('that makes the trainer throw is answered as broken, and the worker lives on', async () => {
    const { client, workers } = setUp(() => new FakeWorker('no penguins'));
    const reason = because('stopped', { words: 'The data begins with "no penguins", not its header.' });
    expect(await client.train(BASELINE)).toEqual({ ok: false, failure: { kind: 'broken', reason } });
    expect(workers[0]!.terminated).toBe(false);
  });
});

describe('pace', () => {
  it('rests that long after each epoch', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const { client } = setUp();
      const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      const epochs: number[] = [];
      const manifest = withFields({ 'code.epochs': 3 });
      const answer = client.train(manifest, { pace: 200, onEpoch: ({ epoch }) => epochs.push(epoch) });
      await turn();
      expect(epochs).toEqual([1]);
      await vi.advanceTimersByTimeAsync(199);
      await turn();
      expect(epochs).toEqual([1]);
      await vi.advanceTimersByTimeAsync(1);
      await turn();
      expect(epochs).toEqual([1, 2]);
      await vi.advanceTimersByTimeAsync(400);
      expect((await answer).ok).toBe(true);
      expect(epochs).toEqual([1, 2, 3]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('changes nothing in the result', async () => {
    const { client } = setUp();
    const manifest = withFields({ 'code.epochs': 5 });
    expect(await client.train(manifest, { pace: 2 })).toEqual(await client.train(manifest));
  });
});

describe('cancelling', () => {
  it.each([1, 0])('answers at once, and stops the training in the worker, at pace %d', async (pace) => {
    const { client, workers } = setUp();
    const { answer, started, abort } = begin(client, LONG, pace);
    await started;
    abort();
    const [worker] = workers;
    const reported = () => worker!.answered.filter(({ type }) => type === 'progress').length;
    expect(worker!.answered.some(({ type }) => type === 'answer')).toBe(false);
    expect(await answer).toEqual({
      ok: false,
      failure: { kind: 'cancelled', reason: because('cancelled') }
    });
    await vi.waitFor(() => expect(worker!.answered.at(-1)).toMatchObject({ answer: { ok: false } }));
    expect(reported()).toBeLessThan(1000);
    expect(worker!.terminated).toBe(false);
  });

  it('leaves other requests alone', async () => {
    const { client } = setUp();
    const first = begin(client);
    const second = client.train(BASELINE);
    await first.started;
    first.abort();
    expect(await first.answer).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await second).toEqual({ ok: true, value: train(BASELINE, penguins) });
  });

  it('silences the reports of what was cancelled', async () => {
    const { client } = setUp();
    const controller = new AbortController();
    const onEpoch = vi.fn(() => controller.abort());
    await client.train(LONG, { pace: 1, signal: controller.signal, onEpoch });
    await client.testSet(BASELINE);
    expect(onEpoch).toHaveBeenCalledTimes(1);
  });

  it('before asking spawns nothing', async () => {
    const { client, workers } = setUp();
    const answer = await client.train(BASELINE, { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(workers).toHaveLength(0);
  });

  it('after the answer sends nothing', async () => {
    const { client, workers } = setUp();
    const controller = new AbortController();
    await client.testSet(BASELINE, { signal: controller.signal });
    controller.abort();
    expect(workers[0]!.sent.map(({ type }) => type)).toEqual(['request']);
  });
});

describe('a worker that dies', () => {
  it.each([
    ['error', { message: 'out of memory' }, because('broke-down-with', { words: 'out of memory' })],
    ['error', {}, because('broke-down')],
    ['messageerror', {}, because('broke-down')]
  ] as const)(
    'by %s %j fails all that is pending, and the next request has a fresh one',
    async (type, event, reason) => {
      const { client, workers } = setUp();
      const first = begin(client);
      const second = client.train(LONG, { pace: 1 });
      await first.started;
      workers[0]!.emit(type, event);

      const broken = { ok: false, failure: { kind: 'broken', reason } };
      expect(await Promise.all([first.answer, second])).toEqual([broken, broken]);
      expect(workers[0]!.terminated).toBe(true);

      expect(await client.train(BASELINE)).toEqual({ ok: true, value: train(BASELINE, penguins) });
      expect(workers).toHaveLength(2);
    }
  );

  it('and dies again after it was replaced, harms nobody', async () => {
    const { client, workers } = setUp();
    const first = begin(client);
    await first.started;
    workers[0]!.emit('error', {});
    const answer = client.train(BASELINE);
    workers[0]!.emit('error', {});
    expect(await answer).toMatchObject({ ok: true });
    expect(workers[1]!.terminated).toBe(false);
  });

  it.each([{}, { message: 'Unexpected token' }])(
    'by %j before it has said anything, could not be loaded, and the next request has a fresh one',
    async (event) => {
      const { client, workers } = setUp();
      const pending = [client.train(BASELINE), client.testSet(BASELINE)];
      workers[0]!.emit('error', event);
      const unloaded = {
        ok: false,
        failure: { kind: 'unloaded', reason: because('unloaded') }
      };
      expect(await Promise.all(pending)).toEqual([unloaded, unloaded]);
      expect(workers[0]!.terminated).toBe(true);
      expect(await client.train(BASELINE)).toEqual({ ok: true, value: train(BASELINE, penguins) });
    }
  );

  it('is no worse than one that cannot be spawned', async () => {
    let allowed = false;
    const { client } = setUp(() => {
      if (!allowed) throw new Error('blocked');
      return new FakeWorker();
    });
    expect(await client.train(BASELINE)).toMatchObject({
      ok: false,
      failure: { kind: 'blocked', reason: because('blocked') }
    });
    allowed = true;
    expect(await client.train(BASELINE)).toMatchObject({ ok: true });
  });

  it('or cannot be sent to, fails that request only', async () => {
    const { client } = setUp();
    const pending = client.train(BASELINE);
    const unsendable = { ...BASELINE, code: { ...BASELINE.code, epochs: (() => 1) as unknown as number } };
    expect(await client.train(unsendable)).toMatchObject({ ok: false, failure: { kind: 'broken' } });
    expect(await pending).toMatchObject({ ok: true });
  });
});

describe('disposing', () => {
  it('ends the worker, and answers what is pending and what comes later as cancelled', async () => {
    const { client, workers } = setUp();
    const { answer, started } = begin(client);
    await started;
    client.dispose();
    expect(workers[0]!.terminated).toBe(true);
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(await client.testSet(BASELINE)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(workers).toHaveLength(1);
  });

  it('a client that was never used does nothing', () => {
    const { client, workers } = setUp();
    client.dispose();
    expect(workers).toHaveLength(0);
  });
});
