import type { Comparison, Manifest, RunRecord } from '../experiment';
import type { Scaling, TrainerRequests } from './protocol';

/** One thing that there is for each of two runs. */
export type Both<T> = { readonly then: T; readonly later: T };

/** How far some work has come, in steps that take about as long as each other. */
export interface Progress {
  /** Steps finished, 1 to `total`. */
  readonly done: number;
  readonly total: number;
}

/** Where two runs part: the first place in training at which any bit of any weight differs. */
export interface FirstDifference extends Both<number> {
  /** 0 for the initial weights, before any training. */
  readonly epoch: number;
  /** The batch after which it shows, from 1; null in epoch 0. */
  readonly batch: number | null;
  /** Batches in each epoch: of the run that has more of them. */
  readonly batchesInEpoch: number;
  /** Index of the first weight that differs; `weightName` says which that is. `then` and `later` are its values. */
  readonly weight: number;
  /** How many weights differ there. */
  readonly differing: number;
  /** What each row of that batch adds to the weight's gradient, in the order in which a run sums; none in epoch 0. */
  readonly sums: Both<readonly number[]>;
}

/** Which weights a difference has reached. */
export interface Reach {
  /** How many batches were run since: 1 is the one after which the runs first differ. */
  readonly batches: number;
  /** Indices of the weights that differ in any bit, ascending. */
  readonly weights: readonly number[];
}

/** Two runs after the same number of epochs. */
export interface TraceEpoch {
  /** Epochs finished; 0 for the initial weights. */
  readonly epoch: number;
  /** Distances of weight from weight, in units in the last place: 0 where all bits are equal. */
  readonly ulps: { readonly median: number; readonly largest: number };
  /** Ids of the penguins that both runs test and classify differently now. */
  readonly flipped: readonly number[];
  /** Each run's, on its own test rows. */
  readonly accuracy: Both<RunRecord['accuracy']>;
  /** Copies of all weights: W1 row-major, b1, W2, b2. */
  readonly weights: Both<Float64Array>;
}

/** Two trainings side by side. */
export interface Trace {
  /** Null when the two never differ in any bit. */
  readonly first: FirstDifference | null;
  /** After 1, 10 and 100 batches, as far as the runs get. */
  readonly reached: readonly Reach[];
  /** From epoch 0, the initial weights, to the last epoch that both runs have. */
  readonly epochs: readonly TraceEpoch[];
  readonly scaling: Both<Scaling>;
}

/** Which number of the model an index into its weights is; units and inputs count from 0. */
export type WeightName =
  | { readonly layer: 'W1'; readonly unit: number; readonly input: 0 | 1 }
  | { readonly layer: 'b1'; readonly unit: number }
  | { readonly layer: 'W2'; readonly unit: number }
  | { readonly layer: 'b2' };

/** The engine's own version of one function, held against the portable one. */
export interface ProbedFunction {
  /** Inputs are spread evenly over this range. */
  readonly range: readonly [from: number, to: number];
  /** How many inputs were tried, and on how many of them any bit of the two results differs. */
  readonly tried: number;
  readonly differing: number;
  /** The first of the inputs that lie furthest apart; null when none differs. */
  readonly worst: {
    readonly input: number;
    readonly portable: number;
    readonly native: number;
    readonly ulps: number;
  } | null;
}

/** The baseline at one learning rate, trained with the portable functions and with the engine's own. */
export interface ProbedRuns {
  readonly learningRate: number;
  readonly portable: RunRecord;
  readonly native: RunRecord;
  /** Of the native run with the portable one. */
  readonly comparison: Comparison;
}

/** What this engine's own `exp` and `tanh` would change. */
export interface MathProbe {
  readonly exp: ProbedFunction;
  readonly tanh: ProbedFunction;
  /** At the baseline's own learning rate, then at 5. */
  readonly runs: readonly [baseline: ProbedRuns, fast: ProbedRuns];
}

/** What the Lab's worker serves: all that the lesson's does, and more. */
export interface LabRequests extends TrainerRequests {
  trace: { input: Both<Manifest>; progress: Progress; output: Trace };
  mathProbe: { input: Record<string, never>; progress: Progress; output: MathProbe };
}
