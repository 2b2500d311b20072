import type { SnapshotFrom } from 'xstate';
import type { Comparison, DriftId, Manifest, RunRecord } from '../../experiment';
import type { Step } from '../../lesson';
import {
  canRerun,
  comparisonWith,
  currentRerun,
  type Answer,
  type Failure,
  type Found,
  type Investigation,
  type LessonContext,
  type Speed
} from './context';
import { activeDrifts, loadedManifest, rerunKey, savedManifest } from './difference';
import { lastStep } from './goal';
import type { lessonMachine } from './machine';
import { currentPrediction, isAsked } from './prediction';
import type { Progress, RunKey } from '../training';

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
  /** Whether the re-run with what differs now has been trained before. */
  readonly isKnown: boolean;
  /** Whether something was put back at step 6, so that training again tells something new. */
  readonly canRerun: boolean;
  /** Whether what a reset took away can be had back. */
  readonly canUndoReset: boolean;
  readonly speed: Speed;
  readonly differs: boolean;
  /** What is chosen to differ, whether or not it does now. */
  readonly choice: readonly DriftId[];
  /** What differs now. */
  readonly drifts: readonly DriftId[];
  /** What a link should carry of what differs, and of the mismatch that is investigated where that differed in more. */
  readonly linked: { readonly drifts: readonly DriftId[]; readonly found: readonly DriftId[] };
  readonly investigation: Investigation;
  readonly investigated: readonly DriftId[];
  readonly saved: Manifest;
  /** What the re-run that is shown loads, or loaded. */
  readonly loaded: Manifest;
  /** In what that differs. While an investigation puts things back, the mismatch is still shown that it is about. */
  readonly loadedDrifts: readonly DriftId[];
  /** The results that are known at this step; going back hides what came later. */
  readonly then: RunRecord | null;
  readonly later: RunRecord | null;
  /** Null until the verdict has fallen. */
  readonly comparison: Comparison | null;
  /** What the two are just being compared to, for the drawing of it; null at any other time. */
  readonly comparing: Comparison | null;
  /** Whether that comparison was never shown before. */
  readonly isNew: boolean;
  /** Whether the re-run that is shown may match or not for all the learner knows: nobody has said, and it was not compared. */
  readonly isOpen: boolean;
  /** Under which key the re-run that is shown is kept. */
  readonly rerun: RunKey;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly prediction:
    | { readonly kind: 'asked'; readonly answer: Answer | null }
    | { readonly kind: 'recalled'; readonly answer: Answer }
    | null;
}

/** The question, where it is asked, and the answer, once the verdict on it has fallen. */
function predictionIn(snapshot: LessonSnapshot, { rerun }: Found): LessonState['prediction'] {
  const { context } = snapshot;
  if (snapshot.hasTag('judged')) {
    const prediction = context.predictions[rerun];
    return prediction && prediction !== 'skipped' ? { kind: 'recalled', answer: prediction } : null;
  }
  const prediction = currentPrediction(context);
  if (!snapshot.hasTag('asking') || !isAsked(context) || prediction === 'skipped') return null;
  return { kind: 'asked', answer: prediction ?? null };
}

/** The re-run that is shown: with what differs now, or the one that is investigated. */
const shownRerun = (context: LessonContext, step: Step): Found =>
  step === 6 && context.found !== null
    ? context.found
    : { rerun: rerunKey(context), drifts: activeDrifts(context) };

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function lessonState(snapshot: LessonSnapshot): LessonState {
  const { context, value } = snapshot;
  const [shown] = Object.values(snapshot.getMeta());
  const step = shown?.step ?? context.failure?.step ?? 1;
  const shownNow = shownRerun(context, step);
  const isNew = !context.compared.includes(shownNow.rerun);
  const later = step >= 4 ? (context.reruns[shownNow.rerun] ?? null) : null;
  return {
    at: value.position as Position,
    step,
    goal: context.goal,
    playing: value.playback === 'playing',
    canGoBack: step > 0,
    canGoOn: context.failure !== null || context.goal < lastStep(context),
    isKnown: currentRerun(context) !== null,
    canRerun: step === 6 && canRerun(context),
    canUndoReset: context.beforeReset !== null,
    speed: context.speed,
    differs: context.differs,
    choice: context.choice,
    drifts: activeDrifts(context),
    linked:
      context.resumes !== null
        ? { drifts: context.resumes, found: activeDrifts(context) }
        : { drifts: activeDrifts(context), found: step === 6 && canRerun(context) ? shownNow.drifts : [] },
    investigation: context.investigation,
    investigated: context.investigated,
    saved: savedManifest(),
    loaded: loadedManifest({ differs: true, choice: shownNow.drifts }),
    loadedDrifts: shownNow.drifts,
    then: step >= 1 ? context.then : null,
    later,
    comparison: snapshot.hasTag('judged') ? comparisonWith(context, later) : null,
    comparing: value.position === 'compared' ? comparisonWith(context, later) : null,
    isNew,
    isOpen: isNew && context.predictions[shownNow.rerun] === undefined,
    rerun: shownNow.rerun,
    progress: context.progress,
    failure: context.failure,
    prediction: predictionIn(snapshot, shownNow)
  };
}
