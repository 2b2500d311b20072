import { assign, type SnapshotFrom } from 'xstate';
import { setup } from '../setup';
import { QUESTIONS, type OptionId, type QuestionId } from '../../experiment/quiz';
import {
  firstLeft,
  freshAnswers,
  questionById,
  type QuizAnswer,
  type QuizAnswers,
  type QuizProgress,
  type Round
} from './quiz-progress';

/** What happened last, for the sentence that announces it. */
type Latest =
  /** `unanswered`: it was to be checked with nothing chosen. */
  | { readonly kind: 'checked' | 'hinted' | 'unanswered' | 'shown'; readonly question: QuestionId }
  | { readonly kind: 'restarted' }
  | null;

interface QuizContext {
  readonly round: Round;
  /** The question that is shown. */
  readonly at: QuestionId;
  readonly answers: QuizAnswers;
  readonly latest: Latest;
}

interface About {
  readonly question: QuestionId;
}

export type QuizEvent =
  | (About & { readonly type: 'SHOW' | 'CHECK' | 'HINT' | 'RETRY' })
  | (About & { readonly type: 'CHOOSE'; readonly option: OptionId })
  | { readonly type: 'OPEN_ROUND'; readonly round: Round }
  | { readonly type: 'RESTART' };

export interface QuizInput {
  /** Progress of an earlier visit. @default null */
  readonly saved?: QuizProgress | null;
}

export type QuestionVerdict = 'open' | 'right' | 'wrong';

/** How one question stands. Right and wrong follow from the content, so they are never stored. */
export function questionVerdict(answers: QuizAnswers, question: QuestionId): QuestionVerdict {
  const { phase, choice } = answers[question];
  if (phase === 'open') return 'open';
  return choice === questionById(question).right ? 'right' : 'wrong';
}

function fresh(): Pick<QuizContext, 'round' | 'at' | 'answers'> {
  const answers = freshAnswers();
  return { round: 1, at: firstLeft(answers), answers };
}

const allChecked = (answers: QuizAnswers) => QUESTIONS.every(({ id }) => answers[id].phase === 'checked');

const put = (context: QuizContext, { question }: About, answer: QuizAnswer): QuizAnswers => ({
  ...context.answers,
  [question]: answer
});

/**
 * The first round of the quiz, and which round is open. Each question goes open → checked, and a wrong one back to open, whatever the others do; so
 * how a question stands is data, and only whether all of them are checked is a state.
 */
export const quizMachine = setup({
  types: {
    context: {} as QuizContext,
    events: {} as QuizEvent,
    input: {} as QuizInput | undefined
  },
  guards: {
    isNotRight: ({ context }, { question }: About) => questionVerdict(context.answers, question) !== 'right',
    isWrong: ({ context }, { question }: About) => questionVerdict(context.answers, question) === 'wrong',
    canBeChecked: ({ context }, { question }: About) => {
      const { phase, choice } = context.answers[question];
      return phase === 'open' && choice !== null;
    },
    hasNoChoice: ({ context }, { question }: About) => context.answers[question].choice === null,
    hasHintLeft: ({ context }, { question }: About) =>
      questionVerdict(context.answers, question) !== 'right' &&
      context.answers[question].hints < questionById(question).hints.length,
    allChecked: ({ context }) => allChecked(context.answers),
    someOpen: ({ context }) => !allChecked(context.answers)
  },
  actions: {
    choose: assign(({ context }, { question, option }: About & { readonly option: OptionId }) => ({
      answers: put(context, { question }, { ...context.answers[question], phase: 'open', choice: option }),
      latest: null
    })),
    check: assign(({ context }, { question }: About) => {
      const { choice, hints, missed } = context.answers[question];
      if (choice === null) return {}; // the guard never lets it come to this
      const wrong = choice !== questionById(question).right;
      return {
        answers: put(context, { question }, { phase: 'checked', choice, hints, missed: missed || wrong }),
        latest: { kind: 'checked', question } as const
      };
    }),
    tellNothingIsChosen: assign((_, { question }: About) => ({
      latest: { kind: 'unanswered', question } as const
    })),
    show: assign((_, { question }: About) => ({
      at: question,
      latest: { kind: 'shown', question } as const
    })),
    openRound: assign((_, round: Round) => ({ round, latest: null })),
    showHint: assign(({ context }, { question }: About) => {
      const answer = context.answers[question];
      return {
        answers: put(context, { question }, { ...answer, hints: answer.hints + 1 }),
        latest: { kind: 'hinted', question } as const
      };
    }),
    reopen: assign(({ context }, { question }: About) => ({
      answers: put(context, { question }, { ...context.answers[question], phase: 'open', choice: null }),
      latest: null
    })),
    startAgain: assign(() => ({ ...fresh(), latest: { kind: 'restarted' } as const }))
  }
}).createMachine({
  id: 'quiz',
  context: ({ input }) => {
    const { round, at, answers } = input?.saved ?? fresh();
    return { round, at, answers, latest: null };
  },
  initial: 'answering',
  states: {
    answering: { always: { guard: 'allChecked', target: 'finished' } },
    finished: { always: { guard: 'someOpen', target: 'answering' } }
  },
  on: {
    CHOOSE: {
      guard: { type: 'isNotRight', params: ({ event }) => event },
      actions: { type: 'choose', params: ({ event }) => event }
    },
    SHOW: { actions: { type: 'show', params: ({ event }) => event } },
    OPEN_ROUND: { actions: { type: 'openRound', params: ({ event }) => event.round } },
    CHECK: [
      {
        guard: { type: 'canBeChecked', params: ({ event }) => event },
        actions: { type: 'check', params: ({ event }) => event }
      },
      {
        guard: { type: 'hasNoChoice', params: ({ event }) => event },
        actions: { type: 'tellNothingIsChosen', params: ({ event }) => event }
      }
    ],
    HINT: {
      guard: { type: 'hasHintLeft', params: ({ event }) => event },
      actions: { type: 'showHint', params: ({ event }) => event }
    },
    RETRY: {
      guard: { type: 'isWrong', params: ({ event }) => event },
      actions: { type: 'reopen', params: ({ event }) => event }
    },
    RESTART: { actions: 'startAgain' }
  }
});

export type QuizSnapshot = SnapshotFrom<typeof quizMachine>;

/** What to keep of the quiz, for the `saved` input of a later visit. */
export const quizProgress = ({ context }: QuizSnapshot): QuizProgress => ({
  version: 2,
  round: context.round,
  at: context.at,
  answers: context.answers
});
