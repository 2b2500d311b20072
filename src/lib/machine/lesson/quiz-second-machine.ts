import { assign, type SnapshotFrom } from 'xstate';
import { TASK_IDS, type Runs, type TaskId } from '../../experiment/quiz-second';
import type { RunRecord } from '../../experiment';
import { TRAINER_VERSION } from '../../experiment/receipt';
import { setup } from '../setup';
import { toBeProvided, type TrainInput, type TrainingFailure, type TrainingReport } from '../training';
import {
  freshTaskAnswers,
  withChoice,
  type SecondProgress,
  type TaskAnswer,
  type TaskAnswers
} from './quiz-second-progress';
import { perTask, taskById, type Choice } from './quiz-tasks';

/** What happened last, for the sentence that announces it. */
type Latest =
  /** `unanswered`: it was to be checked with nothing chosen. */
  | { readonly kind: 'measuring' | 'measured' | 'cancelled' | 'unanswered' | 'shown'; readonly task: TaskId }
  | { readonly kind: 'restarted' }
  | null;

interface SecondContext {
  /** The task that is shown. */
  readonly at: TaskId;
  readonly answers: TaskAnswers;
  /** The runs that marked an answer in this visit; null where there are none. */
  readonly runs: Readonly<Record<TaskId, Runs | null>>;
  /** The task whose runs are trained, or were to be; and how far that is. */
  readonly asked: TaskId | null;
  readonly trained: Runs;
  readonly failure: TrainingFailure | null;
  readonly latest: Latest;
}

interface About {
  readonly task: TaskId;
}

interface Chosen extends About {
  readonly choice: Choice;
  readonly chosen: boolean;
}

/** What a learner can do in the second round. */
export type SecondCommand =
  | (About & { readonly type: 'SHOW' | 'CHECK' })
  | (Chosen & { readonly type: 'CHOOSE' })
  | { readonly type: 'CANCEL' | 'RETRY' | 'RESTART' };

type SecondEvent = SecondCommand | TrainingReport;

interface SecondInput {
  /** Progress of an earlier visit. @default null */
  readonly saved?: SecondProgress | null;
}

const NOT_ASKED = { asked: null, trained: [], failure: null } as const;

const fresh = () => ({
  ...NOT_ASKED,
  at: TASK_IDS[0],
  answers: freshTaskAnswers(),
  runs: perTask((): Runs | null => null)
});

const put = (context: SecondContext, task: TaskId, answer: TaskAnswer): TaskAnswers => ({
  ...context.answers,
  [task]: answer
});

/** What is trained next for the answer that is being marked, after these runs; null once all are there. */
function nextManifest({ asked, answers }: SecondContext, trained: Runs) {
  return asked === null ? null : taskById(asked).next(answers[asked].reply, trained);
}

function trainingOf(context: SecondContext): TrainInput {
  const manifest = nextManifest(context, context.trained);
  if (manifest === null) throw new RangeError('there is nothing left to train');
  return { run: `${context.asked} ${context.trained.length}`, manifest, pace: 0 };
}

/** An answer after its runs. */
function marked(context: SecondContext, task: TaskId, runs: Runs) {
  const { reply, missed } = context.answers[task];
  const isRight = taskById(task).isRight(reply, runs);
  return {
    ...NOT_ASKED,
    answers: put(context, task, { reply, mark: isRight ? 'right' : 'wrong', missed: missed || !isRight }),
    runs: { ...context.runs, [task]: runs },
    latest: { kind: 'measured', task } as const
  };
}

const second = setup({
  types: {
    context: {} as SecondContext,
    events: {} as SecondEvent,
    input: {} as SecondInput | undefined
  },
  actors: { train: toBeProvided<TrainInput, TrainingReport>('the quiz', 'train') },
  guards: {
    isAnswered: ({ context }, { task }: About) => context.answers[task].reply.length > 0,
    // A right answer stays, and so does one that is being marked.
    canChange: ({ context: { answers, asked, failure } }, { task }: About) =>
      answers[task].mark !== 'right' && (asked !== task || failure !== null),
    needsMore: ({ context }, record: RunRecord) =>
      nextManifest(context, [...context.trained, record]) !== null
  },
  actions: {
    show: assign((_, { task }: About) => ({ at: task, latest: { kind: 'shown', task } as const })),
    choose: assign(({ context }, { task, choice, chosen }: Chosen) => {
      const { reply, missed } = context.answers[task];
      return {
        answers: put(context, task, {
          reply: withChoice(task, reply, choice, chosen),
          mark: 'open',
          missed
        }),
        runs: { ...context.runs, [task]: null },
        latest: null
      };
    }),
    tellNothingIsChosen: assign((_, { task }: About) => ({ latest: { kind: 'unanswered', task } as const })),
    begin: assign((_, task: TaskId) => ({
      asked: task,
      trained: [],
      failure: null,
      latest: { kind: 'measuring', task } as const
    })),
    keepRun: assign(({ context }, record: RunRecord) => ({ trained: [...context.trained, record] })),
    mark: assign(({ context }, record: RunRecord) =>
      context.asked === null ? {} : marked(context, context.asked, [...context.trained, record])
    ),
    keepFailure: assign((_, { kind, reason }: TrainingFailure) => ({
      failure: { kind, reason },
      latest: null
    })),
    tellCancelled: assign(({ context: { asked } }) => ({
      ...NOT_ASKED,
      latest: asked && ({ kind: 'cancelled', task: asked } as const)
    })),
    startAgain: assign(() => ({ ...fresh(), latest: { kind: 'restarted' } as const }))
  }
});

const check = second.createStateConfig({
  on: {
    CHECK: [
      {
        guard: { type: 'isAnswered', params: ({ event }) => event },
        actions: { type: 'begin', params: ({ event }) => event.task },
        target: 'measuring'
      },
      { actions: { type: 'tellNothingIsChosen', params: ({ event }) => event } }
    ]
  }
});

/**
 * The second round of the quiz: what is answered is checked by training, one run after the other, and the runs decide. How a
 * task stands is data; a state is only whether something is trained for one.
 */
export const secondMachine = second.createMachine({
  id: 'second',
  context: ({ input }) => {
    const { at, answers } = input?.saved ?? fresh();
    return { ...fresh(), at, answers, latest: null };
  },
  initial: 'answering',
  on: {
    SHOW: { actions: { type: 'show', params: ({ event }) => event } },
    CHOOSE: {
      guard: { type: 'canChange', params: ({ event }) => event },
      actions: { type: 'choose', params: ({ event }) => event }
    },
    RESTART: { actions: 'startAgain', target: '.answering' }
  },
  states: {
    answering: check,
    measuring: {
      invoke: { src: 'train', input: ({ context }) => trainingOf(context) },
      on: {
        TRAINED: [
          {
            guard: { type: 'needsMore', params: ({ event }) => event.record },
            actions: { type: 'keepRun', params: ({ event }) => event.record },
            target: 'measuring',
            reenter: true
          },
          { actions: { type: 'mark', params: ({ event }) => event.record }, target: 'answering' }
        ],
        TRAINING_FAILED: {
          actions: { type: 'keepFailure', params: ({ event }) => event },
          target: 'failed'
        },
        CANCEL: { actions: 'tellCancelled', target: 'answering' }
      }
    },
    failed: {
      on: {
        ...check.on,
        RETRY: { actions: { type: 'begin', params: ({ context }) => context.asked! }, target: 'measuring' }
      }
    }
  }
});

export type SecondSnapshot = SnapshotFrom<typeof secondMachine>;

/** What to keep of the second round, for the `saved` input of a later visit. */
export const secondProgress = ({ context: { at, answers } }: SecondSnapshot): SecondProgress => ({
  version: 1,
  trainer: TRAINER_VERSION,
  at,
  answers
});
