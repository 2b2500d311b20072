import type { RunRecord } from '../experiment';
import { RECORDED } from '../experiment/lab';
import type { TrainerClient } from '../trainer';
import { createSweepClient, poolSize, type SweepClient } from '../trainer/pool';
import { spawnSweepWorker } from '../trainer/spawn-sweep-worker';
import {
  experimentSeries,
  luckySeries,
  metDrift,
  runsAhead,
  seedOf,
  seriesOf,
  specOf,
  USUAL_CHOICE,
  type Experiment,
  type Series,
  type SpreadChoice
} from '../views/lab/spread-plan';
import { NOTHING_RUN, type SpreadRuns, type SpreadState } from '../views/lab/spread-runs';
import { spreadStats } from '../views/lab/spread-stats';
import type { LabPart } from './lab-session.svelte';
import { PiledRuns } from './spread-runs';
import { Stopwatch } from './stopwatch';

/** How long a rate stands before it is told anew: figures that flicker cannot be read. */
const RATE_STANDS = 500;

const inNextFrame = (work: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(work);
  else setTimeout(work, 16);
};

/** The luckiest seed of a series: the first of those with the best accuracy, whatever order they came in. */
export function luckiestOf(runs: SpreadRuns): number {
  const best = spreadStats(runs.counts)?.most;
  for (let run = 0; run < runs.series.runs; run++) {
    if (runs.correctOf(run) === best) return seedOf(runs.series, run);
  }
  return runs.series.seed;
}

/** Re-runs by the thousand, on a pool of workers: started, watched, paused and cancelled. */
export class SpreadStudy implements LabPart {
  choice = $state.raw<SpreadChoice>(USUAL_CHOICE);
  #state = $state.raw<SpreadState>(NOTHING_RUN);
  /** The lesson's own run; null until it is trained. */
  #lesson = $state.raw<RunRecord | null>(null);
  /** The newest complete runs that vary the seed, and those that vary the split, with nothing else differing. */
  #known = $state.raw<{ readonly seeds?: SpreadRuns; readonly splits?: SpreadRuns }>({});

  #client: SweepClient | null = null;
  #controller: AbortController | null = null;
  readonly #watch: Stopwatch;
  #frameAsked = false;
  #rateTold = 0;

  /**
   * @param makeClient makes the pool, when it is first needed.
   * @param now milliseconds, from any moment on.
   */
  constructor(
    { client }: { readonly client: Pick<TrainerClient, 'train'> },
    readonly makeClient: () => SweepClient = () =>
      createSweepClient({ workers: poolSize(navigator.hardwareConcurrency), spawn: spawnSweepWorker }),
    now: () => number = () => performance.now()
  ) {
    this.#watch = new Stopwatch(now);
    void client.train(RECORDED).then((answer) => {
      if (answer.ok) this.#lesson = answer.value.record;
    });
  }

  get state(): SpreadState {
    return this.#state;
  }

  get lesson(): RunRecord | null {
    return this.#lesson;
  }

  get known(): { readonly seeds?: SpreadRuns; readonly splits?: SpreadRuns } {
    return this.#known;
  }

  run = (): void => void this.#start('own', seriesOf(this.choice));

  runExperiment = (experiment: Experiment): void =>
    void this.#start(experiment, experimentSeries(experiment));

  /** Hands out no more runs; what is being computed still arrives. */
  pause = (): void => {
    if (this.#state.at !== 'running') return;
    this.#client?.pause();
    this.#watch.stop();
    this.#show({ at: 'paused' });
  };

  resume = (): void => {
    if (this.#state.at !== 'paused') return;
    this.#show({ at: 'running' });
    this.#watch.start();
    this.#client?.resume();
  };

  cancel = (): void => {
    if (this.#controller === null) return;
    this.#abort();
    this.#show({ at: 'cancelled' });
  };

  stop(): void {
    this.cancel();
    this.#client?.dispose();
    this.#client = null;
  }

  #abort(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#watch.stop();
    this.#client?.resume(); // who was paused has nothing to wait for any more
  }

  async #start(experiment: NonNullable<SpreadState['experiment']>, series: readonly Series[]): Promise<void> {
    this.#abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#state = { ...NOTHING_RUN, at: 'running', experiment, total: runsAhead(series) };
    this.#rateTold = 0;
    this.#watch.reset();
    this.#watch.start();
    const failure = await this.#runAll(series, controller.signal);
    if (controller.signal.aborted) return;
    this.#controller = null;
    this.#watch.stop();
    this.#show(failure === null ? { at: 'done' } : { at: 'failed', message: failure });
  }

  /** @returns why it stopped; null when all is done. */
  async #runAll(series: readonly Series[], signal: AbortSignal): Promise<string | null> {
    for (const next of series) {
      const runs = new PiledRuns(next, RECORDED.data.testSize);
      this.#state = { ...this.#state, runs: [...this.#state.runs, runs] };
      const failure = await this.#runSeries(runs, signal);
      if (failure !== null || signal.aborted) return failure;
      if (next.id === 'seeds') return this.#runAll(luckySeries(luckiestOf(runs)), signal);
    }
    return null;
  }

  async #runSeries(runs: PiledRuns, signal: AbortSignal): Promise<string | null> {
    this.#client ??= this.makeClient();
    const answer = await this.#client.run(specOf(runs.series), {
      signal,
      onProgress: ({ rows, fresh }) => {
        runs.take(rows, fresh);
        // What was at hand when it was paused: workers took that time too.
        if (this.#state.at === 'paused') this.#watch.catchUp();
        this.#showInNextFrame(signal);
      }
    });
    if (!answer.ok) return answer.failure.message;
    this.#remember(runs);
    return null;
  }

  #remember(runs: PiledRuns): void {
    const { varies, id } = runs.series;
    if (metDrift(runs.series) !== null || id === 'lucky') return;
    if (varies === 'seed') this.#known = { ...this.#known, seeds: runs };
    if (varies === 'split') this.#known = { ...this.#known, splits: runs };
  }

  /** However many chunks arrive, the page is drawn once a frame. */
  #showInNextFrame(signal: AbortSignal): void {
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    inNextFrame(() => {
      this.#frameAsked = false;
      if (!signal.aborted && this.#controller !== null) this.#show({});
    });
  }

  #show(change: Partial<SpreadState>): void {
    const done = this.#state.runs.reduce((sum, runs) => sum + runs.done, 0);
    const time = this.#watch.time;
    const due = change.at !== undefined || time - this.#rateTold >= RATE_STANDS;
    if (due) this.#rateTold = time;
    const rate = due && done > 0 && time > 0 ? (1000 * done) / time : this.#state.rate;
    this.#state = { ...this.#state, done, rate, ...change };
  }
}
