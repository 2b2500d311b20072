import { and, assign, fromCallback, not, or, raise, setup, stateIn } from 'xstate';
import { DEFAULT_DRIFT, orderedDrifts, type DriftId, type Manifest, type RunRecord } from '../experiment';
import type { Step } from '../lesson';
import {
  activeDrifts,
  clampStep,
  currentRerun,
  initialContext,
  isMatched,
  lastStep,
  loadedManifest,
  progressAfter,
  rerunKey,
  resetContext,
  savedManifest,
  type Answer,
  type Failure,
  type LessonContext,
  type LessonInput,
  type RunKey,
  type Speed
} from './lesson-context';

/** What changes the difference between the saved run and the re-run. */
export type DriftCommand =
  | { type: 'TOGGLE_DRIFTS' }
  /** Switches on, if nothing differs yet. */
  | { type: 'LET_DIFFER' }
  | { type: 'CHOOSE_DRIFT'; id: DriftId; on: boolean }
  | { type: 'RESTORE'; id: DriftId }
  | { type: 'UNDO_RESTORE'; id: DriftId }
  | { type: 'RESTORE_ALL' };

/** What a learner can do. */
export type LessonCommand =
  | { type: 'NEXT' }
  | { type: 'BACK' }
  | { type: 'GO_TO'; step: Step }
  | { type: 'PLAY' }
  | { type: 'PAUSE' }
  | { type: 'RESET' }
  /** Back to where the last reset was, as long as nothing was done since. */
  | { type: 'UNDO_RESET' }
  | { type: 'OPEN'; step: Step; drifts: readonly DriftId[] }
  | { type: 'RETRY' }
  | { type: 'SET_SPEED'; speed: Speed }
  | { type: 'SET_CALM'; calm: boolean }
  | DriftCommand
  | { type: 'PREDICT'; answer: Answer }
  | { type: 'ASK_AGAIN' }
  | { type: 'SKIP_PREDICTION' };

/** What the trainer reports. */
export type TrainingReport =
  | { type: 'EPOCH'; epoch: number; epochs: number; loss: number }
  | { type: 'TRAINED'; record: RunRecord }
  /** `diverged`: refused because the training ends without a result, whoever trains it. */
  | { type: 'TRAINING_FAILED'; kind: Failure['kind']; message: string; diverged?: true };

/** `ADVANCE` is playback's own NEXT: it goes on without pausing. */
export type LessonEvent = LessonCommand | TrainingReport | { type: 'ADVANCE' };

export interface TrainInput {
  /** Whose result this will be: two runs of one manifest are still two runs. */
  readonly run: RunKey;
  readonly manifest: Manifest;
  /** Milliseconds to rest after each epoch. */
  readonly pace: number;
}

/** Milliseconds at speed 1 that a training, a look at the comparison and a step of playback last. */
const DURATION = { training: 700, comparing: 700, playing: 2600 };

const pace = ({ calm, speed }: LessonContext, { code }: Manifest): number =>
  calm ? 0 : DURATION.training / speed / code.epochs;

/** What differs after an event. Switched back on later, everything that was restored is back as well. */
function nextDifference(
  context: LessonContext,
  event: LessonEvent
): Pick<LessonContext, 'differs' | 'choice'> {
  const { differs, choice, investigated } = context;
  const nothing = { differs: false, choice: orderedDrifts([...choice, ...investigated]) };
  const something = { differs: true, choice: choice.length > 0 ? choice : [DEFAULT_DRIFT] };
  switch (event.type) {
    case 'TOGGLE_DRIFTS':
      return differs ? { differs: false, choice } : something;
    case 'LET_DIFFER':
      return something;
    case 'CHOOSE_DRIFT':
      return {
        differs,
        choice: event.on ? orderedDrifts([...choice, event.id]) : choice.filter((id) => id !== event.id)
      };
    case 'RESTORE': {
      if (!activeDrifts(context).includes(event.id)) return { differs, choice };
      const rest = choice.filter((id) => id !== event.id);
      return rest.length > 0 ? { differs, choice: rest } : nothing;
    }
    case 'UNDO_RESTORE':
      return { differs: true, choice: orderedDrifts([...activeDrifts(context), event.id]) };
    case 'RESTORE_ALL':
      return nothing;
    default:
      return { differs, choice };
  }
}

const changesDrifts = (context: LessonContext, event: LessonEvent): boolean =>
  activeDrifts(nextDifference(context, event)).join() !== activeDrifts(context).join();

const NOT_INVESTIGATING = { investigation: 'none', investigated: [] } as const;

/** The investigation once something else differs: a solved one is over, a cause that was found is gone after. */
const nextInvestigation = ({ investigation }: LessonContext): Partial<LessonContext> =>
  investigation === 'solved' ? NOT_INVESTIGATING : investigation === 'found' ? { investigation: 'open' } : {};

/** The step that a training under way, or a failed one, belongs to; otherwise where the learner is. */
const here = (context: LessonContext): Step => context.failure?.step ?? context.goal;

/** Where the learner is heading after an event. */
function nextGoal(context: LessonContext, event: LessonEvent): Step {
  switch (event.type) {
    case 'NEXT':
    case 'ADVANCE':
      // After a failure, going on means trying the same step again.
      return context.failure ? context.goal : (Math.min(context.goal + 1, lastStep(context)) as Step);
    case 'BACK':
      return Math.max(0, here(context) - 1) as Step;
    case 'GO_TO':
      return Math.min(clampStep(event.step, context.goal), lastStep(context)) as Step;
    case 'RESET':
      return 0;
    default:
      return context.goal;
  }
}

const lesson = setup({
  types: {
    context: {} as LessonContext,
    events: {} as LessonEvent,
    input: {} as LessonInput,
    tags: {} as 'busy'
  },
  actors: {
    train: fromCallback<TrainingReport, TrainInput>(() => {
      throw new Error('the lesson was started without a trainer: provide the actor “train”');
    })
  },
  delays: {
    comparing: ({ context }) => (context.calm ? 0 : DURATION.comparing / context.speed),
    playing: ({ context }) => DURATION.playing / context.speed
  },
  guards: {
    atStart: ({ context }) => context.goal === 0,
    needsThen: ({ context }) => context.then === null,
    needsRerun: ({ context }) => currentRerun(context) === null,
    headingFor: ({ context }, step: Step) => context.goal === step,
    stillBefore: ({ context, event }, step: Step) => nextGoal(context, event) >= step,
    moves: ({ context, event }) => context.failure !== null || nextGoal(context, event) !== context.goal,
    matches: ({ context }) => isMatched(context),
    driftsChange: ({ context, event }) => changesDrifts(context, event),
    driftsChangeAfterSaving: ({ context, event }) =>
      context.failure?.step === 4 && changesDrifts(context, event),
    ended: or([
      stateIn({ position: 'trusted' }),
      stateIn({ position: 'investigating' }),
      stateIn({ position: 'failed' })
    ]),
    settled: not(
      or([
        stateIn({ position: 'training' }),
        stateIn({ position: 'retraining' }),
        stateIn({ position: 'compared' })
      ])
    ),
    playable: not(stateIn({ position: 'failed' })),
    canUndoReset: ({ context }) => context.beforeReset !== null,
    asking: ({ context }) => context.prediction.kind === 'open' || context.prediction.kind === 'given'
  },
  actions: {
    setGoal: assign({
      goal: ({ context, event }) => nextGoal(context, event),
      failure: null,
      progress: null,
      beforeReset: null
    }),
    queueGoal: assign({ goal: ({ context, event }) => nextGoal(context, event) }),
    settle: assign({ goal: (_, step: Step) => step }),
    setDifference: assign(({ context, event }) => {
      const story = changesDrifts(context, event) ? nextInvestigation(context) : {};
      return { ...story, ...nextDifference({ ...context, ...story }, event), beforeReset: null };
    }),
    returnToLoaded: assign({
      goal: ({ context }) => Math.min(context.goal, 3) as Step,
      failure: null,
      progress: null
    }),
    rememberCauses: assign({
      investigation: ({ context }) => (context.investigation === 'none' ? 'found' : context.investigation),
      investigated: ({ context }) => orderedDrifts([...context.investigated, ...activeDrifts(context)])
    }),
    openInvestigation: assign({ investigation: 'open' }),
    solveInvestigation: assign({
      investigation: ({ context }) => (context.investigation === 'none' ? 'none' : 'solved')
    }),
    startOver: assign({ goal: 0, then: null, reruns: {}, ...NOT_INVESTIGATING }),
    reset: assign(({ context }) => resetContext(context)),
    undoReset: assign(({ context: { beforeReset, speed, calm } }) =>
      beforeReset ? { ...beforeReset, speed, calm, failure: null, progress: null } : {}
    ),
    open: assign(({ context: { speed, calm }, event }) =>
      event.type === 'OPEN'
        ? { ...initialContext({ drifts: event.drifts, speed, calm }), goal: clampStep(event.step, 0) }
        : {}
    ),
    showEpoch: assign(({ context, event }) =>
      event.type === 'EPOCH' ? { progress: progressAfter(context.progress, event) } : {}
    ),
    keepThen: assign(({ event }) => (event.type === 'TRAINED' ? { then: event.record, progress: null } : {})),
    keepRerun: assign(({ context, event }) =>
      event.type === 'TRAINED'
        ? { reruns: { ...context.reruns, [rerunKey(context)]: event.record }, progress: null }
        : {}
    ),
    keepFailure: assign(({ event }, step: 1 | 4) =>
      event.type === 'TRAINING_FAILED'
        ? { failure: { step, kind: event.kind, message: event.message }, progress: null }
        : {}
    ),
    spendPrediction: assign({
      prediction: ({ context }) =>
        context.prediction.kind === 'given'
          ? { kind: 'spent' as const, answer: context.prediction.answer, rerun: rerunKey(context) }
          : context.prediction.kind === 'open'
            ? { kind: 'skipped' as const }
            : context.prediction
    }),
    predict: assign({
      prediction: ({ event }) =>
        event.type === 'PREDICT'
          ? { kind: 'given' as const, answer: event.answer }
          : event.type === 'ASK_AGAIN'
            ? { kind: 'open' as const }
            : { kind: 'skipped' as const }
    }),
    setSpeed: assign(({ context, event }) => ({
      speed: event.type === 'SET_SPEED' ? event.speed : context.speed
    })),
    setCalm: assign(({ context, event }) => ({
      calm: event.type === 'SET_CALM' ? event.calm : context.calm
    })),
    advance: raise({ type: 'ADVANCE' })
  }
});

const MOVES = ['NEXT', 'ADVANCE', 'BACK', 'GO_TO'] as const;
const DRIFT_COMMANDS = [
  'TOGGLE_DRIFTS',
  'LET_DIFFER',
  'CHOOSE_DRIFT',
  'RESTORE',
  'UNDO_RESTORE',
  'RESTORE_ALL'
] as const;

/** The same transition for each of several events. */
const onEach = <E extends string, T>(types: readonly E[], transition: T) =>
  Object.fromEntries(types.map((type) => [type, transition])) as Record<E, T>;

/** While a training runs, steps are queued behind it; going back before it cancels it. */
const whileTraining = (step: 1 | 4) => ({
  NEXT: { actions: 'queueGoal' } as const,
  ...onEach(['BACK', 'GO_TO'], [
    { guard: { type: 'stillBefore', params: step }, actions: 'queueGoal' },
    { actions: 'setGoal', target: 'routing' }
  ] as const)
});

/** The question is asked, and can be answered, from the loading until the results are compared. */
const ANSWERS = onEach(['PREDICT', 'ASK_AGAIN', 'SKIP_PREDICTION'], {
  guard: 'asking',
  actions: 'predict'
} as const);

/**
 * The lesson. Every event that moves the learner only says where to, and `routing` finds the way:
 * through a training when its result is not known yet, straight there when it is.
 */
export const lessonMachine = lesson.createMachine({
  id: 'lesson',
  context: ({ input }) => initialContext(input),
  type: 'parallel',
  on: {
    SET_SPEED: { actions: 'setSpeed' },
    SET_CALM: { actions: 'setCalm' }
  },
  states: {
    position: {
      initial: 'idle',
      on: {
        ...onEach(MOVES, { guard: 'moves', actions: 'setGoal', target: '.routing' } as const),
        ...onEach(DRIFT_COMMANDS, [
          { guard: 'driftsChange', actions: ['setDifference', 'returnToLoaded'], target: '.routing' },
          { actions: 'setDifference' }
        ] as const),
        RESET: { actions: 'reset', target: '.routing' },
        UNDO_RESET: { guard: 'canUndoReset', actions: 'undoReset', target: '.routing' },
        OPEN: { actions: 'open', target: '.routing' }
      },
      states: {
        idle: {},
        trained: {},
        saved: {},
        loaded: { on: ANSWERS },
        retrained: { on: ANSWERS },

        /** Transient: sends the learner on to where they are heading. */
        routing: {
          always: [
            { guard: 'atStart', target: 'idle' },
            { guard: 'needsThen', target: 'training' },
            { guard: { type: 'headingFor', params: 1 }, target: 'trained' },
            { guard: { type: 'headingFor', params: 2 }, target: 'saved' },
            { guard: { type: 'headingFor', params: 3 }, target: 'loaded' },
            { guard: 'needsRerun', target: 'retraining' },
            { guard: { type: 'headingFor', params: 4 }, target: 'retrained' },
            { guard: { type: 'headingFor', params: 5 }, target: 'compared' },
            { guard: 'matches', target: 'trusted' },
            { target: 'investigating' }
          ]
        },

        training: {
          tags: 'busy',
          invoke: {
            src: 'train',
            input: ({ context }) => {
              const manifest = savedManifest();
              return { run: 'then', manifest, pace: pace(context, manifest) };
            }
          },
          on: {
            ...whileTraining(1),
            EPOCH: { actions: 'showEpoch' },
            TRAINED: { actions: 'keepThen', target: 'routing' },
            TRAINING_FAILED: { actions: { type: 'keepFailure', params: 1 }, target: 'failed' },
            // What differs later has no bearing on the first run.
            ...onEach(DRIFT_COMMANDS, { actions: 'setDifference' } as const)
          }
        },

        retraining: {
          tags: 'busy',
          invoke: {
            src: 'train',
            input: ({ context }) => {
              const manifest = loadedManifest(context);
              return { run: rerunKey(context), manifest, pace: pace(context, manifest) };
            }
          },
          on: {
            ...ANSWERS,
            ...whileTraining(4),
            EPOCH: { actions: 'showEpoch' },
            TRAINED: { actions: 'keepRerun', target: 'routing' },
            TRAINING_FAILED: { actions: { type: 'keepFailure', params: 4 }, target: 'failed' }
          }
        },

        /** A moment to see both results side by side before the verdict falls. */
        compared: {
          after: {
            comparing: [{ guard: 'matches', target: 'trusted' }, { target: 'mismatched' }]
          }
        },

        trusted: {
          entry: ['spendPrediction', 'solveInvestigation', { type: 'settle', params: 5 }],
          on: { PLAY: { actions: 'startOver', target: 'routing' } }
        },

        mismatched: { entry: ['spendPrediction', 'rememberCauses'] },
        investigating: {
          entry: ['spendPrediction', 'rememberCauses', 'openInvestigation'],
          on: { PLAY: { actions: 'startOver', target: 'routing' } }
        },

        failed: {
          on: {
            RETRY: { actions: 'setGoal', target: 'routing' },
            ...onEach(DRIFT_COMMANDS, [
              {
                guard: 'driftsChangeAfterSaving',
                actions: ['setDifference', 'returnToLoaded'],
                target: 'routing'
              },
              { actions: 'setDifference' }
            ] as const)
          }
        }
      }
    },

    playback: {
      initial: 'paused',
      states: {
        paused: {
          on: {
            PLAY: [
              { guard: and(['playable', 'settled']), actions: 'advance', target: 'playing' },
              { guard: 'playable', target: 'playing' }
            ]
          }
        },
        playing: {
          always: { guard: 'ended', target: 'paused' },
          after: {
            playing: [
              { guard: 'settled', actions: 'advance', target: 'playing', reenter: true },
              { target: 'playing', reenter: true }
            ]
          },
          on: {
            SET_SPEED: { actions: 'setSpeed', target: 'playing', reenter: true },
            // Whoever takes over by hand has the pace.
            ...onEach(
              ['PAUSE', 'NEXT', 'BACK', 'GO_TO', 'RESET', 'UNDO_RESET', 'OPEN', ...DRIFT_COMMANDS],
              'paused' as const
            )
          }
        }
      }
    }
  }
});
