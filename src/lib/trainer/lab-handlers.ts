import { elementary } from './elementary';
import { LESSON_HANDLERS } from './handlers';
import type { LabRequests, TraceEpoch } from './lab-protocol';
import { probeMath } from './math-probe';
import type { Handlers } from './serve';
import { trace } from './trace';

const buffersOf = ({ weights: { then, later } }: TraceEpoch): Transferable[] => [then.buffer, later.buffer];

/** What the Lab asks of its worker. */
export const LAB_HANDLERS: Handlers<LabRequests> = {
  ...LESSON_HANDLERS,
  trace: ({ then, later }, dataset) => ({
    steps: trace(then, later, dataset),
    // Hundreds of epochs of weights: copying them would be the slowest part of answering.
    transfer: ({ epochs }) => epochs.flatMap(buffersOf)
  }),
  mathProbe: (_, dataset) => ({
    steps: probeMath(elementary('platform'), dataset),
    stepsBetweenRests: 1 // a step is long enough to wait for
  })
};
