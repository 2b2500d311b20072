import { assign, raise } from 'xstate';
import { orderedDrifts, type Manifest, type RunRecord } from '../../experiment';
import type { Step } from '../../lesson';
import {
  canRerun,
  currentRerun,
  initialContext,
  isMatched,
  resetContext,
  type LessonContext,
  type LessonInput,
  type Speed
} from './context';
import {
  activeDrifts,
  changesDrifts,
  loadedManifest,
  NOT_INVESTIGATING,
  rerunKey,
  savedManifest,
  withDifference
} from './difference';
import {
  DRIFT_COMMANDS,
  MOVES,
  type DriftCommand,
  type LessonEvent,
  type Move,
  type OpenCommand,
  type PredictionCommand
} from './events';
import { clampStep, goalAfter, moves } from './goal';
import { isAsked, isUnanswered, withPrediction } from './prediction';
import { setup } from '../setup';
import {
  afterEpoch,
  afterFailure,
  itself,
  NO_TRAINING,
  onEach,
  toBeProvided,
  type EpochReported,
  type TrainInput,
  type TrainingFailure,
  type TrainingReport
} from '../training';

/**
 * Milliseconds at speed 1 that a training, a comparison and a step of playback last. What is seen for the first time
 * has the time to be followed.
 */
const DURATION = { firstTraining: 2400, training: 800, firstComparing: 1900, comparing: 300, playing: 2600 };

/** @param step which the training belongs to: whoever is heading further has no time for a first look. */
const pace = ({ calm, speed, reruns, goal }: LessonContext, { code }: Manifest, step: Step): number => {
  const isFirst = Object.keys(reruns).length === 0 && goal === step;
  return calm ? 0 : DURATION[isFirst ? 'firstTraining' : 'training'] / speed / code.epochs;
};

const comparing = (context: LessonContext): number => {
  const isFirst = !context.compared.includes(rerunKey(context));
  return context.calm ? 0 : DURATION[isFirst ? 'firstComparing' : 'comparing'] / context.speed;
};

const lesson = setup({
  types: {
    context: {} as LessonContext,
    events: {} as LessonEvent,
    input: {} as LessonInput,
    /** `asking`: whether the runs will match may be asked. `judged`: the verdict has fallen. */
    tags: {} as 'asking' | 'judged',
    meta: {} as {
      /** The step that a state shows. */
      readonly step: Step;
    }
  },
  actors: { train: toBeProvided<TrainInput, TrainingReport>('the lesson', 'train') },
  delays: {
    comparing: ({ context }) => comparing(context),
    playing: ({ context }) => DURATION.playing / context.speed
  },
  guards: {
    atStart: ({ context }) => context.goal === 0,
    needsThen: ({ context }) => context.then === null,
    needsRerun: ({ context }) => currentRerun(context) === null,
    needsMismatch: ({ context }, step: Step) => step === 6 && activeDrifts(context).length === 0,
    headingFor: ({ context }, step: Step) => context.goal === step,
    staysAt: ({ context }, { step, move }: { step: Step; move: Move }) => goalAfter(context, move) >= step,
    moves: ({ context }, move: Move) => moves(context, move),
    matches: ({ context }) => isMatched(context),
    driftsChange: ({ context }, command: DriftCommand) => changesDrifts(context, command),
    driftsChangeAfterSaving: ({ context }, command: DriftCommand) =>
      context.failure?.step === 4 && changesDrifts(context, command),
    playable: ({ context }) => context.failure === null,
    canUndoReset: ({ context }) => context.beforeReset !== null,
    asking: ({ context }) => isAsked(context),
    unanswered: ({ context }) => isUnanswered(context),
    canRerun: ({ context }) => canRerun(context),
    putsBack: ({ context }, command: DriftCommand) =>
      activeDrifts(withDifference(context, command)).every((id) => context.investigated.includes(id))
  },
  actions: {
    setGoal: assign(({ context }, move: Move) => ({
      ...NO_TRAINING,
      goal: goalAfter(context, move),
      resumes: null,
      beforeReset: null
    })),
    queueGoal: assign(({ context }, move: Move) => ({ goal: goalAfter(context, move) })),
    tryAgain: assign({ ...NO_TRAINING, beforeReset: null }),
    settle: assign((_, goal: Step) => ({ goal })),
    setDifference: assign(({ context }, command: DriftCommand) => ({
      ...withDifference(context, command),
      resumes: null,
      beforeReset: null
    })),
    returnToLoaded: assign(({ context }) => ({ ...NO_TRAINING, goal: Math.min(context.goal, 3) as Step })),
    rememberCauses: assign(({ context }) => ({
      found: { rerun: rerunKey(context), drifts: activeDrifts(context) },
      investigation: context.investigation === 'none' ? 'found' : context.investigation,
      investigated: orderedDrifts([...context.investigated, ...activeDrifts(context)])
    })),
    openInvestigation: assign({ investigation: 'open' }),
    solveInvestigation: assign(({ context }) => ({
      resumes: null,
      investigation: context.investigation === 'none' ? 'none' : 'solved'
    })),
    forgetRerun: assign(({ context }) => {
      const { [rerunKey(context)]: _, ...reruns } = context.reruns;
      return { reruns, beforeReset: null };
    }),
    startOver: assign({
      goal: 0,
      then: null,
      reruns: {},
      predictions: {},
      compared: [],
      found: null,
      ...NOT_INVESTIGATING
    }),
    reset: assign(({ context }) => resetContext(context)),
    undoReset: assign(({ context: { beforeReset, speed, calm } }) => ({
      ...beforeReset,
      ...NO_TRAINING,
      speed,
      calm
    })),
    // An investigation is about a mismatch, which is trained first as it was; then what was put back is so again.
    open: assign(({ context: { speed, calm } }, { step, drifts, found = [] }: OpenCommand) => {
      const resumes = step === 6 && found.length > 0;
      return {
        ...initialContext({ drifts: resumes ? found : drifts, speed, calm }),
        goal: clampStep(step, 0),
        resumes: resumes ? drifts : null
      };
    }),
    resume: assign(({ context: { resumes, choice, investigated } }) =>
      resumes === null
        ? {}
        : {
            resumes: null,
            differs: resumes.length > 0,
            choice: resumes.length > 0 ? resumes : choice,
            investigated: orderedDrifts([...investigated, ...resumes])
          }
    ),
    showEpoch: assign(({ context }, report: EpochReported) => afterEpoch(context, report)),
    keepThen: assign((_, then: RunRecord) => ({ then, progress: null })),
    keepRerun: assign(({ context }, record: RunRecord) => ({
      reruns: { ...context.reruns, [rerunKey(context)]: record },
      progress: null
    })),
    keepFailure: assign((_, { step, failure }: { step: 1 | 4; failure: TrainingFailure }) =>
      afterFailure(failure, { step })
    ),
    predict: assign(({ context }, command: PredictionCommand) => withPrediction(context, command)),
    rememberComparison: assign(({ context }) => ({
      compared: [...context.compared.filter((rerun) => rerun !== rerunKey(context)), rerunKey(context)]
    })),
    setSpeed: assign((_, speed: Speed) => ({ speed })),
    setCalm: assign((_, calm: boolean) => ({ calm })),
    advance: raise({ type: 'ADVANCE' }),
    endPlayback: raise({ type: 'ENDED' }),
    letDiffer: raise({ type: 'LET_DIFFER' }),
    goTo: raise((_, step: Step) => ({ type: 'GO_TO', step }))
  }
});

/** With what differs something else does: what is known of the re-run no longer counts. */
const ON_DIFFERENCE = onEach(DRIFT_COMMANDS, [
  {
    guard: { type: 'driftsChange', params: itself<DriftCommand> },
    actions: [{ type: 'setDifference', params: itself<DriftCommand> }, 'returnToLoaded'],
    target: '.routing'
  },
  { actions: { type: 'setDifference', params: itself<DriftCommand> } }
] as const);

/**
 * While a training runs, one step can be queued behind it: whoever presses on does not see what comes after that.
 * Going back before it cancels it. Playback waits.
 */
const whileTraining = (step: 1 | 4) =>
  ({
    ADVANCE: {},
    NEXT: [
      {
        guard: { type: 'headingFor', params: step },
        actions: { type: 'queueGoal', params: itself<Move> }
      },
      {}
    ],
    ...onEach(['BACK', 'GO_TO'], [
      {
        guard: { type: 'staysAt', params: ({ event }: { event: Move }) => ({ step, move: event }) },
        actions: { type: 'queueGoal', params: itself<Move> }
      },
      { actions: { type: 'setGoal', params: itself<Move> }, target: 'routing' }
    ] as const),
    EPOCH: { actions: { type: 'showEpoch', params: itself<EpochReported> } },
    TRAINING_FAILED: {
      actions: {
        type: 'keepFailure',
        params: ({ event }: { event: TrainingFailure }) => ({ step, failure: event })
      },
      target: 'failed'
    }
  }) as const;

/** The question is asked, and can be answered, once the case is open and before anything trains. Playback waits for it. */
const ASKING = {
  ...onEach(['PREDICT', 'SKIP_PREDICTION'], {
    guard: 'asking',
    actions: { type: 'predict', params: itself<PredictionCommand> }
  } as const),
  ADVANCE: { guard: 'unanswered' }
} as const;

/** Where a comparison ends. */
const VERDICT = [{ guard: 'matches', target: 'trusted' }, { target: 'mismatched' }] as const;

/** An investigation shows what it is about until the training runs again, whatever is put back meanwhile. */
const PUTTING_BACK = {
  ...onEach(DRIFT_COMMANDS, {
    guard: { type: 'putsBack', params: itself<DriftCommand> },
    actions: { type: 'setDifference', params: itself<DriftCommand> }
  } as const),
  ...onEach(['RERUN', 'NEXT'], {
    guard: 'canRerun',
    actions: ['forgetRerun', { type: 'settle', params: 5 }],
    target: 'routing'
  } as const),
  BACK: { guard: 'canRerun', actions: { type: 'settle', params: 3 }, target: 'routing' }
} as const;

/**
 * The lesson. Every event that moves the learner only says where to, and `routing` finds the way:
 * through a training when its result is not known yet, straight there when it is.
 */
export const lessonMachine = lesson.createMachine({
  id: 'lesson',
  context: ({ input }) => initialContext(input),
  type: 'parallel',
  on: {
    SET_SPEED: { actions: { type: 'setSpeed', params: ({ event }) => event.speed } },
    SET_CALM: { actions: { type: 'setCalm', params: ({ event }) => event.calm } },
    SEE: [
      {
        guard: { type: 'needsMismatch', params: ({ event }) => event.step },
        actions: ['letDiffer', { type: 'goTo', params: ({ event }) => event.step }]
      },
      { actions: { type: 'goTo', params: ({ event }) => event.step } }
    ]
  },
  states: {
    position: {
      initial: 'idle',
      on: {
        ...onEach(MOVES, {
          guard: { type: 'moves', params: itself<Move> },
          actions: { type: 'setGoal', params: itself<Move> },
          target: '.routing'
        } as const),
        ...ON_DIFFERENCE,
        RESET: { actions: 'reset', target: '.routing' },
        UNDO_RESET: { guard: 'canUndoReset', actions: 'undoReset', target: '.routing' },
        OPEN: { actions: { type: 'open', params: ({ event }) => event }, target: '.routing' }
      },
      states: {
        idle: { meta: { step: 0 } },
        trained: { meta: { step: 1 } },
        saved: { meta: { step: 2 } },
        loaded: { meta: { step: 3 }, tags: 'asking', on: ASKING },
        retrained: { meta: { step: 4 } },

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
          meta: { step: 1 },
          invoke: {
            src: 'train',
            input: ({ context }) => {
              const manifest = savedManifest();
              return { run: 'then', manifest, pace: pace(context, manifest, 1) };
            }
          },
          on: {
            ...whileTraining(1),
            TRAINED: {
              actions: { type: 'keepThen', params: ({ event }) => event.record },
              target: 'routing'
            },
            // What differs later has no bearing on the first run.
            ...onEach(DRIFT_COMMANDS, {
              actions: { type: 'setDifference', params: itself<DriftCommand> }
            } as const)
          }
        },

        retraining: {
          meta: { step: 4 },
          invoke: {
            src: 'train',
            input: ({ context }) => {
              const manifest = loadedManifest(context);
              return { run: rerunKey(context), manifest, pace: pace(context, manifest, 4) };
            }
          },
          on: {
            ...whileTraining(4),
            TRAINED: {
              actions: { type: 'keepRerun', params: ({ event }) => event.record },
              target: 'routing'
            }
          }
        },

        /** The two are laid over each other before the verdict falls. Playback waits for it; a press takes no longer. */
        compared: {
          meta: { step: 5 },
          on: { ADVANCE: {}, NEXT: VERDICT },
          after: { comparing: VERDICT }
        },

        trusted: {
          meta: { step: 5 },
          tags: 'judged',
          entry: ['rememberComparison', 'solveInvestigation', { type: 'settle', params: 5 }, 'endPlayback'],
          on: { PLAY: { actions: 'startOver', target: 'routing' } }
        },

        mismatched: {
          meta: { step: 5 },
          tags: 'judged',
          entry: ['rememberComparison', 'rememberCauses']
        },

        investigating: {
          meta: { step: 6 },
          tags: 'judged',
          entry: ['rememberComparison', 'rememberCauses', 'openInvestigation', 'resume', 'endPlayback'],
          on: { ...PUTTING_BACK, PLAY: { actions: 'startOver', target: 'routing' } }
        },

        /** Shows the step that has failed. */
        failed: {
          entry: 'endPlayback',
          on: {
            RETRY: { actions: 'tryAgain', target: 'routing' },
            ...onEach(DRIFT_COMMANDS, [
              {
                guard: { type: 'driftsChangeAfterSaving', params: itself<DriftCommand> },
                actions: [{ type: 'setDifference', params: itself<DriftCommand> }, 'returnToLoaded'],
                target: 'routing'
              },
              { actions: { type: 'setDifference', params: itself<DriftCommand> } }
            ] as const)
          }
        }
      }
    },

    playback: {
      initial: 'paused',
      states: {
        paused: {
          on: { PLAY: { guard: 'playable', actions: 'advance', target: 'playing' } }
        },
        playing: {
          after: { playing: { actions: 'advance', target: 'playing', reenter: true } },
          on: {
            ENDED: 'paused',
            SET_SPEED: {
              actions: { type: 'setSpeed', params: ({ event }) => event.speed },
              target: 'playing',
              reenter: true
            },
            // Whoever takes over by hand has the pace.
            ...onEach(
              ['PAUSE', 'NEXT', 'BACK', 'GO_TO', 'RERUN', 'RESET', 'UNDO_RESET', 'OPEN', ...DRIFT_COMMANDS],
              'paused' as const
            )
          }
        }
      }
    }
  }
});
