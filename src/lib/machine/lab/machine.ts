import { assign } from 'xstate';
import { manifestKey, type Manifest, type RunRecord } from '../../experiment';
import type { Criterion } from '../../experiment/lab';
import {
  NOTHING_DIFFERS,
  pairOf,
  toggledDrift,
  withField,
  withLater,
  type LabRun,
  type LabSetup
} from './setup';
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
  type Training,
  type TrainingFailure,
  type TrainingReport
} from '../training';

/** What a link to the Lab carries. */
export interface LabPlace {
  readonly setup: LabSetup;
  /** Id of the part that is looked at. Which there are is not the machine's business: `components/lab/parts.ts`. */
  readonly view: string;
  /** Accuracies at most this many percentage points apart count as a match. */
  readonly tolerance: number;
  /** What counts as still broken while the cause is looked for. */
  readonly criterion: Criterion;
}

export const LAB_START: LabPlace = {
  setup: NOTHING_DIFFERS,
  view: 'compare',
  tolerance: 0,
  criterion: 'predictions'
};

/** What changes the setup, and can be taken back. */
export type SetupCommand =
  | { type: 'TOGGLE_DRIFT'; id: string }
  | { type: 'SET_FIELD'; run: LabRun; path: string; value: unknown }
  /** Gives the re-run this manifest, such as one in which some changes were put back. */
  | { type: 'SET_LATER'; manifest: Manifest }
  | { type: 'SET_UP'; setup: LabSetup }
  | { type: 'RESET' };

/** What a learner can do in the Lab. */
export type LabCommand =
  | SetupCommand
  | { type: 'UNDO' }
  | { type: 'REDO' }
  | { type: 'OPEN'; place: LabPlace }
  | { type: 'SHOW'; view: string }
  | { type: 'SET_TOLERANCE'; points: number }
  | { type: 'SET_CRITERION'; criterion: Criterion }
  | { type: 'CANCEL' }
  | { type: 'RETRY' };

export type LabEvent = LabCommand | TrainingReport;

/** Why a run of the pair has no result. */
export interface LabFailure extends TrainingFailure {
  readonly run: LabRun;
}

export interface LabContext extends LabPlace, Training<LabFailure> {
  readonly past: readonly LabSetup[];
  readonly future: readonly LabSetup[];
  /** Runs that have been trained, by `runKey`. */
  readonly records: Readonly<Record<string, RunRecord>>;
}

/** How many steps can be taken back. */
const STEPS_BACK = 100;
/** The widest tolerance, in percentage points. */
export const WIDEST_TOLERANCE = 20;

/** Under which key a run is kept. A re-run is a run of its own, even when nothing differs. */
export const runKey = (run: LabRun, manifest: Manifest): string => `${run} ${manifestKey(manifest)}`;

const recordOf = ({ setup, records }: LabContext, run: LabRun): RunRecord | null =>
  records[runKey(run, pairOf(setup)[run])] ?? null;

/** The setup after a command; the same object when nothing changes. */
function setupAfter(setup: LabSetup, command: SetupCommand): LabSetup {
  switch (command.type) {
    case 'TOGGLE_DRIFT':
      return toggledDrift(setup, command.id);
    case 'SET_FIELD':
      return withField(setup, command.run, command.path, command.value);
    case 'SET_LATER':
      return withLater(setup, command.manifest);
    case 'SET_UP':
      return command.setup;
    case 'RESET':
      return NOTHING_DIFFERS;
  }
}

/** One text per setup. A field that is left out is told too, which JSON by itself would not do. */
const textOf = (setup: LabSetup): string =>
  JSON.stringify(setup, (_, value: unknown) => (value === undefined ? null : value));

const lab = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    meta: {} as {
      /** The run that is trained in a state. */
      readonly trains: LabRun;
    }
  },
  actors: { train: toBeProvided<TrainInput, TrainingReport>('the Lab', 'train') },
  guards: {
    changes: ({ context: { setup } }, command: SetupCommand) =>
      textOf(setupAfter(setup, command)) !== textOf(setup),
    canUndo: ({ context }) => context.past.length > 0,
    canRedo: ({ context }) => context.future.length > 0,
    needsThen: ({ context }) => recordOf(context, 'then') === null,
    needsLater: ({ context }) => recordOf(context, 'later') === null
  },
  actions: {
    change: assign(({ context: { past, setup } }, command: SetupCommand) => ({
      past: [...past, setup].slice(-STEPS_BACK),
      setup: setupAfter(setup, command),
      future: []
    })),
    undo: assign(({ context: { past, setup, future } }) => ({
      past: past.slice(0, -1),
      setup: past.at(-1) ?? setup,
      future: [setup, ...future]
    })),
    redo: assign(({ context: { past, setup, future } }) => ({
      past: [...past, setup],
      setup: future[0] ?? setup,
      future: future.slice(1)
    })),
    open: assign((_, place: LabPlace) => ({ ...place, past: [], future: [] })),
    show: assign((_, view: string) => ({ view })),
    setTolerance: assign(({ context }, points: number) => ({
      tolerance: Number.isFinite(points) ? Math.min(WIDEST_TOLERANCE, Math.max(0, points)) : context.tolerance
    })),
    setCriterion: assign((_, criterion: Criterion) => ({ criterion })),
    forgetTraining: assign(NO_TRAINING),
    showEpoch: assign(({ context }, report: EpochReported) => afterEpoch(context, report)),
    keep: assign(({ context }, { run, record }: { run: LabRun; record: RunRecord }) => ({
      records: { ...context.records, [runKey(run, pairOf(context.setup)[run])]: record },
      progress: null
    })),
    keepFailure: assign((_, { run, failure }: { run: LabRun; failure: TrainingFailure }) =>
      afterFailure(failure, { run })
    )
  }
});

const trainingOf = (run: LabRun) =>
  lab.createStateConfig({
    meta: { trains: run },
    invoke: {
      src: 'train',
      input: ({ context }) => {
        const manifest = pairOf(context.setup)[run];
        return { run: runKey(run, manifest), manifest, pace: 0 };
      }
    },
    on: {
      EPOCH: { actions: { type: 'showEpoch', params: ({ event }) => event } },
      TRAINED: {
        actions: { type: 'keep', params: ({ event }) => ({ run, record: event.record }) },
        target: 'routing'
      },
      TRAINING_FAILED: {
        actions: { type: 'keepFailure', params: ({ event }) => ({ run, failure: event }) },
        target: 'failed'
      },
      CANCEL: { actions: 'forgetTraining', target: 'stopped' }
    }
  });

/**
 * The Lab: a pair of manifests that the learner changes at will. Whatever they become, `routing` trains what
 * is not known yet, so both results are always those of the setup on the page.
 */
export const labMachine = lab.createMachine({
  id: 'lab',
  context: { ...LAB_START, ...NO_TRAINING, past: [], future: [], records: {} },
  initial: 'idle',
  on: {
    ...onEach(['TOGGLE_DRIFT', 'SET_FIELD', 'SET_LATER', 'SET_UP', 'RESET'], {
      guard: { type: 'changes', params: itself<SetupCommand> },
      actions: [{ type: 'change', params: itself<SetupCommand> }, 'forgetTraining'],
      target: '.routing'
    } as const),
    UNDO: { guard: 'canUndo', actions: ['undo', 'forgetTraining'], target: '.routing' },
    REDO: { guard: 'canRedo', actions: ['redo', 'forgetTraining'], target: '.routing' },
    OPEN: {
      actions: [{ type: 'open', params: ({ event }) => event.place }, 'forgetTraining'],
      target: '.routing'
    },
    SHOW: { actions: { type: 'show', params: ({ event }) => event.view } },
    SET_TOLERANCE: { actions: { type: 'setTolerance', params: ({ event }) => event.points } },
    SET_CRITERION: { actions: { type: 'setCriterion', params: ({ event }) => event.criterion } }
  },
  states: {
    /** Before the page has been opened: nothing is trained while it is prerendered. */
    idle: {},
    /** Transient: trains what is not known yet. */
    routing: {
      always: [
        { guard: 'needsThen', target: 'trainingThen' },
        { guard: 'needsLater', target: 'trainingLater' },
        { target: 'ready' }
      ]
    },
    trainingThen: trainingOf('then'),
    trainingLater: trainingOf('later'),
    ready: {},
    stopped: { on: { RETRY: { actions: 'forgetTraining', target: 'routing' } } },
    failed: { on: { RETRY: { actions: 'forgetTraining', target: 'routing' } } }
  }
});
