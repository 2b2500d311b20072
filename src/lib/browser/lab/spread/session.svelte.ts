import type { RunRecord } from '../../../experiment';
import { RECORDED } from '../../../experiment/lab';
import type { TrainerClient } from '../../../trainer';
import { createSweepClient, poolSize, type SweepClient } from '../../../trainer/pool';
import { spawnSweepWorker } from '../../../trainer/spawn-sweep-worker';
import {
  experimentSeries,
  luckySeries,
  metDrift,
  runsAhead,
  seriesOf,
  specOf,
  USUAL_CHOICE,
  type Experiment,
  type Series,
  type SpreadChoice
} from '../../../machine/lab/spread/plan';
import { luckiestOf, NOTHING_RUN, type SpreadRuns, type SpreadState } from '../../../machine/lab/spread/runs';
import type { PartSession } from '../session.svelte';
import { LabWork, type Outcome } from '../work.svelte';
import { PiledRuns } from './runs';
import { Stopwatch } from './stopwatch';

/** How long a rate stands before it is told anew: figures that flicker cannot be read. */
const RATE_STANDS = 500;

const inNextFrame = (work: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(work);
  else setTimeout(work, 16);
};

/** Re-runs by the thousand, on a pool of workers: started, watched, paused and cancelled. */
export class SpreadSession implements PartSession {
  choice = $state.raw<SpreadChoice>(USUAL_CHOICE);
  readonly #work = new LabWork<null>();
  #told = $state.raw<Omit<SpreadState, 'work'>>(NOTHING_RUN);
  /** The lesson's own run; null until it is trained. */
  #lesson = $state.raw<RunRecord | null>(null);
  /** The newest complete runs that vary the seed, and those that vary the split, with nothing else differing. */
  #known = $state.raw<{ readonly seeds?: SpreadRuns; readonly splits?: SpreadRuns }>({});

  #client: SweepClient | null = null;
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
    return { ...this.#told, work: this.#work.state };
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

  /** Hands out no more runs, or goes on; what is being computed still arrives. */
  pause = (): void => {
    const { state } = this.#work;
    if (state.at !== 'running') return;
    const paused = !state.paused;
    if (paused) {
      this.#client?.pause();
      this.#watch.stop();
    } else {
      this.#watch.start();
      this.#client?.resume();
    }
    this.#work.pause(paused);
    this.#tell(true);
  };

  cancel = (): void => {
    if (this.#work.state.at !== 'running') return;
    this.#work.cancel();
    this.#end();
  };

  stop(): void {
    this.cancel();
    this.#client?.dispose();
    this.#client = null;
  }

  #end(): void {
    this.#watch.stop();
    this.#client?.resume(); // who was paused has nothing to wait for any more
    this.#tell(true);
  }

  async #start(experiment: NonNullable<SpreadState['experiment']>, series: readonly Series[]): Promise<void> {
    this.cancel();
    this.#told = { ...NOTHING_RUN, experiment, total: runsAhead(series) };
    this.#rateTold = 0;
    this.#watch.reset();
    this.#watch.start();
    await this.#work.run((signal) => this.#runAll(series, signal));
    if (this.#work.state.at !== 'running') this.#end();
  }

  async #runAll(series: readonly Series[], signal: AbortSignal): Promise<Outcome<null>> {
    for (const next of series) {
      const runs = new PiledRuns(next, RECORDED.data.testSize);
      this.#told = { ...this.#told, runs: [...this.#told.runs, runs] };
      const answer = await this.#runSeries(runs, signal);
      if (!answer.ok || signal.aborted) return answer;
      if (next.id === 'seeds') return this.#runAll(luckySeries(luckiestOf(runs)), signal);
    }
    return { ok: true, value: null };
  }

  async #runSeries(runs: PiledRuns, signal: AbortSignal): Promise<Outcome<null>> {
    this.#client ??= this.makeClient();
    const answer = await this.#client.run(specOf(runs.series), {
      signal,
      onProgress: ({ rows, fresh }) => {
        runs.take(rows, fresh);
        // What was at hand when it was paused: workers took that time too.
        const { state } = this.#work;
        if (state.at === 'running' && state.paused) this.#watch.catchUp();
        this.#tellInNextFrame(signal);
      }
    });
    if (!answer.ok) return answer;
    this.#remember(runs);
    return { ok: true, value: null };
  }

  #remember(runs: PiledRuns): void {
    const { varies, id } = runs.series;
    if (metDrift(runs.series) !== null || id === 'lucky') return;
    if (varies === 'seed') this.#known = { ...this.#known, seeds: runs };
    if (varies === 'split') this.#known = { ...this.#known, splits: runs };
  }

  /** However many chunks arrive, the page is drawn once a frame. */
  #tellInNextFrame(signal: AbortSignal): void {
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    inNextFrame(() => {
      this.#frameAsked = false;
      if (!signal.aborted && this.#work.state.at === 'running') this.#tell();
    });
  }

  /** @param due whether the rate is told anew in any case. */
  #tell(due = this.#watch.time - this.#rateTold >= RATE_STANDS): void {
    const done = this.#told.runs.reduce((sum, runs) => sum + runs.done, 0);
    const { time } = this.#watch;
    if (due) this.#rateTold = time;
    const rate = due && done > 0 && time > 0 ? (1000 * done) / time : this.#told.rate;
    this.#told = { ...this.#told, done, rate };
  }
}
