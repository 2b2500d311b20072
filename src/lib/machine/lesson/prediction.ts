import { currentRerun, type LessonContext, type Prediction } from './context';
import { rerunKey } from './difference';
import type { PredictionCommand } from './events';

/** What was said of the re-run with what differs now; undefined while nothing was. */
export const currentPrediction = (context: LessonContext): Prediction | undefined =>
  context.predictions[rerunKey(context)];

/** Whether the question is still asked, where it is asked at all: not about a result that is known. */
export const isAsked = (context: LessonContext): boolean =>
  currentRerun(context) === null && currentPrediction(context) !== 'skipped';

/** Whether whoever only watches is to wait for an answer. */
export const isUnanswered = (context: LessonContext): boolean =>
  isAsked(context) && currentPrediction(context) === undefined;

export const withPrediction = (
  context: LessonContext,
  command: PredictionCommand
): Pick<LessonContext, 'predictions'> => ({
  predictions: {
    ...context.predictions,
    [rerunKey(context)]: command.type === 'PREDICT' ? command.answer : 'skipped'
  }
});
