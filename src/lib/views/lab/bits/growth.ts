import { entryAt } from '../../../experiment/entry-at';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { Trace, TraceEpoch } from '../../../trainer/lab';
import { percentText } from '../../percent';
import { sharedDigits } from '../../shared-digits';
import { OCTAVE, ulpText } from './text';

const text = labWords.bits.growth;

export const GROWTH_COLUMNS = [
  'epoch',
  'largest',
  'median',
  'flips',
  'accuracy'
] as const satisfies readonly (keyof typeof text.table.columns)[];

/** The epochs after which predictions of the two runs differ. */
export const flipEpochs = ({ epochs }: Trace): readonly TraceEpoch[] =>
  epochs.filter(({ flipped }) => flipped.length > 0);

export const lastEpoch = ({ epochs }: Trace): TraceEpoch => entryAt(epochs, epochs.length - 1);

const signsChanged = ({ weights: { then, later } }: TraceEpoch): number =>
  then.filter((weight, place) => Math.sign(weight) * Math.sign(entryAt(later, place)) < 0).length;

function sizeText(end: TraceEpoch): string[] {
  const { largest } = end.ulps;
  const signs = signsChanged(end);
  if (largest === 0) return [];
  if (largest >= OCTAVE)
    return [text.summary.octave, ...(signs > 0 ? [count(text.summary.signs, signs)] : [])];
  const digits = sharedDigits(end.weights.then, end.weights.later);
  return digits > 0 ? [count(text.summary.digits, digits)] : [];
}

function flipsText(trace: Trace): string {
  const [first, ...rest] = flipEpochs(trace);
  const epochs = lastEpoch(trace).epoch;
  if (!first) return text.summary.never;
  // What was never trained belongs to no epoch.
  if (first.epoch === 0) return fill(text.summary.flipsAtOnce, { n: rest.length, epochs });
  return count(text.summary.flips, rest.length + 1, { first: first.epoch, epochs });
}

/** How far two runs have come apart by the end and when predictions flipped, in sentences. */
export function growthSummary(trace: Trace): string[] {
  const end = lastEpoch(trace);
  return [
    fill(text.summary.end, {
      epoch: end.epoch,
      largest: ulpText(end.ulps.largest),
      median: ulpText(end.ulps.median)
    }),
    ...sizeText(end),
    flipsText(trace)
  ];
}

/** One epoch as a row of the table. */
export interface GrowthRow {
  readonly epoch: number;
  readonly largest: string;
  readonly median: string;
  readonly flips: number;
  readonly accuracy: string;
}

export const growthRows = ({ epochs }: Trace): GrowthRow[] =>
  epochs.map(({ epoch, ulps, flipped, accuracy }) => ({
    epoch,
    largest: ulpText(ulps.largest),
    median: ulpText(ulps.median),
    flips: flipped.length,
    accuracy: fill(text.table.accuracy, {
      then: percentText({ accuracy: accuracy.then }),
      later: percentText({ accuracy: accuracy.later })
    })
  }));
