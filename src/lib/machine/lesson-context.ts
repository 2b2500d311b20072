import {
  compare,
  DEFAULT_DRIFT,
  isMatch,
  orderedDrifts,
  type Comparison,
  type DriftId,
  type RunRecord
} from '../experiment';
import type { Step } from '../lesson';
import { rerunKey, type Difference } from './lesson-difference';
import { NO_TRAINING, type Training, type TrainingFailure } from './training';

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export type Answer = 'match' | 'mismatch';

/** Asked once. An answer is spent at the first comparison, and recalled with that one only. */
export type Prediction =
  | { readonly kind: 'open' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'given'; readonly answer: Answer }
  | { readonly kind: 'spent'; readonly answer: Answer; readonly rerun: string };

/**
 * The story of a mismatch: found, then open once the learner goes after its cause, and solved by a re-run that
 * matches. What differs after that begins a new one.
 */
export type Investigation = 'none' | 'found' | 'open' | 'solved';

export interface Failure extends TrainingFailure {
  /** The step whose training failed. */
  readonly step: 1 | 4;
}

export interface LessonContext extends Difference, Training<Failure> {
  /** The step the learner is heading for; reached unless a training is under way or has failed. */
  readonly goal: Step;
  readonly investigation: Investigation;
  /** The drifts that the current investigation has found, restored ones included. */
  readonly investigated: readonly DriftId[];
  readonly then: RunRecord | null;
  /** Re-runs that have been trained, by `manifestKey` of what they were trained with. */
  readonly reruns: Readonly<Record<string, RunRecord>>;
  readonly prediction: Prediction;
  readonly speed: Speed;
  /** No pauses that only please the eye: the learner prefers reduced motion. */
  readonly calm: boolean;
  /** What a reset took away, until the learner goes on from it. */
  readonly beforeReset: LessonContext | null;
}

export interface LessonInput {
  readonly drifts?: readonly DriftId[];
  readonly speed?: Speed;
  readonly calm?: boolean;
}

export const initialContext = ({ drifts = [], speed = 1, calm = false }: LessonInput): LessonContext => ({
  ...NO_TRAINING,
  goal: 0,
  differs: drifts.length > 0,
  choice: drifts.length > 0 ? orderedDrifts(drifts) : [DEFAULT_DRIFT],
  investigation: 'none',
  investigated: [],
  then: null,
  reruns: {},
  prediction: { kind: 'open' },
  speed,
  calm,
  beforeReset: null
});

/** Everything as at the start; what that takes away, if anything, can be had back. */
export function resetContext(context: LessonContext): LessonContext {
  const { speed, calm, goal, then, differs, prediction, choice } = context;
  const start = initialContext({ speed, calm });
  const isNew =
    goal === 0 &&
    then === null &&
    !differs &&
    prediction.kind === 'open' &&
    choice.join() === start.choice.join();
  return { ...start, beforeReset: isNew ? context.beforeReset : { ...context, beforeReset: null } };
}

/** The re-run with what differs now, if it has been trained. */
export const currentRerun = (context: LessonContext): RunRecord | null =>
  context.reruns[rerunKey(context)] ?? null;

export function currentComparison(context: LessonContext): Comparison | null {
  const later = currentRerun(context);
  return context.then && later ? compare(context.then, later) : null;
}

/** Whether the results are known to match. */
export function isMatched(context: LessonContext): boolean {
  const comparison = currentComparison(context);
  return comparison !== null && isMatch(comparison);
}
