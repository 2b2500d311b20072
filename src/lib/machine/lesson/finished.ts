import type { RunRecord } from '../../experiment';
import { initialContext } from './context';
import { rerunKey } from './difference';
import { lessonMachine } from './machine';
import { lessonState, type LessonState } from './state';

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
