import { entryAt } from '../../experiment/entry-at';
import * as v from 'valibot';
import { OPTIONS, QUESTIONS, type OptionId, type QuestionId, type QuizQuestion } from '../../experiment/quiz';

/** Where a learner is with one question. Nothing can be checked without having been chosen. */
export type QuizAnswer = (
  | { readonly phase: 'open'; readonly choice: OptionId | null }
  | { readonly phase: 'checked'; readonly choice: OptionId }
) & {
  /** How many hints are shown. */
  readonly hints: number;
  /** Whether a wrong option was ever checked, so that a first attempt can be told from a later one. */
  readonly missed: boolean;
};

export type QuizAnswers = Readonly<Record<QuestionId, QuizAnswer>>;

/** The questions on the lesson, and those that a training answers. */
export const ROUNDS = [1, 2] as const;
export type Round = (typeof ROUNDS)[number];

/** What is kept of the quiz between visits. */
export interface QuizProgress {
  readonly version: 2;
  /** Which round is open. */
  readonly round: Round;
  /** Which question of the first round is shown. */
  readonly at: QuestionId;
  readonly answers: QuizAnswers;
}

/** @throws {RangeError} when the quiz has no such question; types keep callers from asking. */
export function questionById(id: QuestionId): QuizQuestion {
  const question = QUESTIONS.find((entry) => entry.id === id);
  if (!question) throw new RangeError(`no question is named ${id}`);
  return question;
}

const perQuestion = <T>(make: (question: QuizQuestion) => T): Record<QuestionId, T> =>
  Object.fromEntries(QUESTIONS.map((question) => [question.id, make(question)])) as Record<QuestionId, T>;

export const freshAnswers = (): QuizAnswers =>
  perQuestion(() => ({ phase: 'open', choice: null, hints: 0, missed: false }));

/** The first question that is not answered right yet; the last one when all are. */
export const firstLeft = (answers: QuizAnswers): QuestionId =>
  (
    QUESTIONS.find(({ id, right }) => answers[id].phase === 'open' || answers[id].choice !== right) ??
    entryAt(QUESTIONS, QUESTIONS.length - 1)
  ).id;

const answerSchema = ({ right, hints }: QuizQuestion) => {
  const option = v.picklist(OPTIONS);
  const both = {
    hints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(hints.length)),
    missed: v.boolean()
  };
  return v.pipe(
    v.variant('phase', [
      v.strictObject({ phase: v.literal('open'), choice: v.nullable(option), ...both }),
      v.strictObject({ phase: v.literal('checked'), choice: option, ...both })
    ]),
    v.check(({ phase, choice, missed }) => phase === 'open' || choice === right || missed)
  );
};

const answers = v.strictObject(perQuestion(answerSchema));

const schema = v.variant('version', [
  v.strictObject({
    version: v.literal(2),
    round: v.picklist(ROUNDS),
    at: v.picklist(QUESTIONS.map(({ id }) => id)),
    answers
  }),
  // As it was kept while all questions were shown at once, and there was one round.
  v.pipe(
    v.strictObject({ version: v.literal(1), answers }),
    v.transform((kept) => ({
      version: 2 as const,
      round: 1 as const,
      at: firstLeft(kept.answers),
      answers: kept.answers
    }))
  )
]);

/**
 * Reads progress that comes from outside.
 * @returns null for anything that this quiz cannot have saved: a lost score is better than a false one.
 */
export function parseQuizProgress(input: unknown): QuizProgress | null {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : null;
}
