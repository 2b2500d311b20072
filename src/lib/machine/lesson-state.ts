import type { SnapshotFrom } from 'xstate';
import type { Comparison, DriftId, Manifest, RunRecord } from '../experiment';
import type { Step } from '../lesson';
import {
  activeDrifts,
  currentComparison,
  currentRerun,
  lastStep,
  loadedManifest,
  rerunKey,
  savedManifest,
  type Answer,
  type Failure,
  type Investigation,
  type LessonContext,
  type Progress,
  type RunKey,
  type Speed
} from './lesson-context';
import type { lessonMachine } from './lesson-machine';

export type Position = Exclude<SnapshotFrom<typeof lessonMachine>['value']['position'], 'routing'>;

/** The lesson as the views read it: where it stands and what is known there, nothing about how it got there. */
export interface LessonState {
  readonly at: Position;
  /** The step being shown; while a training runs or has failed, the step it belongs to. */
  readonly step: Step;
  /** Where the learner is heading, which a link should carry. */
  readonly goal: Step;
  readonly playing: boolean;
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
  /** Whether what a reset took away can be had back. */
  readonly canUndoReset: boolean;
  readonly speed: Speed;
  readonly differs: boolean;
  /** What is chosen to differ, whether or not it does now. */
  readonly choice: readonly DriftId[];
  /** What differs now. */
  readonly drifts: readonly DriftId[];
  readonly investigation: Investigation;
  readonly investigated: readonly DriftId[];
  readonly saved: Manifest;
  readonly loaded: Manifest;
  /** The results that are known at this step; going back hides what came later. */
  readonly then: RunRecord | null;
  readonly later: RunRecord | null;
  /** Null until the verdict has fallen. */
  readonly comparison: Comparison | null;
  /** Under which key the re-run with what differs now is kept. */
  readonly rerun: RunKey;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly prediction:
    | { readonly kind: 'asked'; readonly answer: Answer | null }
    | { readonly kind: 'recalled'; readonly answer: Answer }
    | null;
}

const STEP_OF: Record<Exclude<Position, 'failed'>, Step> = {
  idle: 0,
  training: 1,
  trained: 1,
  saved: 2,
  loaded: 3,
  retraining: 4,
  retrained: 4,
  compared: 5,
  trusted: 5,
  mismatched: 5,
  investigating: 6
};

const ASKED_AT: readonly Position[] = ['loaded', 'retraining', 'retrained'];
const JUDGED_AT: readonly Position[] = ['trusted', 'mismatched', 'investigating'];

function predictionAt(at: Position, context: LessonContext): LessonState['prediction'] {
  const { prediction } = context;
  if (prediction.kind === 'spent') {
    const recalled = JUDGED_AT.includes(at) && prediction.rerun === rerunKey(context);
    return recalled ? { kind: 'recalled', answer: prediction.answer } : null;
  }
  if (prediction.kind === 'skipped' || !ASKED_AT.includes(at)) return null;
  return { kind: 'asked', answer: prediction.kind === 'given' ? prediction.answer : null };
}

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function lessonState(snapshot: SnapshotFrom<typeof lessonMachine>): LessonState {
  const { context, value } = snapshot;
  const at = value.position as Position;
  const step = at === 'failed' ? (context.failure?.step ?? 1) : STEP_OF[at];
  const judged = JUDGED_AT.includes(at);
  return {
    at,
    step,
    goal: context.goal,
    playing: value.playback === 'playing',
    canGoBack: step > 0,
    canGoOn: at === 'failed' || context.goal < lastStep(context),
    canUndoReset: context.beforeReset !== null,
    speed: context.speed,
    differs: context.differs,
    choice: context.choice,
    drifts: activeDrifts(context),
    investigation: context.investigation,
    investigated: context.investigated,
    saved: savedManifest(),
    loaded: loadedManifest(context),
    then: step >= 1 ? context.then : null,
    later: step >= 4 ? currentRerun(context) : null,
    comparison: judged ? currentComparison(context) : null,
    rerun: rerunKey(context),
    progress: context.progress,
    failure: context.failure,
    prediction: predictionAt(at, context)
  };
}
