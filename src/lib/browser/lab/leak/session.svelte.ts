import type { Manifest } from '../../../experiment';
import type { EpochReport, TrainedRun, TrainerClient } from '../../../trainer';
import { sharedPenguins } from '../../../views/lab/compare/pair';
import { FRESH_SEEDS, recipes, type FirstExam, type FreshExam } from '../../../machine/lab/leak/study';
import type { PartSession } from '../session.svelte';
import { LabWork, type Job } from '../work.svelte';

/** Trains one manifest after the other, and counts them. */
type Train = (manifest: Manifest, onEpoch?: (report: EpochReport) => void) => Promise<TrainedRun>;

/** An answer that ends the job; it never leaves this module. */
class Stopped extends Error {
  constructor(readonly answer: Extract<Awaited<ReturnType<TrainerClient['train']>>, { ok: false }>) {
    super(answer.failure.kind);
  }
}

/** A job of many trainings; the first that gives no run ends it. */
const job =
  <Result>(
    client: Pick<TrainerClient, 'train'>,
    total: number,
    work: (train: Train) => Promise<Result>
  ): Job<Result> =>
  async (signal, report) => {
    let done = 0;
    const train: Train = async (manifest, onEpoch) => {
      const answer = await client.train(manifest, onEpoch ? { signal, onEpoch } : { signal });
      if (!answer.ok) throw new Stopped(answer);
      report({ done: ++done, total });
      return answer.value;
    };
    try {
      return { ok: true, value: await work(train) };
    } catch (error) {
      if (error instanceof Stopped) return error.answer;
      throw error;
    }
  };

const equalWeights = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((weight, index) => Object.is(weight, b[index]));

async function firstExam(train: Train): Promise<FirstExam> {
  const epochs: EpochReport[] = [];
  const leaky = await train(recipes.leaky(), (report) => epochs.push(report));
  // The record does not tell which epoch it kept; the weights do, by their bits.
  const chosen = epochs.find(({ weights }) => equalWeights(weights, leaky.weights));
  if (!chosen) throw new RangeError('the leak kept weights that no epoch reported');
  const again = await train(recipes.leaky());
  const honest = await train(recipes.honest());
  return { leaky: leaky.record, again: again.record, honest: honest.record, epoch: chosen.epoch };
}

async function freshExam(train: Train, first: FirstExam, splitSeed: number): Promise<FreshExam> {
  const kept = (await train(recipes.upTo(first.epoch, splitSeed))).record;
  const honest = (await train(recipes.honest(splitSeed))).record;
  const anew = (await train(recipes.leaky(splitSeed))).record;
  return {
    splitSeed,
    kept: kept.accuracy,
    honest: honest.accuracy,
    anew: anew.accuracy,
    shared: sharedPenguins(first.leaky, kept)
  };
}

/** The story of the leak: both recipes on the first exam, then on fresh ones. */
export class LeakSession implements PartSession {
  readonly first = new LabWork<FirstExam>();
  readonly fresh = new LabWork<readonly FreshExam[]>();
  readonly #client: Pick<TrainerClient, 'train'>;

  constructor({ client }: { readonly client: Pick<TrainerClient, 'train'> }) {
    this.#client = client;
  }

  /** Trains the recipes on the first exam; what fresh exams said of an earlier choice is forgotten. */
  runFirst = (): void => {
    this.fresh.reset();
    void this.first.run(job(this.#client, 3, firstExam));
  };

  /** Draws the fresh exams; without a choice of the leak there is nothing to put to them. */
  runFresh = (): void => {
    const { state } = this.first;
    if (state.at !== 'done') return;
    const exams = async (train: Train): Promise<FreshExam[]> => {
      const results: FreshExam[] = [];
      for (const seed of FRESH_SEEDS) results.push(await freshExam(train, state.result, seed));
      return results;
    };
    void this.fresh.run(job(this.#client, 3 * FRESH_SEEDS.length, exams));
  };

  cancelFirst = (): void => this.first.cancel();

  cancelFresh = (): void => this.fresh.cancel();

  stop(): void {
    this.first.cancel();
    this.fresh.cancel();
  }
}
