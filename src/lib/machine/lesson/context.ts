import {
  compare,
  DEFAULT_DRIFT,
  isMatch,
  orderedDrifts,
  type Comparison,
  type DriftId,
  type RunRecord
} from '../../experiment';
import type { Step } from '../../lesson';
import { rerunKey, type Difference } from './difference';
import { NO_TRAINING, type RunKey, type Training, type TrainingFailure } from '../training';

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export type Answer = 'match' | 'mismatch';

/** What was said to the question whether a re-run will match. */
export type Prediction = Answer | 'skipped';

/**
 * The story of a mismatch: found, then open once the learner goes after its cause, and solved by a re-run that
 * matches. What differs after that begins a new one.
 */
export type Investigation = 'none' | 'found' | 'open' | 'solved';

/** The re-run that an investigation is about. */
export interface Found {
  readonly rerun: RunKey;
  /** What it differed in. */
  readonly drifts: readonly DriftId[];
}

export interface Failure extends TrainingFailure {
  /** The step whose training failed. */
  readonly step: 1 | 4;
}

export interface LessonContext extends Difference, Training<Failure> {
  /** The step the learner is heading for; reached unless a training is under way or has failed. */
  readonly goal: Step;
  readonly investigation: Investigation;
  /** The mismatch that was last found; null before there is one. */
  readonly found: Found | null;
  /** The drifts that the current investigation has found, restored ones included. */
  readonly investigated: readonly DriftId[];
  /** What is to differ once the investigation is open again that a link was copied in; null otherwise. */
  readonly resumes: readonly DriftId[] | null;
  readonly then: RunRecord | null;
  /** Re-runs that have been trained, by `manifestKey` of what they were trained with. */
  readonly reruns: Readonly<Record<RunKey, RunRecord>>;
  /** The answers by the re-run that they are about: each new difference is asked about anew. */
  readonly predictions: Readonly<Record<RunKey, Prediction>>;
  /** The re-runs whose comparison was shown: there it is known already, and takes no time. */
  readonly compared: readonly RunKey[];
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
  found: null,
  resumes: null,
  then: null,
  reruns: {},
  predictions: {},
  compared: [],
  speed,
  calm,
  beforeReset: null
});

/** Everything as at the start; what that takes away, if anything, can be had back. */
export function resetContext(context: LessonContext): LessonContext {
  const { speed, calm, goal, then, differs, choice } = context;
  const start = initialContext({ speed, calm });
  const isNew = goal === 0 && then === null && !differs && choice.join() === start.choice.join();
  return { ...start, beforeReset: isNew ? context.beforeReset : { ...context, beforeReset: null } };
}

/** The re-run with what differs now, if it has been trained. */
export const currentRerun = (context: LessonContext): RunRecord | null =>
  context.reruns[rerunKey(context)] ?? null;

export const comparisonWith = ({ then }: LessonContext, later: RunRecord | null): Comparison | null =>
  then && later ? compare(then, later) : null;

/** Whether an investigation has put something back, so that training again tells something new. */
export const canRerun = (context: LessonContext): boolean =>
  context.found !== null && rerunKey(context) !== context.found.rerun;

/** Whether the results are known to match. */
export function isMatched(context: LessonContext): boolean {
  const comparison = comparisonWith(context, currentRerun(context));
  return comparison !== null && isMatch(comparison);
}
