import { createActor } from 'xstate';
import { quizView, type QuizView } from '$lib/views/lesson/quiz';
import { quizMachine, type QuizEvent, type QuizSnapshot } from '$lib/machine/lesson/quiz-machine';
import { OPTIONS, type OptionId, type QuestionId } from '$lib/experiment/quiz';
import { questionById, type QuizProgress } from '$lib/machine/lesson/quiz-progress';
import type { LessonState } from '$lib/machine/lesson';
import { startLesson } from './driver';

const unbegun = startLesson().state;

/** What the quiz shows beside a lesson, which has not begun unless told otherwise. */
export const shownBy = (snapshot: QuizSnapshot, state: LessonState = unbegun): QuizView =>
  quizView(snapshot, state);

/** The quiz after these events. */
export function quizAfter(events: readonly QuizEvent[], saved: QuizProgress | null = null): QuizSnapshot {
  const actor = createActor(quizMachine, { input: { saved } }).start();
  events.forEach((event) => actor.send(event));
  const snapshot = actor.getSnapshot();
  actor.stop();
  return snapshot;
}

/** Events that choose and check an option. */
export const answer = (question: QuestionId, option: OptionId): QuizEvent[] => [
  { type: 'CHOOSE', question, option },
  { type: 'CHECK', question }
];

export const answerRight = (question: QuestionId): QuizEvent[] =>
  answer(question, questionById(question).right);

/** An option of the question that is not right: the first of them, or another by its place. */
export const wrongOption = (question: QuestionId, place = 0): OptionId => {
  const { right } = questionById(question);
  return OPTIONS.filter((id) => id !== right)[place]!;
};

export const answerWrong = (question: QuestionId): QuizEvent[] => answer(question, wrongOption(question));
