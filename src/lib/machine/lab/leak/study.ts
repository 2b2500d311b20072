import type { Manifest, RunRecord } from '../../../experiment';
import { RECORDED } from '../../../experiment/lab';
import { setFields } from '../../../experiment/parse-manifest';

/** What the first exam gave: the leak twice, and the honest recipe. */
export interface FirstExam {
  readonly leaky: RunRecord;
  readonly again: RunRecord;
  readonly honest: RunRecord;
  /** The epoch that the leak kept, from 1. */
  readonly epoch: number;
}

/** One fresh split of the penguins, and how three models do on it. */
export interface FreshExam {
  readonly splitSeed: number;
  /** Trained up to the epoch that was chosen on the first exam. */
  readonly kept: RunRecord['accuracy'];
  /** Trained to the last epoch. */
  readonly honest: RunRecord['accuracy'];
  /** The epoch chosen anew, on this very exam. */
  readonly anew: RunRecord['accuracy'];
  /** How many of its penguins sat the first exam too. */
  readonly shared: number;
}

/** In order and from 1, so that nobody can have picked them; the recorded split, 42, is not among them. */
export const FRESH_SEEDS: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

type Change = readonly [path: string, value: unknown];

/** @throws {RangeError} when a field takes no such value, which no seed or epoch from here can bring about. */
function recordedWith(...changes: Change[]): Manifest {
  const result = setFields(changes, RECORDED);
  if (!result.ok) throw new RangeError(result.reason.code);
  return result.value;
}

const split = (seed: number): Change => ['data.splitSeed', seed];

/** The manifests of the recipes, on the recorded split unless told otherwise. */
export const recipes = {
  /** Keeps the epoch that scores best on the test set. */
  leaky: (splitSeed = RECORDED.data.splitSeed) =>
    recordedWith(split(splitSeed), ['code.checkpoint', 'best-on-test']),
  /** The same, with fewer epochs to choose from. */
  leakyUpTo: (epochs: number) => recordedWith(['code.epochs', epochs], ['code.checkpoint', 'best-on-test']),
  /** Keeps the last epoch, whatever the test set says. */
  honest: (splitSeed = RECORDED.data.splitSeed) => recordedWith(split(splitSeed)),
  /** Stops at an epoch that was chosen before. */
  upTo: (epoch: number, splitSeed = RECORDED.data.splitSeed) =>
    recordedWith(split(splitSeed), ['code.epochs', epoch])
};
