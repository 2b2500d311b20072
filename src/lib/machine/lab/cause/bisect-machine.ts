import { assign } from 'xstate';
import type { Manifest, RunRecord } from '../../../experiment';
import type { Criterion } from '../../../experiment/lab';
import {
  answered,
  asked,
  nextManifest,
  nothingAsked,
  type BisectContext,
  type BisectQuestion,
  type ProbeInput,
  type ProbeOutput
} from './bisect-context';
import { setup } from '../../setup';
import { toBeProvided } from '../../training';

export type { BisectQuestion, FinishedProbe, ProbeFinding, ProbeInput, ProbeOutput } from './bisect-context';
export * from './bisect-state';

/** What the `probe` actor reports: how the one training that it was asked for ended. */
export interface ProbeReported {
  readonly type: 'PROBED';
  readonly output: ProbeOutput;
}

/** What a learner can do with a search. */
export type BisectCommand =
  | {
      type: 'START';
      then: Manifest;
      later: Manifest;
      criterion: Criterion;
      /** @default 0 */
      tolerance?: number;
      /** What `then` gave. @default it is trained first */
      record?: RunRecord;
    }
  | { type: 'CANCEL' }
  | { type: 'RESET' }
  /** Goes on where a failure, or a cancellation, has stopped the search. */
  | { type: 'RETRY' };

export type BisectEvent = BisectCommand | ProbeReported;

const bisect = setup({
  types: {
    context: {} as BisectContext,
    events: {} as BisectEvent,
    tags: {} as 'busy'
  },
  actors: { probe: toBeProvided<ProbeInput, ProbeReported>('the search', 'probe') },
  guards: {
    hasFailed: ({ context }) => context.failure !== null,
    needsReference: ({ context }) => context.reference === null,
    isFound: ({ context }) => context.search?.done === true,
    checksFirst: ({ context }) => context.search?.done === false && context.search.probe.phase === 'check'
  },
  actions: {
    ask: assign((_, question: BisectQuestion) => asked(question)),
    takeAnswer: assign(({ context }, output: ProbeOutput) => answered(context, output)),
    forgetFailure: assign({ failure: null }),
    forget: assign(nothingAsked)
  }
});

/** Trains one manifest, whichever is next, and takes the answer. */
const training = bisect.createStateConfig({
  tags: 'busy',
  invoke: {
    src: 'probe',
    input: ({ context }) => ({ manifest: nextManifest(context) })
  },
  on: {
    PROBED: {
      actions: { type: 'takeAnswer', params: ({ event }) => event.output },
      target: 'routing'
    },
    CANCEL: 'cancelled'
  }
});

/**
 * The search for the causes of a difference: one training after the other, each with some of the changes
 * applied. What is asked next follows from the answers, and so does where `routing` leads.
 */
export const bisectMachine = bisect.createMachine({
  id: 'bisect',
  context: nothingAsked,
  initial: 'idle',
  on: {
    START: {
      actions: {
        type: 'ask',
        params: ({ event: { then, later, criterion, tolerance = 0, record = null } }) => ({
          then,
          later,
          criterion,
          tolerance,
          record
        })
      },
      target: '.routing'
    },
    RESET: { actions: 'forget', target: '.idle' }
  },
  states: {
    idle: {},

    /** Transient: what is next. */
    routing: {
      always: [
        { guard: 'hasFailed', target: 'failed' },
        { guard: 'needsReference', target: 'measuring' },
        { guard: 'isFound', target: 'done' },
        { guard: 'checksFirst', target: 'checking' },
        { target: 'probing' }
      ]
    },

    /** Trains `then`, to have what every probe is compared with. */
    measuring: training,
    /** Whether everything breaks, and nothing does not. */
    checking: training,
    probing: training,

    done: {},
    cancelled: { on: { RETRY: 'routing' } },
    failed: { on: { RETRY: { actions: 'forgetFailure', target: 'routing' } } }
  }
});
