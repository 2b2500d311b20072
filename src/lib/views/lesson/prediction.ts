import type { Answer, LessonState } from '../../machine/lesson';

export interface PredictionView {
  /** What the learner has answered; null while the question is open. */
  readonly answer: Answer | null;
}

/** The question before the comparison; null when it is not to be asked. */
export const predictionView = ({ prediction: asked }: LessonState): PredictionView | null =>
  asked?.kind === 'asked' ? { answer: asked.answer } : null;
