import { BASELINE, type DriftId } from '$lib/experiment';
import type { Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { describeTestSet } from '$lib/trainer';
import { mapScales, penguinsView } from '$lib/views/drawing';
import { realDataset, realTrainer } from '../../machine/fake-trainer';
import { startLesson, type LessonDriver } from '../../machine/lesson/driver';

/** A lesson in which the real trainer trains, at once. */
export const realLesson = (...drifts: DriftId[]): LessonDriver =>
  startLesson({ trainer: realTrainer(), input: { drifts } });

const states = new Map<string, LessonState>();

function walkTo(step: Step, drifts: readonly DriftId[]): LessonState {
  const lesson = realLesson(...drifts);
  if (step > 3) {
    lesson.goTo(3);
    lesson.send('SKIP_PREDICTION');
  }
  lesson.goTo(step);
  lesson.judge();
  return lesson.state;
}

/** The lesson at a step, with really trained results and the question skipped; at step 5 the verdict has fallen. */
export function stateAt(step: Step, ...drifts: DriftId[]): LessonState {
  const key = [step, ...drifts].join();
  const state = states.get(key) ?? walkTo(step, drifts);
  states.set(key, state);
  return state;
}

/** The 100 penguins that the lesson tests its runs on. */
export const testSet = describeTestSet(BASELINE, realDataset);

export const scales = mapScales(testSet.penguins);

/** The penguins as the maps show them. */
export const penguinsOf = (state: LessonState) => penguinsView(testSet.penguins, scales, state);
