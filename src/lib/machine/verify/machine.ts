import { assign } from 'xstate';
import { manifestKey, type RunRecord } from '../../experiment';
import type { Receipt } from '../../experiment/receipt';
import { setup } from '../setup';
import {
  afterEpoch,
  afterFailure,
  NO_TRAINING,
  toBeProvided,
  type EpochReported,
  type TrainInput,
  type Training,
  type TrainingFailure,
  type TrainingReport
} from '../training';

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

export interface VerifyContext extends Training<TrainingFailure> {
  readonly receipt: Receipt | null;
  /** Why the last thing that was to be opened is no receipt. */
  readonly refusal: string | null;
  /** What the re-run gave; null before, and where the training ended without a result. */
  readonly record: RunRecord | null;
}

const NOTHING: VerifyContext = { ...NO_TRAINING, receipt: null, refusal: null, record: null };

const verify = setup({
  types: {
    context: {} as VerifyContext,
    events: {} as VerifyEvent
  },
  actors: { train: toBeProvided<TrainInput, TrainingReport>('the verifier', 'train') },
  guards: {
    hasDiverged: (_, diverged: boolean) => diverged
  },
  actions: {
    open: assign((_, receipt: Receipt) => ({ ...NOTHING, receipt })),
    refuse: assign((_, refusal: string) => ({ refusal })),
    dismiss: assign({ refusal: null }),
    clear: assign(NOTHING),
    begin: assign({ ...NO_TRAINING, refusal: null, record: null }),
    showEpoch: assign(({ context }, report: EpochReported) => afterEpoch(context, report)),
    keep: assign((_, record: RunRecord) => ({ record, progress: null })),
    keepFailure: assign((_, failure: TrainingFailure) => afterFailure(failure, {})),
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
    OPEN: { actions: { type: 'open', params: ({ event }) => event.receipt }, target: '.claims' },
    REFUSE: { actions: { type: 'refuse', params: ({ event }) => event.reason } },
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
        EPOCH: { actions: { type: 'showEpoch', params: ({ event }) => event } },
        TRAINED: { actions: { type: 'keep', params: ({ event }) => event.record }, target: 'judged' },
        TRAINING_FAILED: [
          // That is an answer, not a failure: no receipt can claim such a run.
          {
            guard: { type: 'hasDiverged', params: ({ event }) => event.diverged === true },
            actions: 'forgetProgress',
            target: 'judged'
          },
          { actions: { type: 'keepFailure', params: ({ event }) => event }, target: 'failed' }
        ],
        CANCEL: { actions: 'forgetProgress', target: 'cancelled' }
      }
    },
    judged: { on: { RUN: 'retraining' } },
    cancelled: { on: { RUN: 'retraining' } },
    failed: { on: { RUN: 'retraining' } }
  }
});
