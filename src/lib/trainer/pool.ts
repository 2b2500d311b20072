import { createRequester, type TrainerWorker } from './client';
import { cancelled, type Outcome } from './messages';
import { chunksOf, emptyRows, placeRows, type Span, type SweepRows, type SweepSpec } from './sweep';
import type { SweepPart, SweepRequests } from './sweep-protocol';

/** How far a sweep has come, told once a chunk. */
export interface SweepProgress {
  /** The runs that finished since the last report. */
  readonly fresh: Span;
  /** The sweep's own rows, filled in place as runs finish, in any order. Read them; do not keep what they show. */
  readonly rows: SweepRows;
}

/** A finished sweep: the same bits in the same order, whatever computed it. */
export interface SweepResult {
  readonly rows: SweepRows;
  /** How many runs the SIMD kernel computed. */
  readonly simd: number;
}

export interface SweepOptions {
  /** Aborting it answers `cancelled` at once, paused or not. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: SweepProgress) => void;
}

/** Runs sweeps on several workers. Its promises never reject: what goes wrong is an answer. */
export interface SweepClient {
  run(spec: SweepSpec, options?: SweepOptions): Promise<Outcome<SweepResult>>;
  /** Hands out no more work until `resume`; what is being computed is finished and reported. */
  pause(): void;
  resume(): void;
  /** Ends the workers; what is under way, and whatever is asked later, is answered `cancelled`. */
  dispose(): void;
}

export interface SweepClientOptions {
  /** How many workers may run at a time; `poolSize` tells how many a machine is good for. */
  readonly workers: number;
  readonly spawn: () => TrainerWorker<SweepRequests>;
}

/**
 * All that a machine offers but one, which is left for the page.
 * @param cores `navigator.hardwareConcurrency`, whatever it says.
 */
export const poolSize = (cores: number): number => (cores > 2 ? Math.floor(cores) - 1 : 1);

/** Chunks that a worker has at a time: what it computes, and what it turns to next without waiting for the page. */
const CHUNKS_AT_HAND = 2;

/** A worker that fails at so many chunks in a row, in three deaths or more, is given up for the rest of the sweep. */
const MOST_FAILURES = 3 * CHUNKS_AT_HAND;

/**
 * A pool of workers, each spawned when there is work for it and replaced when it dies. A chunk whose worker died is
 * handed out again, first of all; a sweep fails when no worker is left that might compute it.
 */
export function createSweepClient({ workers, spawn }: SweepClientOptions): SweepClient {
  const pool = Array.from({ length: workers }, () => createRequester(spawn));
  /** One for each sweep under way: hands out work to those who have none. */
  const sweeps = new Map<() => void, (outcome: Outcome<SweepResult>) => void>();
  let paused = false;
  let disposed = false;

  function sweep(
    spec: SweepSpec,
    { signal, onProgress = () => {} }: SweepOptions,
    resolve: (outcome: Outcome<SweepResult>) => void
  ): void {
    const { count } = spec;
    const rows = emptyRows(count);
    const todo = chunksOf(spec).reverse(); // the next one is the last; what comes back goes there too
    const staff = pool.map(({ request }) => ({ request, atHand: 0, failures: 0 }));
    const isGivenUp = ({ failures }: (typeof staff)[number]): boolean => failures >= MOST_FAILURES;
    let done = 0;
    let simd = 0;

    const end = (outcome: Outcome<SweepResult>): void => {
      sweeps.delete(handOut);
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onAbort = (): void => end(cancelled());

    const take = ({ from, to }: Span, part: SweepPart): void => {
      placeRows(rows, part.rows, from);
      simd += part.simd;
      done += to - from;
      onProgress({ fresh: { from, to }, rows });
    };

    const compute = async (worker: (typeof staff)[number], span: Span): Promise<void> => {
      worker.atHand++;
      const answer = await worker.request('sweep', { spec, span }, signal);
      worker.atHand--;
      if (!sweeps.has(handOut)) return; // too late: the sweep has ended
      if (answer.ok) {
        worker.failures = 0;
        take(span, answer.value);
        if (done === count) return end({ ok: true, value: { rows, simd } });
      } else {
        todo.push(span);
        worker.failures++;
        if (staff.every(isGivenUp)) return end(answer);
      }
      handOut();
    };

    /** Who has the least to do, and room for more. */
    const idlest = () =>
      staff
        .filter((worker) => worker.atHand < CHUNKS_AT_HAND && !isGivenUp(worker))
        .sort((a, b) => a.atHand - b.atHand)
        .at(0);

    const handOut = (): void => {
      while (!paused && todo.length > 0) {
        const worker = idlest();
        if (!worker) return;
        void compute(worker, todo.pop()!);
      }
    };

    sweeps.set(handOut, end);
    signal?.addEventListener('abort', onAbort);
    handOut();
  }

  return {
    run: (spec, options = {}) =>
      new Promise((resolve) => {
        if (disposed || options.signal?.aborted) resolve(cancelled());
        else sweep(spec, options, resolve);
      }),
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      for (const handOut of sweeps.keys()) handOut();
    },
    dispose() {
      disposed = true;
      for (const end of [...sweeps.values()]) end(cancelled());
      for (const { dispose } of pool) dispose();
    }
  };
}
