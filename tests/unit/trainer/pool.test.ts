import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import type { TrainerWorker } from '$lib/trainer';
import type { FromWorker, ToWorker } from '$lib/trainer/messages';
import { createSweepClient, poolSize, type SweepProgress } from '$lib/trainer/pool';
import { chunksOf, emptyRows, type Span, type SweepRows, type SweepSpec } from '$lib/trainer/sweep';
import type { SweepRequests } from '$lib/trainer/sweep-protocol';

/** What stands in for training: rows that tell their index. */
function rowsOf({ from, to }: Span): SweepRows {
  const rows = emptyRows(to - from);
  for (let row = 0; row < rows.count; row++) {
    rows.correct[row] = (from + row) % 101;
    rows.total[row] = 100;
    rows.digests.fill((from + row) % 251, 32 * row, 32 * row + 32);
  }
  return rows;
}

const specOf = (count: number): SweepSpec => ({ base: BASELINE, varies: { kind: 'seed', from: 0 }, count });

type Listener = (event: never) => void;

/** Workers that do nothing until they are told to answer, or to die. */
class Hands {
  /** Requests that nobody has dealt with yet, oldest first. */
  readonly open: { worker: TrainerWorker<SweepRequests>; answer(): void; die(): void }[] = [];
  readonly asked: Span[] = [];
  spawned = 0;
  alive = 0;
  /** Requests that went down with their worker. */
  lost = 0;
  failing = false;

  spawn = (): TrainerWorker<SweepRequests> => {
    if (this.failing) throw new Error('no more workers');
    this.spawned++;
    this.alive++;
    let dead = false;
    const listeners: [type: string, listener: Listener][] = [];
    const emit = (type: string, event: object) =>
      listeners.forEach(([heard, listener]) => heard === type && listener(event as never));
    const mine = () => this.open.filter((request) => request.worker === worker);
    const worker: TrainerWorker<SweepRequests> = {
      addEventListener: (type: string, listener: Listener) => void listeners.push([type, listener]),
      postMessage: (message: ToWorker<SweepRequests>) => {
        if (message.type === 'cancel') return;
        const { id, input } = message;
        this.asked.push(input.span);
        const remove = () => this.open.splice(this.open.indexOf(request), 1);
        const request = {
          worker,
          answer() {
            remove();
            const value = { rows: rowsOf(input.span), simd: input.span.to - input.span.from };
            const data: FromWorker<SweepRequests> = { type: 'answer', id, answer: { ok: true, value } };
            if (!dead) emit('message', { data });
          },
          die: () => {
            this.lost += mine().length;
            dead = true;
            emit('error', { message: 'out of memory' });
          }
        };
        this.open.push(request);
      },
      terminate: () => {
        this.alive--;
        for (const request of mine()) this.open.splice(this.open.indexOf(request), 1);
      }
    };
    return worker;
  };
}

/** Lets everything that was answered take effect. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Answers what is asked, oldest first, until nothing is asked any more. */
async function answerAll(hands: Hands): Promise<void> {
  while (hands.open.length > 0) {
    hands.open[0]!.answer();
    await settled();
  }
}

const whole = (count: number) => rowsOf({ from: 0, to: count });

describe('a pool', () => {
  it('gives the same rows in the same order, whoever answers when and whoever dies', async () => {
    const action = fc.record({ pick: fc.nat(), dies: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(action, { maxLength: 60 }),
        async (count, workers, actions) => {
          const hands = new Hands();
          const client = createSweepClient({ workers, spawn: hands.spawn });
          const heard: SweepProgress[] = [];
          const outcome = client.run(specOf(count), { onProgress: (progress) => heard.push(progress) });
          let deaths = 0;
          for (let step = 0; hands.open.length > 0; step++) {
            const { pick, dies } = actions[step] ?? { pick: 0, dies: false };
            const request = hands.open[pick % hands.open.length]!;
            if (dies) deaths++;
            if (dies) request.die();
            else request.answer();
            await settled();
            expect(hands.open.length).toBeLessThanOrEqual(2 * workers);
          }
          const answer = await outcome;
          if (!answer.ok) {
            expect(['broken', 'unloaded']).toContain(answer.failure.kind);
            expect(deaths).toBeGreaterThanOrEqual(3 * Math.min(workers, chunksOf(specOf(count)).length));
            return;
          }
          expect(answer.value.rows).toEqual(whole(count));
          expect(answer.value.simd).toBe(count);
          expect(hands.asked).toHaveLength(chunksOf(specOf(count)).length + hands.lost);
          const fresh = heard.map(({ fresh }) => fresh).toSorted((a, b) => a.from - b.from);
          expect(fresh).toEqual(chunksOf(specOf(count)));
        }
      ),
      { numRuns: 150 }
    );
  });

  it('redoes at once what a dead worker was at, on a new worker', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 1, spawn: hands.spawn });
    void client.run(specOf(100));
    hands.open[0]!.die();
    await settled();
    const [first, second] = chunksOf(specOf(100));
    expect(hands.asked).toEqual([first, second, first, second]);
    expect(hands.spawned).toBe(2);
    expect(hands.alive).toBe(1);
  });

  it('gives up no worker that dies now and then', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 1, spawn: hands.spawn });
    const outcome = client.run(specOf(400));
    for (let deaths = 0; deaths < 8; deaths++) {
      hands.open[0]!.die();
      await settled();
      hands.open[0]!.answer();
      await settled();
    }
    await answerAll(hands);
    expect(await outcome).toMatchObject({ ok: true, value: { rows: whole(400) } });
    expect(hands.spawned).toBe(9);
  });

  it('gives up a worker that cannot be made, and goes on with the others', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 3, spawn: hands.spawn });
    const outcome = client.run(specOf(200));
    hands.failing = true;
    hands.open[0]!.die();
    await settled();
    await answerAll(hands);
    expect(await outcome).toMatchObject({ ok: true, value: { rows: whole(200) } });
  });

  it('answers, after a bounded number of tries, that nothing works', async () => {
    let tries = 0;
    const spawn = (): never => {
      tries++;
      throw new Error('workers are blocked');
    };
    const client = createSweepClient({ workers: 2, spawn });
    const outcome = await client.run(specOf(200));
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'blocked' } });
    expect(tries).toBe(14);
    await client.run(specOf(200)); // each sweep tries anew
    expect(tries).toBe(28);
  });

  it('spawns no more workers than there are chunks, and keeps them for the next sweep', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 8, spawn: hands.spawn });
    for (let sweep = 0; sweep < 2; sweep++) {
      const outcome = client.run(specOf(1));
      hands.open[0]!.answer();
      expect(await outcome).toMatchObject({ ok: true, value: { rows: whole(1) } });
    }
    expect(hands.spawned).toBe(1);
  });

  it('tells what is finished by filling the rows that it ends with', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 2, spawn: hands.spawn });
    const totals: number[] = [];
    let done = 0;
    const outcome = client.run(specOf(40), {
      onProgress: ({ rows, fresh: { from, to } }) => {
        done += to - from;
        totals.push(rows.total.filter((total) => total > 0).length);
        expect(totals.at(-1)).toBe(done);
        expect(rows.correct[from]).toBe(from % 101);
      }
    });
    while (hands.open.length > 0) {
      hands.open.at(-1)!.answer();
      await settled();
    }
    expect(await outcome).toMatchObject({ ok: true });
    expect(totals).toHaveLength(chunksOf(specOf(40)).length);
  });
});

describe('what a worker has at hand', () => {
  it('is one chunk that it computes and one to go on with, once every worker has its first', () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 3, spawn: hands.spawn });
    void client.run(specOf(500));
    const [a, b, c] = new Set(hands.open.map(({ worker }) => worker));
    expect(hands.open.map(({ worker }) => worker)).toEqual([a, b, c, a, b, c]);
  });

  it('is as much for one as for another, whoever was faster before a pause', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 2, spawn: hands.spawn });
    void client.run(specOf(126));
    const [first, other] = new Set(hands.open.map(({ worker }) => worker));
    client.pause();
    for (const request of hands.open.filter(({ worker }) => worker === first)) request.answer();
    for (const request of [...hands.open]) request.answer();
    await settled();
    client.resume();
    expect(hands.open.map(({ worker }) => worker)).toEqual([first, other]);
  });
});

describe('pausing', () => {
  it('finishes what is under way, hands out nothing, and goes on where it was', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 2, spawn: hands.spawn });
    const reports: Span[] = [];
    const outcome = client.run(specOf(200), { onProgress: ({ fresh }) => reports.push(fresh) });
    client.pause();
    while (hands.open.length > 0) hands.open[0]!.answer();
    await settled();
    expect(reports).toHaveLength(4);
    expect(hands.open).toHaveLength(0);

    client.resume();
    await answerAll(hands);
    expect(await outcome).toMatchObject({ ok: true, value: { rows: whole(200) } });
  });

  it('keeps for later what died meanwhile', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 1, spawn: hands.spawn });
    const outcome = client.run(specOf(10));
    client.pause();
    hands.open[0]!.die();
    await settled();
    expect(hands.open).toHaveLength(0);
    client.resume();
    hands.open[0]!.answer();
    expect(await outcome).toMatchObject({ ok: true, value: { rows: whole(10) } });
  });

  it('holds back a sweep that is asked for meanwhile', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 1, spawn: hands.spawn });
    client.pause();
    const outcome = client.run(specOf(1));
    expect(hands.open).toHaveLength(0);
    client.resume();
    hands.open[0]!.answer();
    expect(await outcome).toMatchObject({ ok: true });
  });
});

describe('cancelling', () => {
  const wasCancelled = { ok: false, failure: { kind: 'cancelled' } };

  it.each([false, true])(
    'answers at once; what still arrives is not reported (paused: %s)',
    async (paused) => {
      const hands = new Hands();
      const client = createSweepClient({ workers: 2, spawn: hands.spawn });
      const controller = new AbortController();
      let reports = 0;
      const outcome = client.run(specOf(200), { signal: controller.signal, onProgress: () => reports++ });
      if (paused) client.pause();
      controller.abort();
      expect(await outcome).toMatchObject(wasCancelled);
      while (hands.open.length > 0) hands.open[0]!.answer();
      await settled();
      expect(reports).toBe(0);
      expect(hands.open).toHaveLength(0);

      client.resume();
      const next = client.run(specOf(1));
      hands.open[0]!.answer();
      expect(await next).toMatchObject({ ok: true, value: { rows: whole(1) } });
    }
  );

  it('before it starts asks nobody', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 2, spawn: hands.spawn });
    expect(await client.run(specOf(5), { signal: AbortSignal.abort() })).toMatchObject(wasCancelled);
    expect(hands.spawned).toBe(0);
  });

  it('for good ends the workers, and answers what is asked later', async () => {
    const hands = new Hands();
    const client = createSweepClient({ workers: 3, spawn: hands.spawn });
    const outcome = client.run(specOf(500));
    client.dispose();
    expect(await outcome).toMatchObject(wasCancelled);
    expect(hands.alive).toBe(0);
    expect(await client.run(specOf(5))).toMatchObject(wasCancelled);
    expect(hands.spawned).toBe(3);
  });
});

describe('the size of a pool', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [16, 15],
    [0, 1],
    [NaN, 1]
  ])('of a machine with %d cores is %d: one core is left for the page', (cores, size) => {
    expect(poolSize(cores)).toBe(size);
  });
});
