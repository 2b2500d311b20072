import { createHash } from 'node:crypto';
import { fromCallback } from 'xstate';
import csv from '$lib/trainer/penguins.csv?raw';
import {
  BASELINE,
  diff,
  manifestKey,
  toDigest,
  type Digest,
  type Manifest,
  type RunRecord
} from '$lib/experiment';
import type { TrainingReport, TrainInput } from '$lib/machine/training';
import { parseDataset, train, type TrainedRun, type TrainerFailure } from '$lib/trainer';
import { saying } from '../trainer/saying';

const sha256 = (text: string): Digest => toDigest(createHash('sha256').update(text).digest('hex'));

/** The sex of 100 invented penguins, and what an unchanged run says of them: the first 85 right. */
const TRUTH = Array.from({ length: 100 }, (_, id) => (id % 2) as 0 | 1);
const BEFORE = TRUTH.map((sex, id) => (id < 85 ? sex : ((1 - sex) as 0 | 1)));

/**
 * For each field that tells on the predictions, which ones flip: of the right ones, and of the wrong ones.
 * In number they are those that the real trainer was seen to flip; fields not named change the bits only.
 */
const FLIPS: Record<string, readonly [right: readonly [number, number], wrong: readonly [number, number]]> = {
  'code.l2': [
    [0, 21],
    [85, 92]
  ],
  'environment.rng': [
    [21, 28],
    [85, 91]
  ],
  'environment.seed': [
    [28, 31],
    [85, 89]
  ],
  'data.edits': [
    [31, 34],
    [85, 88]
  ],
  'code.epochs': [
    [0, 0],
    [85, 89]
  ]
};

const records = new Map<string, RunRecord>();

/**
 * A record at no cost. Like a real one it is a function of the manifest, a new name of the environment
 * changes nothing, and every other change does what the real trainer was seen to do.
 */
export function fakeRecord(manifest: Manifest): RunRecord {
  const key = manifestKey(manifest);
  const record = records.get(key) ?? invent(manifest);
  records.set(key, record);
  return record;
}

function invent(manifest: Manifest): RunRecord {
  const { name } = BASELINE.environment;
  const unnamed = { ...manifest, environment: { ...manifest.environment, name } };
  const flipped = new Set(
    diff(BASELINE, unnamed)
      .flatMap(({ path }) => FLIPS[path] ?? [])
      .flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index))
  );
  const predictions = BEFORE.map((sex, id) => (flipped.has(id) ? ((1 - sex) as 0 | 1) : sex));
  return {
    manifest,
    accuracy: { correct: predictions.filter((sex, id) => sex === TRUTH[id]).length, total: 100 },
    digest: sha256(manifestKey(unnamed)),
    predictionsDigest: sha256(predictions.join('')),
    lossCurve: [0.69, 0.5, 0.4],
    testIds: TRUTH.map((_, id) => id),
    predictions
  };
}

/** One training that the lesson asked for. The test answers in the trainer's place. */
export interface Training {
  readonly input: TrainInput;
  /** Whether the lesson has ended the training, because it was answered or because it was cancelled. */
  readonly stopped: boolean;
  /** Reports the next epoch. */
  epoch(loss?: number): void;
  finish(record?: RunRecord): void;
  /** Ends without a result. */
  diverge(): void;
  fail(kind?: TrainerFailure['kind'], message?: string): void;
}

/** A trainer that answers only when told to, and remembers what it was asked. */
export interface FakeTrainer {
  readonly actor: ReturnType<typeof fromCallback<TrainingReport, TrainInput>>;
  readonly trainings: readonly Training[];
  /** The newest training. */
  readonly current: Training;
}

/** @param begin what to do as a training begins; nothing, unless told otherwise: it then never ends. */
export function fakeTrainer(begin: (training: Training) => void = () => {}): FakeTrainer {
  const trainings: Training[] = [];
  const actor = fromCallback<TrainingReport, TrainInput>(({ input, sendBack }) => {
    let stopped = false;
    let epoch = 0;
    const training: Training = {
      input,
      get stopped() {
        return stopped;
      },
      epoch: (loss = 0.5) =>
        sendBack({ type: 'EPOCH', epoch: ++epoch, epochs: input.manifest.code.epochs, loss }),
      finish: (record = fakeRecord(input.manifest)) => sendBack({ type: 'TRAINED', record }),
      diverge: () =>
        sendBack({ type: 'TRAINING_FAILED', kind: 'refused', reason: saying('Too hot.'), diverged: true }),
      fail: (kind = 'broken', words = 'out of memory') =>
        sendBack({ type: 'TRAINING_FAILED', kind, reason: saying(words) })
    };
    trainings.push(training);
    begin(training);
    return () => {
      stopped = true;
    };
  });
  return {
    actor,
    trainings,
    get current() {
      const training = trainings.at(-1);
      if (!training) throw new Error('the lesson has not asked for any training');
      return training;
    }
  };
}

/** Answers every training as it begins. */
export const promptTrainer = (): FakeTrainer => fakeTrainer((training) => training.finish());

const dataset = parseDataset(csv);
const runs = new Map<string, TrainedRun>();

/** Really trains a manifest, once. */
export function realRun(manifest: Manifest): TrainedRun {
  const key = manifestKey(manifest);
  const run = runs.get(key) ?? train(manifest, dataset);
  runs.set(key, run);
  return run;
}

export const realDataset = dataset;

/** Answers every training as it begins, with what the trainer of the page finds out. */
export const realTrainer = (): FakeTrainer =>
  fakeTrainer((training) => training.finish(realRun(training.input.manifest).record));
