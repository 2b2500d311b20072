import type { LessonContext, Prediction } from './lesson-context';
import { rerunKey } from './lesson-difference';
import type { PredictionCommand } from './lesson-events';

/** Whether the question is still asked, where it is asked at all. */
export const isAsked = ({ kind }: Prediction): boolean => kind === 'open' || kind === 'given';

export function predictionAfter(command: PredictionCommand): Prediction {
  switch (command.type) {
    case 'PREDICT':
      return { kind: 'given', answer: command.answer };
    case 'ASK_AGAIN':
      return { kind: 'open' };
    case 'SKIP_PREDICTION':
      return { kind: 'skipped' };
  }
}

/** The prediction once the results have been compared. */
export function predictionSpent(context: LessonContext): Prediction {
  const { prediction } = context;
  if (prediction.kind === 'given') {
    return { kind: 'spent', answer: prediction.answer, rerun: rerunKey(context) };
  }
  return prediction.kind === 'open' ? { kind: 'skipped' } : prediction;
}
