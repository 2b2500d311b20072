// What all machines that train share: what a training is asked for with, what it reports, and how far it is.
import { fromCallback } from 'xstate';
import type { Manifest, RunRecord } from '../experiment';
import type { TrainerFailure } from '../trainer';

/** Under which key a run is kept: two runs of one manifest are still two runs. */
export type RunKey = string;

export interface TrainInput {
  /** Whose result this will be. */
  readonly run: RunKey;
  readonly manifest: Manifest;
  /** Milliseconds to rest after each epoch. */
  readonly pace: number;
}

/** Why a training gave no result. Failures are values. */
export type TrainingFailure = Pick<TrainerFailure, 'kind' | 'reason'>;

export interface EpochReported {
  readonly type: 'EPOCH';
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
}

/** What the trainer reports. */
export type TrainingReport =
  | EpochReported
  | { readonly type: 'TRAINED'; readonly record: RunRecord }
  /** `diverged`: refused because the training ends without a result, whoever trains it. */
  | ({ readonly type: 'TRAINING_FAILED'; readonly diverged?: true } & TrainingFailure);

/** The newest epoch of the training under way. */
export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  readonly lossCurve: readonly number[];
}

/** What a machine keeps of a training: how far it is while it runs, why there is no result once it has failed. */
export interface Training<Failure extends TrainingFailure> {
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

export const NO_TRAINING = { progress: null, failure: null } as const;

/** A training after one more epoch. */
export const afterEpoch = (
  { progress }: Pick<Training<TrainingFailure>, 'progress'>,
  { epoch, epochs, loss }: EpochReported
): { readonly progress: Progress } => ({
  progress: { epoch, epochs, lossCurve: [...(progress?.lossCurve ?? []), loss] }
});

/** A training that has failed. @param more what else there is to know of the failure */
export const afterFailure = <More extends object>(
  { kind, reason }: TrainingFailure,
  more: More
): Training<TrainingFailure & More> => ({ progress: null, failure: { ...more, kind, reason } });

/** Stands in for an actor until whoever starts the machine provides it. */
export const toBeProvided = <Input, Report extends { type: string }>(machine: string, actor: string) =>
  fromCallback<Report, Input>(() => {
    throw new Error(`${machine} was started without a trainer: provide the actor “${actor}”`);
  });

/** The same transition for each of several events. */
export const onEach = <E extends string, T>(types: readonly E[], transition: T) =>
  Object.fromEntries(types.map((type) => [type, transition])) as Record<E, T>;

/** An event itself, as the parameter of an action or a guard. */
export const itself = <Event>({ event }: { event: Event }): Event => event;
