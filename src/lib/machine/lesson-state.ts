import type { SnapshotFrom } from 'xstate';
import type { Comparison, DriftId, Manifest, RunRecord } from '../experiment';
import type { Step } from '../lesson';
import {
  currentComparison,
  currentRerun,
  type Answer,
  type Failure,
  type Investigation,
  type Speed
} from './lesson-context';
import { activeDrifts, loadedManifest, rerunKey, savedManifest } from './lesson-difference';
import { lastStep } from './lesson-goal';
import type { lessonMachine } from './lesson-machine';
import { isAsked } from './lesson-prediction';
import type { Progress, RunKey } from './training';

type LessonSnapshot = SnapshotFrom<typeof lessonMachine>;

export type Position = Exclude<LessonSnapshot['value']['position'], 'routing'>;

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

/** The question, where it is asked, and the answer, once the verdict on it has fallen. */
function predictionIn(snapshot: LessonSnapshot): LessonState['prediction'] {
  const { prediction } = snapshot.context;
  if (prediction.kind === 'spent') {
    const recalled = snapshot.hasTag('judged') && prediction.rerun === rerunKey(snapshot.context);
    return recalled ? { kind: 'recalled', answer: prediction.answer } : null;
  }
  if (!isAsked(prediction) || !snapshot.hasTag('asking')) return null;
  return { kind: 'asked', answer: prediction.kind === 'given' ? prediction.answer : null };
}

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function lessonState(snapshot: LessonSnapshot): LessonState {
  const { context, value } = snapshot;
  const [shown] = Object.values(snapshot.getMeta());
  const step = shown?.step ?? context.failure?.step ?? 1;
  return {
    at: value.position as Position,
    step,
    goal: context.goal,
    playing: value.playback === 'playing',
    canGoBack: step > 0,
    canGoOn: context.failure !== null || context.goal < lastStep(context),
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
    comparison: snapshot.hasTag('judged') ? currentComparison(context) : null,
    rerun: rerunKey(context),
    progress: context.progress,
    failure: context.failure,
    prediction: predictionIn(snapshot)
  };
}
