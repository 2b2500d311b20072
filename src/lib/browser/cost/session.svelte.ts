import { replaceState } from '$app/navigation';
import { BASELINE, type Manifest, type RunRecord } from '../../experiment';
import { findCauses, type CatalogueDrift } from '../../experiment/lab';
import {
  differencesOf,
  isBroken,
  MANY,
  manifestOf,
  middle,
  SEARCHES,
  SIZES,
  TIMED,
  type Measured,
  type PythonMeasured,
  type Size
} from '../../machine/cost/plan';
import { canonicalJson } from '../../receipt/canonical-json';
import { createTrainerClient, spawnTrainerWorker, type TrainerClient } from '../../trainer';
import { createSweepClient, poolSize, type SweepClient } from '../../trainer/pool';
import { digestOf } from '../../trainer/sha256';
import { spawnSweepWorker } from '../../trainer/spawn-sweep-worker';
import { LENGTHS } from '../../views/cost/durations';
import { readWay, wayAddress, type Takes } from '../../views/way-address';
import { LabWork, type Outcome } from '../lab/work.svelte';

/** Ends the measuring with what kept it from going on. */
class Stopped extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('stopped');
  }
}

/** Which of the lengths a training has. */
const TAKES: Takes<'length'> = { length: (value) => /^\d$/.test(value) && Number(value) < LENGTHS.length };

/** How often something short is done, so that a clock can tell how long it takes. */
const OFTEN = 200;

/** How long one of many takes, in milliseconds. */
function timeOfOne(work: () => unknown): number {
  const start = performance.now();
  for (let n = 0; n < OFTEN; n++) work();
  return (performance.now() - start) / OFTEN;
}

/** Measures on this machine what reproducing costs: every figure is a training, a search or a file that is made here. */
export class CostSession {
  readonly work = new LabWork<Measured>();
  /** Null until it was run: it is loaded only when it is asked for. */
  python = $state.raw<PythonMeasured | null>(null);
  /** Place in `LENGTHS`: an hour, before the reader has said. */
  length = $state(6);
  addressProblem = $state<string | null>(null);
  #client: TrainerClient | null = null;
  #sweeps: SweepClient | null = null;

  /** Takes up what the address says. Returns what ends the session. */
  open(): () => void {
    const { values, problem } = readWay(location.search, TAKES);
    this.addressProblem = problem;
    if (values.length !== undefined) this.length = Number(values.length);
    return () => this.#stop();
  }

  /** Keeps the address in step; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const search = wayAddress(location.search, TAKES, {
      length: this.length === 6 ? null : `${this.length}`
    });
    if (search !== location.search) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }

  measure = (): void =>
    void this.work.run(async (signal, report) => {
      // Each step takes about as long as the others: a search, the timed trainings, a hundred re-runs.
      const total = 1 + SIZES.length * SEARCHES + 10;
      let done = 0;
      const step = () => report({ done: ++done, total });
      try {
        const { digest } = await this.#train(BASELINE, signal); // the first one also loads the trainer
        const train = await this.#timeTraining(signal);
        step();
        const bisect = {} as Record<Size, Measured['bisect'][Size]>;
        for (const size of SIZES) bisect[size] = await this.#timeSearches(size, signal, step);
        const many = await this.#timeMany(signal, (share) =>
          report({ done: done + Math.floor(10 * share), total })
        );
        const text = canonicalJson(BASELINE);
        const bytes = new TextEncoder().encode(text);
        return {
          ok: true,
          value: {
            train,
            digest,
            bytes: bytes.length,
            save: timeOfOne(() => canonicalJson(BASELINE)),
            hash: timeOfOne(() => digestOf(bytes)),
            bisect,
            many
          }
        };
      } catch (stopped) {
        if (stopped instanceof Stopped) return stopped.outcome;
        throw stopped;
      }
    });

  cancel = (): void => this.work.cancel();

  #stop(): void {
    this.work.cancel();
    this.#client?.dispose();
    this.#sweeps?.dispose();
  }

  async #train(manifest: Manifest, signal: AbortSignal): Promise<RunRecord> {
    this.#client ??= createTrainerClient(spawnTrainerWorker);
    const answer = await this.#client.train(manifest, { signal });
    if (!answer.ok) throw new Stopped(answer);
    return answer.value.record;
  }

  async #timeTraining(signal: AbortSignal): Promise<number> {
    const times: number[] = [];
    for (let n = 0; n < TIMED; n++) {
      const start = performance.now();
      await this.#train(BASELINE, signal);
      times.push(performance.now() - start);
    }
    return middle(times);
  }

  /** Searches among differences of which at least one breaks the score; the draws that break nothing are passed over. */
  async #timeSearches(size: Size, signal: AbortSignal, step: () => void): Promise<Measured['bisect'][Size]> {
    const then = await this.#train(BASELINE, signal);
    const found: { tries: number; time: number }[] = [];
    for (let draw = 0; found.length < SEARCHES; draw++) {
      const drifts = differencesOf(size, draw);
      if (!isBroken(then, await this.#train(manifestOf(drifts), signal))) continue;
      const start = performance.now();
      const search = findCauses<CatalogueDrift>(drifts);
      let next = search.next();
      while (!next.done) {
        const later = await this.#train(manifestOf(next.value.applied), signal);
        next = search.next(isBroken(then, later));
      }
      found.push({ tries: next.value.probes, time: performance.now() - start });
      step();
    }
    return { tries: middle(found.map(({ tries }) => tries)), time: middle(found.map(({ time }) => time)) };
  }

  async #timeMany(signal: AbortSignal, tell: (share: number) => void): Promise<number> {
    this.#sweeps ??= createSweepClient({
      workers: poolSize(navigator.hardwareConcurrency),
      spawn: spawnSweepWorker
    });
    let done = 0;
    const start = performance.now();
    const answer = await this.#sweeps.run(
      { base: BASELINE, varies: { kind: 'nothing' }, count: MANY },
      {
        signal,
        onProgress: ({ fresh }) => {
          done += fresh.to - fresh.from;
          tell(done / MANY);
        }
      }
    );
    if (!answer.ok) throw new Stopped(answer);
    return performance.now() - start;
  }
}
