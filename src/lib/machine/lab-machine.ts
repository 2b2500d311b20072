import { assign, fromCallback, setup } from 'xstate';
import { manifestKey, type Manifest, type RunRecord } from '../experiment';
import type { Criterion } from '../experiment/lab';
import {
  NOTHING_DIFFERS,
  pairOf,
  toggledDrift,
  withField,
  withLater,
  type LabRun,
  type LabSetup
} from './lab-setup';
import { progressAfter, type Failure, type Progress } from './lesson-context';
import type { TrainInput, TrainingReport } from './lesson-machine';

/** The parts of the Lab that can be looked at, in the order in which they are offered. */
export const LAB_VIEWS = ['compare', 'cause', 'bits', 'browser', 'leak', 'spread'] as const;
export type LabView = (typeof LAB_VIEWS)[number];

/** What a link to the Lab carries. */
export interface LabPlace {
  readonly setup: LabSetup;
  readonly view: LabView;
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

/** What a learner can do in the Lab. */
export type LabCommand =
  | { type: 'TOGGLE_DRIFT'; id: string }
  | { type: 'SET_FIELD'; run: LabRun; path: string; value: unknown }
  /** Gives the re-run this manifest, such as one in which some changes were put back. */
  | { type: 'SET_LATER'; manifest: Manifest }
  | { type: 'SET_UP'; setup: LabSetup }
  | { type: 'UNDO' }
  | { type: 'REDO' }
  | { type: 'RESET' }
  | { type: 'OPEN'; place: LabPlace }
  | { type: 'SHOW'; view: LabView }
  | { type: 'SET_TOLERANCE'; points: number }
  | { type: 'SET_CRITERION'; criterion: Criterion }
  | { type: 'CANCEL' }
  | { type: 'RETRY' };

export type LabEvent = LabCommand | TrainingReport;

export interface LabContext extends LabPlace {
  readonly past: readonly LabSetup[];
  readonly future: readonly LabSetup[];
  /** Runs that have been trained, by `runKey`. */
  readonly records: Readonly<Record<string, RunRecord>>;
  readonly progress: Progress | null;
  readonly failure: (Pick<Failure, 'kind' | 'message'> & { readonly run: LabRun }) | null;
}

/** How many steps can be taken back. */
const STEPS_BACK = 100;
/** The widest tolerance, in percentage points. */
export const WIDEST_TOLERANCE = 20;

/** Under which key a run is kept. A re-run is a run of its own, even when nothing differs. */
export const runKey = (run: LabRun, manifest: Manifest): string => `${run} ${manifestKey(manifest)}`;

const recordOf = ({ setup, records }: LabContext, run: LabRun): RunRecord | null =>
  records[runKey(run, pairOf(setup)[run])] ?? null;

/** The setup after an event; the same object when nothing changes. */
function nextSetup({ setup }: LabContext, event: LabEvent): LabSetup {
  switch (event.type) {
    case 'TOGGLE_DRIFT':
      return toggledDrift(setup, event.id);
    case 'SET_FIELD':
      return withField(setup, event.run, event.path, event.value);
    case 'SET_LATER':
      return withLater(setup, event.manifest);
    case 'SET_UP':
      return event.setup;
    case 'RESET':
      return NOTHING_DIFFERS;
    default:
      return setup;
  }
}

/** One text per setup. A field that is left out is told too, which JSON by itself would not do. */
const textOf = (setup: LabSetup): string =>
  JSON.stringify(setup, (_, value: unknown) => (value === undefined ? null : value));

const lab = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    tags: {} as 'busy'
  },
  actors: {
    train: fromCallback<TrainingReport, TrainInput>(() => {
      throw new Error('the Lab was started without a trainer: provide the actor “train”');
    })
  },
  guards: {
    changes: ({ context, event }) => textOf(nextSetup(context, event)) !== textOf(context.setup),
    canUndo: ({ context }) => context.past.length > 0,
    canRedo: ({ context }) => context.future.length > 0,
    needsThen: ({ context }) => recordOf(context, 'then') === null,
    needsLater: ({ context }) => recordOf(context, 'later') === null
  },
  actions: {
    change: assign({
      past: ({ context }) => [...context.past, context.setup].slice(-STEPS_BACK),
      setup: ({ context, event }) => nextSetup(context, event),
      future: []
    }),
    undo: assign({
      past: ({ context }) => context.past.slice(0, -1),
      setup: ({ context }) => context.past.at(-1) ?? context.setup,
      future: ({ context }) => [context.setup, ...context.future]
    }),
    redo: assign({
      past: ({ context }) => [...context.past, context.setup],
      setup: ({ context }) => context.future[0] ?? context.setup,
      future: ({ context }) => context.future.slice(1)
    }),
    open: assign(({ event }) => (event.type === 'OPEN' ? { ...event.place, past: [], future: [] } : {})),
    show: assign(({ event }) => (event.type === 'SHOW' ? { view: event.view } : {})),
    setTolerance: assign(({ event, context }) =>
      event.type === 'SET_TOLERANCE' && Number.isFinite(event.points)
        ? { tolerance: Math.min(WIDEST_TOLERANCE, Math.max(0, event.points)) }
        : { tolerance: context.tolerance }
    ),
    setCriterion: assign(({ event }) =>
      event.type === 'SET_CRITERION' ? { criterion: event.criterion } : {}
    ),
    forgetFailure: assign({ failure: null, progress: null }),
    showEpoch: assign(({ context, event }) =>
      event.type === 'EPOCH' ? { progress: progressAfter(context.progress, event) } : {}
    ),
    keep: assign(({ context, event }, run: LabRun) =>
      event.type === 'TRAINED'
        ? {
            records: { ...context.records, [runKey(run, pairOf(context.setup)[run])]: event.record },
            progress: null
          }
        : {}
    ),
    keepFailure: assign(({ event }, run: LabRun) =>
      event.type === 'TRAINING_FAILED'
        ? { failure: { run, kind: event.kind, message: event.message }, progress: null }
        : {}
    )
  }
});

const CHANGES = ['TOGGLE_DRIFT', 'SET_FIELD', 'SET_LATER', 'SET_UP', 'RESET'] as const;

const changing = Object.fromEntries(
  CHANGES.map((type) => [
    type,
    { guard: 'changes', actions: ['change', 'forgetFailure'], target: '.routing' }
  ])
) as Record<
  (typeof CHANGES)[number],
  { guard: 'changes'; actions: ['change', 'forgetFailure']; target: '.routing' }
>;

const trainingOf = (run: LabRun) =>
  ({
    tags: 'busy',
    invoke: {
      src: 'train',
      input: ({ context }: { context: LabContext }): TrainInput => {
        const manifest = pairOf(context.setup)[run];
        return { run: runKey(run, manifest), manifest, pace: 0 };
      }
    },
    on: {
      EPOCH: { actions: 'showEpoch' },
      TRAINED: { actions: { type: 'keep', params: run }, target: 'routing' },
      TRAINING_FAILED: { actions: { type: 'keepFailure', params: run }, target: 'failed' },
      CANCEL: { actions: 'forgetFailure', target: 'stopped' }
    }
  }) as const;

/**
 * The Lab: a pair of manifests that the learner changes at will. Whatever they become, `routing` trains what
 * is not known yet, so both results are always those of the setup on the page.
 */
export const labMachine = lab.createMachine({
  id: 'lab',
  context: { ...LAB_START, past: [], future: [], records: {}, progress: null, failure: null },
  initial: 'idle',
  on: {
    ...changing,
    UNDO: { guard: 'canUndo', actions: ['undo', 'forgetFailure'], target: '.routing' },
    REDO: { guard: 'canRedo', actions: ['redo', 'forgetFailure'], target: '.routing' },
    OPEN: { actions: ['open', 'forgetFailure'], target: '.routing' },
    SHOW: { actions: 'show' },
    SET_TOLERANCE: { actions: 'setTolerance' },
    SET_CRITERION: { actions: 'setCriterion' }
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
    stopped: { on: { RETRY: { actions: 'forgetFailure', target: 'routing' } } },
    failed: { on: { RETRY: { actions: 'forgetFailure', target: 'routing' } } }
  }
});
