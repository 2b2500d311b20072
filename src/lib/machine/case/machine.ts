import { assign } from 'xstate';
import type { AdviceKind } from '../../lesson/catalogue';
import { setup } from '../setup';
import { toBeProvided, type TrainInput, type TrainingFailure, type TrainingReport } from '../training';
import { manifestKey, type RunRecord } from '../../experiment';
import {
  answered,
  bisectFromHere,
  causesIn,
  isTried,
  nextManifest,
  NOTHING_OPEN,
  opened,
  others,
  placeOf,
  settled,
  type CaseContext
} from './context';
import { caseAt, type CasePlace, type CaseSource } from './place';

/** How many hints there are: where to look, what it is about, and what to try next. */
export const HINTS = 3;

/** What a reader can do with a case. */
export type CaseCommand =
  | { type: 'OPEN'; place: CasePlace }
  /** Another case, or the same one from its start. It can be taken back. */
  | { type: 'TAKE'; source: CaseSource }
  | { type: 'TOGGLE'; key: string }
  | { type: 'SELECT'; keys: readonly string[] }
  /** Trains with what is selected put back. */
  | { type: 'TRY' }
  /** Names what is selected as the causes. What that needs to be shown is trained. */
  | { type: 'NAME' }
  | { type: 'HINT' }
  | { type: 'ADVISE'; key: string; kind: AdviceKind }
  | { type: 'UNDO' }
  | { type: 'RETRY' };

export type CaseEvent = CaseCommand | TrainingReport;

/** How many steps can be taken back. */
const STEPS_BACK = 50;

const remembered = (context: CaseContext, before: CaseContext['past'][number]) =>
  [...context.past, before].slice(-STEPS_BACK);

const selecting = (context: CaseContext, selection: readonly string[]) => ({
  selection,
  past: remembered(context, { selection: context.selection })
});

const cases = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseEvent,
    tags: {} as 'busy'
  },
  actors: { train: toBeProvided<TrainInput, TrainingReport>('the case', 'train') },
  guards: {
    hasFailed: ({ context }) => context.failure !== null,
    isToTrain: ({ context }) => nextManifest(context) !== null,
    isOpen: ({ context }) => causesIn(context) === null,
    canTry: ({ context }) => causesIn(context) === null && !isTried(context, context.selection),
    canName: ({ context }) => causesIn(context) === null && context.selection.length > 0,
    canHint: ({ context }) => causesIn(context) === null,
    canUndo: ({ context }) => context.past.length > 0
  },
  actions: {
    open: assign((_, place: CasePlace) => opened(place, [])),
    take: assign(({ context }, source: CaseSource) =>
      opened(caseAt(source), remembered(context, placeOf(context)))
    ),
    toggle: assign(({ context }, key: string) =>
      selecting(
        context,
        context.selection.includes(key)
          ? context.selection.filter((other) => other !== key)
          : others(context, others(context, [...context.selection, key]))
      )
    ),
    select: assign(({ context }, keys: readonly string[]) =>
      selecting(context, others(context, others(context, keys)))
    ),
    try: assign(({ context }) => ({ todo: [{ does: 'try', keys: context.selection }] as const })),
    name: assign(({ context }) => ({ todo: [{ does: 'name', keys: context.selection }] as const })),
    hint: assign(({ context }) => {
      const hints = Math.min(HINTS, context.hints + 1);
      return hints < HINTS
        ? { hints }
        : { hints, ...selecting(context, others(context, bisectFromHere(context))) };
    }),
    advise: assign(({ context }, { key, kind }: { key: string; kind: AdviceKind }) => ({
      advice: context.advice.some((other) => other.key === key && other.kind === kind)
        ? context.advice
        : [...context.advice, { key, kind }]
    })),
    undo: assign(({ context }) => {
      const before = context.past.at(-1)!;
      const past = context.past.slice(0, -1);
      return 'source' in before ? opened(before, past) : { ...before, past };
    }),
    settle: assign(({ context }) => settled(context)),
    keep: assign(({ context }, record: RunRecord) => answered(context, { ok: true, record })),
    keepFailure: assign(({ context }, failure: TrainingFailure) => answered(context, { ok: false, failure })),
    forgetFailure: assign({ failure: null })
  }
});

/** What is trained next. */
function asked(context: CaseContext): TrainInput {
  const manifest = nextManifest(context);
  if (!manifest) throw new RangeError('there is nothing to train');
  return { run: manifestKey(manifest), manifest, pace: 0 };
}

/**
 * One case at a time. What was done in it is a list of steps, and everything else follows from training them: a reader's
 * next step, and all steps of a link, go the same way.
 */
export const caseMachine = cases.createMachine({
  id: 'case',
  context: NOTHING_OPEN,
  initial: 'empty',
  on: {
    OPEN: { actions: { type: 'open', params: ({ event }) => event.place }, target: '.routing' },
    TAKE: { actions: { type: 'take', params: ({ event }) => event.source }, target: '.routing' },
    TOGGLE: { guard: 'isOpen', actions: { type: 'toggle', params: ({ event }) => event.key } },
    SELECT: { guard: 'isOpen', actions: { type: 'select', params: ({ event }) => event.keys } },
    UNDO: { guard: 'canUndo', actions: 'undo', target: '.routing' }
  },
  states: {
    empty: {},
    /** Transient: judges what can be judged, and finds what is next. */
    routing: {
      entry: 'settle',
      always: [
        { guard: 'hasFailed', target: 'failed' },
        { guard: 'isToTrain', target: 'training' },
        { target: 'desk' }
      ]
    },
    training: {
      tags: 'busy',
      invoke: { src: 'train', input: ({ context }) => asked(context) },
      on: {
        TRAINED: { actions: { type: 'keep', params: ({ event }) => event.record }, target: 'routing' },
        TRAINING_FAILED: {
          actions: { type: 'keepFailure', params: ({ event }) => event },
          target: 'routing'
        }
      }
    },
    desk: {
      on: {
        TRY: { guard: 'canTry', actions: 'try', target: 'routing' },
        NAME: { guard: 'canName', actions: 'name', target: 'routing' },
        HINT: { guard: 'canHint', actions: 'hint' },
        ADVISE: {
          actions: { type: 'advise', params: ({ event: { key, kind } }) => ({ key, kind }) }
        }
      }
    },
    failed: { on: { RETRY: { actions: 'forgetFailure', target: 'routing' } } }
  }
});
