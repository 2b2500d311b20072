import type { RunRecord } from '../experiment';
import { initialContext } from './lesson-context';
import { rerunKey } from './lesson-difference';
import { lessonMachine } from './lesson-machine';
import { lessonState, type LessonState } from './lesson-state';

/** The lesson at its end on the match path, for readers without JavaScript. */
export function finishedLesson(record: RunRecord): LessonState {
  const context = initialContext({});
  const rerun = rerunKey(context);
  return lessonState(
    lessonMachine.resolveState({
      value: { position: 'trusted', playback: 'paused' },
      context: { ...context, goal: 5, then: record, reruns: { [rerun]: record }, compared: [rerun] }
    })
  );
}
