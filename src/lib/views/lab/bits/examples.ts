import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { pairOf, type LabSetup } from '../../../machine/lab';
import { BITS_EXAMPLES } from '../../../machine/lab/bits/examples';
import type { Trace } from '../../../trainer/lab';
import { flipEpochs, lastEpoch } from './growth';
import { ulpText } from './text';

const text = labWords.bits.examples;

/** An example, with what has been seen of it. */
export interface ExampleView {
  readonly id: string;
  readonly setup: LabSetup;
  readonly name: string;
  /** What happened, once it has been traced; what there is to see before that. */
  readonly text: string;
  readonly shown: boolean;
}

function seenText(trace: Trace): string {
  const end = lastEpoch(trace);
  const flips = flipEpochs(trace).length;
  if (trace.first === null) return text.seen.none;
  return [
    fill(text.seen.some, { epoch: end.epoch, largest: ulpText(end.ulps.largest) }),
    flips === 0 ? text.flips.never : count(text.flips.some, flips)
  ].join(' ');
}

/**
 * @param traceOf what is known of the pair that a setup stands for.
 * @param isShown whether a setup is the one on the page.
 */
export const examplesView = (
  traceOf: (setup: LabSetup) => Trace | null,
  isShown: (setup: LabSetup) => boolean
): ExampleView[] =>
  BITS_EXAMPLES.map(({ id, setup }) => {
    const trace = traceOf(setup);
    return {
      id,
      setup,
      name: fill(text[id].name, { rate: pairOf(setup).then.code.learningRate }),
      text: trace ? seenText(trace) : text[id].promise,
      shown: isShown(setup)
    };
  });
