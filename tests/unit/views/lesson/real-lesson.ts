import type { DriftId } from '$lib/experiment';
import type { Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { realTrainer } from '../../machine/fake-trainer';
import { startLesson, type LessonDriver } from '../../machine/lesson/driver';

/** A lesson in which the real trainer trains, at once. */
export const realLesson = (...drifts: DriftId[]): LessonDriver =>
  startLesson({ trainer: realTrainer(), input: { drifts } });

const states = new Map<string, LessonState>();

function walkTo(step: Step, drifts: readonly DriftId[]): LessonState {
  const lesson = realLesson(...drifts);
  lesson.goTo(step);
  lesson.judge();
  return lesson.state;
}

/** The lesson at a step, with really trained results; at step 5 the verdict has fallen. */
export function stateAt(step: Step, ...drifts: DriftId[]): LessonState {
  const key = [step, ...drifts].join();
  const state = states.get(key) ?? walkTo(step, drifts);
  states.set(key, state);
  return state;
}
