import { OPTIONS, QUESTIONS, type OptionId, type QuestionId, type QuizQuestion } from '../../experiment/quiz';
import { fill, type CellRef } from '../../lesson';
import { quiz as words } from '../../lesson/quiz';
import { questionById, type QuizAnswer } from '../../machine/lesson/quiz-progress';
import { questionVerdict, type QuizSnapshot, type QuestionVerdict } from '../../machine/lesson/quiz-machine';

export interface OptionView {
  readonly id: OptionId;
  readonly letter: string;
  readonly text: string;
  readonly chosen: boolean;
}

export interface QuestionView {
  readonly id: QuestionId;
  readonly text: string;
  readonly verdict: QuestionVerdict;
  readonly options: readonly OptionView[];
  /** Says what to do before anything can be checked. */
  readonly note: string | null;
  /** What the last check showed. */
  readonly feedback: { readonly verdict: string; readonly why: string } | null;
  readonly hints: readonly { readonly number: string; readonly text: string }[];
  /** The cell that the next hint talks about, or the last one again; null when there is nothing left to find. */
  readonly hintCell: CellRef | null;
}

export interface QuizView {
  readonly score: string;
  readonly questions: readonly QuestionView[];
  /** Said once every question is checked. */
  readonly closing: string | null;
  /** Whether there is anything to start again from. */
  readonly started: boolean;
  /** What has just happened, for the page's live region; empty when nothing needs saying. */
  readonly news: string;
}

const hintNumber = ({ hints }: QuizQuestion, n: number) => fill(words.hintNumber, { n, total: hints.length });

const feedbackOf = (
  question: QuizQuestion,
  { choice }: QuizAnswer,
  verdict: QuestionVerdict
): QuestionView['feedback'] => {
  const { options } = words.questions[question.id];
  return verdict === 'open' || choice === null
    ? null
    : { verdict: words.verdict[verdict], why: options[choice].why };
};

const questionView = (
  question: QuizQuestion,
  answer: QuizAnswer,
  verdict: QuestionVerdict
): QuestionView => ({
  id: question.id,
  text: words.questions[question.id].text,
  verdict,
  options: OPTIONS.map((id) => ({
    id,
    letter: words.letters[id],
    text: words.questions[question.id].options[id].text,
    chosen: answer.choice === id
  })),
  note: answer.choice === null ? words.chooseFirst : null,
  feedback: feedbackOf(question, answer, verdict),
  hints: words.questions[question.id].hints
    .slice(0, answer.hints)
    .map((text, index) => ({ number: hintNumber(question, index + 1), text })),
  hintCell: verdict === 'right' ? null : question.hints[Math.min(answer.hints, question.hints.length - 1)]!
});

/** Everything that the quiz shows. */
export function quizView(snapshot: QuizSnapshot): QuizView {
  const { answers, latest } = snapshot.context;
  const all = QUESTIONS.map(({ id }) => answers[id]);
  const right = QUESTIONS.filter(({ id }) => questionVerdict(answers, id) === 'right').length;
  const score = fill(words.score, { right, total: QUESTIONS.length });
  const firstTry = right === QUESTIONS.length && all.every(({ missed }) => !missed);
  const closing = snapshot.matches('finished')
    ? firstTry
      ? words.closingFirstTry
      : words.closing[right]
    : null;
  const questions = QUESTIONS.map((question) =>
    questionView(question, answers[question.id], questionVerdict(answers, question.id))
  );

  const news = (): string => {
    if (latest === null) return '';
    if (latest.kind === 'restarted') return fill(words.news.restarted, { score });
    const question = questionById(latest.question);
    const answer = answers[latest.question];
    if (latest.kind === 'hinted') {
      const text = words.questions[question.id].hints[answer.hints - 1]!;
      return fill(words.news.hinted, { number: hintNumber(question, answer.hints), text });
    }
    const feedback = feedbackOf(question, answer, questionVerdict(answers, latest.question));
    const checked = feedback ? fill(words.news.checked, { ...feedback, score }) : '';
    return closing === null ? checked : `${checked} ${closing}`;
  };

  return {
    score,
    questions,
    closing,
    started: all.some(({ choice, hints, missed }) => choice !== null || hints > 0 || missed),
    news: news()
  };
}
