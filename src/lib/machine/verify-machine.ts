import { assign, fromCallback, setup } from 'xstate';
import { manifestKey, type RunRecord } from '../experiment';
import type { Receipt } from '../experiment/receipt';
import { progressAfter, type Failure, type Progress } from './lesson-context';
import type { TrainInput, TrainingReport } from './lesson-machine';

/** What happens to whoever checks a receipt. Reading one is not done here: what is opened is whole. */
export type VerifyCommand =
  | { type: 'OPEN'; receipt: Receipt }
  /** Something was no receipt: a sentence that says why. What was open before stays as it is. */
  | { type: 'REFUSE'; reason: string }
  | { type: 'DISMISS' }
  /** Trains the run of the receipt; again, if it was trained, cancelled or lost before. */
  | { type: 'RUN' }
  | { type: 'CANCEL' }
  | { type: 'CLEAR' };

export type VerifyEvent = VerifyCommand | TrainingReport;

export interface VerifyContext {
  readonly receipt: Receipt | null;
  /** Why the last thing that was to be opened is no receipt. */
  readonly refusal: string | null;
  /** What the re-run gave; null before, and where the training ended without a result. */
  readonly record: RunRecord | null;
  readonly progress: Progress | null;
  readonly failure: Pick<Failure, 'kind' | 'message'> | null;
}

const NOTHING: VerifyContext = { receipt: null, refusal: null, record: null, progress: null, failure: null };

const verify = setup({
  types: {
    context: {} as VerifyContext,
    events: {} as VerifyEvent
  },
  actors: {
    train: fromCallback<TrainingReport, TrainInput>(() => {
      throw new Error('the verifier was started without a trainer: provide the actor “train”');
    })
  },
  actions: {
    open: assign(({ event }) => (event.type === 'OPEN' ? { ...NOTHING, receipt: event.receipt } : {})),
    refuse: assign(({ event }) => (event.type === 'REFUSE' ? { refusal: event.reason } : {})),
    dismiss: assign({ refusal: null }),
    clear: assign(NOTHING),
    begin: assign({ refusal: null, record: null, progress: null, failure: null }),
    showEpoch: assign(({ context, event }) =>
      event.type === 'EPOCH' ? { progress: progressAfter(context.progress, event) } : {}
    ),
    keep: assign(({ event }) => (event.type === 'TRAINED' ? { record: event.record, progress: null } : {})),
    keepFailure: assign(({ event }) =>
      event.type === 'TRAINING_FAILED'
        ? { failure: { kind: event.kind, message: event.message }, progress: null }
        : {}
    ),
    forgetProgress: assign({ progress: null })
  }
});

/** The run that a receipt claims. */
function claimed({ receipt }: VerifyContext): TrainInput {
  if (!receipt) throw new RangeError('there is nothing to run before a receipt is open');
  return { run: manifestKey(receipt.manifest), manifest: receipt.manifest, pace: 0 };
}

/**
 * One receipt at a time: what it claims, its re-run, the verdict. Nothing is trained before someone asks for it,
 * and whatever is refused leaves everything else as it was.
 */
export const verifyMachine = verify.createMachine({
  id: 'verify',
  context: NOTHING,
  initial: 'empty',
  on: {
    OPEN: { actions: 'open', target: '.claims' },
    REFUSE: { actions: 'refuse' },
    DISMISS: { actions: 'dismiss' },
    CLEAR: { actions: 'clear', target: '.empty' }
  },
  states: {
    empty: {},
    claims: { on: { RUN: 'retraining' } },
    retraining: {
      entry: 'begin',
      invoke: { src: 'train', input: ({ context }) => claimed(context) },
      on: {
        EPOCH: { actions: 'showEpoch' },
        TRAINED: { actions: 'keep', target: 'judged' },
        TRAINING_FAILED: [
          // That is an answer, not a failure: no receipt can claim such a run.
          { guard: ({ event }) => event.diverged === true, actions: 'forgetProgress', target: 'judged' },
          { actions: 'keepFailure', target: 'failed' }
        ],
        CANCEL: { actions: 'forgetProgress', target: 'cancelled' }
      }
    },
    judged: { on: { RUN: 'retraining' } },
    cancelled: { on: { RUN: 'retraining' } },
    failed: { on: { RUN: 'retraining' } }
  }
});
