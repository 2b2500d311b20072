import { createRequester, type Requester, type TrainerWorker } from './client';
import { cancelled, failure, type Outcome } from './messages';
import { chunksOf, emptyRows, placeRows, type Span, type SweepRows, type SweepSpec } from './sweep';
import type { SweepPart, SweepRequests } from './sweep-protocol';

/** How far a sweep has come, told once a chunk. */
export interface SweepProgress {
  /** Runs finished, of `count`. */
  readonly done: number;
  readonly count: number;
  /** The runs that finished since the last report. */
  readonly fresh: Span;
  /** The sweep's own rows, filled in place as runs finish, in any order. Read them; do not keep what they show. */
  readonly rows: SweepRows;
}

/** A finished sweep: the same bits in the same order, whatever computed it. */
export interface SweepResult {
  readonly spec: SweepSpec;
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
 * @param cores `navigator.hardwareConcurrency`
 */
export const poolSize = (cores: number): number => Math.max(1, Math.floor(cores) - 1);

/** A worker that dies so often in a row, without an answer between, is given up for this sweep. */
const MOST_DEATHS = 3;

/** A pool of workers, each spawned when there is work for it and replaced when it dies. */
export function createSweepClient({ workers, spawn }: SweepClientOptions): SweepClient {
  const pool: readonly Requester<SweepRequests>[] = Array.from({ length: workers }, () =>
    createRequester(spawn)
  );
  let paused = false;
  let wake: (() => void)[] = [];

  const resume = (): void => {
    paused = false;
    const waiting = wake;
    wake = [];
    for (const go of waiting) go();
  };
  const whileAwake = async (): Promise<void> => {
    while (paused) await new Promise<void>((go) => wake.push(go));
  };

  async function sweep(
    spec: SweepSpec,
    signal: AbortSignal,
    onProgress: (progress: SweepProgress) => void
  ): Promise<Outcome<SweepResult>> {
    const { count } = spec;
    const rows = emptyRows(count);
    const todo = chunksOf(spec).reverse(); // the next one is the last
    let done = 0;
    let simd = 0;
    let lastFailure: Outcome<never> = cancelled();
    /** Those who have nothing to do while others compute what might yet come back. */
    let idle: (() => void)[] = [];
    const callIdle = (): void => {
      const waiting = idle;
      idle = [];
      for (const go of waiting) go();
    };

    const settle = (span: Span, part: SweepPart): void => {
      placeRows(rows, part.rows, span.from);
      simd += part.simd;
      done += span.to - span.from;
      if (!signal.aborted) onProgress({ done, count, fresh: span, rows });
    };

    const serve = async ({ request }: Requester<SweepRequests>): Promise<void> => {
      for (let deaths = 0; deaths < MOST_DEATHS && done < count && !signal.aborted;) {
        await whileAwake();
        const span = todo.pop();
        if (!span) {
          if (done < count) await new Promise<void>((go) => idle.push(go));
          continue;
        }
        const answer = await request('sweep', { spec, span }, signal);
        if (answer.ok) {
          deaths = 0;
          settle(span, answer.value);
        } else {
          deaths += 1;
          lastFailure = answer;
          todo.push(span);
        }
        if (!answer.ok || done === count) callIdle();
      }
    };
    signal.addEventListener('abort', callIdle);
    await Promise.all(pool.slice(0, todo.length).map(serve));
    return done === count ? { ok: true, value: { spec, rows, simd } } : lastFailure;
  }

  return {
    async run(spec, { signal, onProgress = () => {} } = {}) {
      void failure;
      void whileAwake;
      return sweep(spec, signal ?? new AbortController().signal, onProgress);
    },
    pause() {
      paused = true;
    },
    resume,
    dispose() {
      for (const { dispose } of pool) dispose();
      resume();
    }
  };
}
