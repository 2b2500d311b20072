import { OPTIONS, QUESTIONS, type OptionId, type QuestionId, type QuizQuestion } from '../../experiment/quiz';
import { fill } from '../../lesson';
import { quiz as words } from '../../lesson/quiz';
import type { LessonState } from '../../machine/lesson';
import { questionById, type QuizAnswer, type Round } from '../../machine/lesson/quiz-progress';
import { questionVerdict, type QuizSnapshot, type QuestionVerdict } from '../../machine/lesson/quiz-machine';
import { hintCellView, type HintCellView } from './hint-cell';
import { markOf, stepsView, turnView, type QuizStep, type QuizTurn } from './quiz-steps';

export interface OptionView<Id = OptionId> {
  readonly id: Id;
  /** What stands before the text; empty where nothing does. */
  readonly letter: string;
  readonly text: string;
  readonly chosen: boolean;
}

/** What there is to do before a question can be checked; `urgent` once someone has tried to. */
export interface NoteView {
  readonly text: string;
  readonly urgent: boolean;
}

export interface FeedbackView {
  readonly verdict: string;
  readonly why: string;
}

export interface QuizHintView {
  readonly number: string;
  readonly text: string;
  readonly cell: HintCellView;
}

export interface QuestionView {
  readonly id: QuestionId;
  readonly text: string;
  readonly verdict: QuestionVerdict;
  readonly options: readonly OptionView[];
  readonly note: NoteView | null;
  /** What the last check showed. */
  readonly feedback: FeedbackView | null;
  readonly hints: readonly QuizHintView[];
  readonly hasHintLeft: boolean;
  readonly turn: QuizTurn<QuestionId>;
}

export interface QuizView {
  readonly round: Round;
  readonly score: string;
  readonly steps: readonly QuizStep<QuestionId>[];
  /** The question that is shown. */
  readonly at: QuestionId;
  readonly questions: readonly QuestionView[];
  /** Said once every question is checked. */
  readonly closing: string | null;
  /** Whether there is anything to start again from. */
  readonly started: boolean;
  /** What has just happened, for the page's live region; empty when nothing needs saying. */
  readonly news: string;
}

const IDS = QUESTIONS.map(({ id }) => id);

const feedbackOf = (
  question: QuizQuestion,
  { choice }: QuizAnswer,
  verdict: QuestionVerdict
): FeedbackView | null => {
  const { options } = words.questions[question.id];
  return verdict === 'open' || choice === null
    ? null
    : { verdict: words.verdict[verdict], why: options[choice].why };
};

const hintsOf = (question: QuizQuestion, { hints }: QuizAnswer, state: LessonState): QuizHintView[] =>
  words.questions[question.id].hints.slice(0, hints).map((text, index) => ({
    number: fill(words.hintNumber, { n: index + 1, total: question.hints.length }),
    text,
    cell: hintCellView(question.hints[index]!, state)
  }));

function questionView(snapshot: QuizSnapshot, question: QuizQuestion, state: LessonState): QuestionView {
  const { answers, latest } = snapshot.context;
  const answer = answers[question.id];
  const verdict = questionVerdict(answers, question.id);
  const urgent = latest?.kind === 'unanswered' && latest.question === question.id;
  return {
    id: question.id,
    text: words.questions[question.id].text,
    verdict,
    options: OPTIONS.map((id) => ({
      id,
      letter: words.letters[id],
      text: words.questions[question.id].options[id].text,
      chosen: answer.choice === id
    })),
    note: answer.choice === null ? { text: urgent ? words.nothingChosen : words.chooseFirst, urgent } : null,
    feedback: feedbackOf(question, answer, verdict),
    hints: hintsOf(question, answer, state),
    hasHintLeft: verdict !== 'right' && answer.hints < question.hints.length,
    turn: turnView(IDS, question.id)
  };
}

function closingOf(snapshot: QuizSnapshot, right: number): string | null {
  if (!snapshot.matches('finished')) return null;
  const { answers } = snapshot.context;
  const firstTry = right === IDS.length && IDS.every((id) => !answers[id].missed);
  return firstTry ? words.closingFirstTry : words.closing[right]!;
}

/** What has just happened, in a sentence. */
function newsOf(
  { context }: QuizSnapshot,
  score: string,
  closing: string | null,
  state: LessonState
): string {
  const { answers, latest } = context;
  if (latest === null) return '';
  if (latest.kind === 'restarted') return fill(words.news.restarted, { score });
  const question = questionById(latest.question);
  const answer = answers[question.id];
  switch (latest.kind) {
    case 'unanswered':
      return words.nothingChosen;
    case 'shown': // and not its text, which the focus brings
      return fill(words.news.shown, { place: turnView(IDS, question.id).place });
    case 'hinted': {
      const { number, text, cell } = hintsOf(question, answer, state).at(-1)!;
      return fill(words.news.hinted, { number, text, cell: cell.place, says: cell.text });
    }
    case 'checked': {
      const feedback = feedbackOf(question, answer, questionVerdict(answers, question.id));
      const checked = feedback ? fill(words.news.checked, { ...feedback, score }) : '';
      return closing === null ? checked : `${checked} ${closing}`;
    }
  }
}

/**
 * Everything that the first round of the quiz shows.
 * @param state of the lesson, whose table the hints quote.
 */
export function quizView(snapshot: QuizSnapshot, state: LessonState): QuizView {
  const { answers, at, round } = snapshot.context;
  const right = IDS.filter((id) => questionVerdict(answers, id) === 'right').length;
  const score = fill(words.score, { right, total: IDS.length });
  const closing = closingOf(snapshot, right);
  return {
    round,
    score,
    steps: stepsView(IDS, at, (id) => markOf(questionVerdict(answers, id), answers[id].missed)),
    at,
    questions: QUESTIONS.map((question) => questionView(snapshot, question, state)),
    closing,
    started: IDS.some((id) => answers[id].choice !== null || answers[id].hints > 0 || answers[id].missed),
    news: newsOf(snapshot, score, closing, state)
  };
}
