import { isMatch, type RunRecord } from '../../experiment';
import { count, fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { LabRun, LabState } from '../../machine/lab';
import { ladder, type Rung } from '../ladder';
import { percentText } from '../percent';
import { resultView, type ResultView } from '../runs';
import { SIGNS, type Sign } from '../sign';
import { pairFacts, type ComparedRuns, type PairFacts } from './compare-pair';

const { compare: words } = labWords;
const { verdict } = words;

export interface ComparedRun {
  readonly name: LabRun;
  readonly label: string;
  readonly result: ResultView;
}

/** How far two runs agree, in words first. */
export interface CompareView {
  readonly matches: boolean;
  readonly sign: Sign;
  readonly headline: string;
  readonly details: readonly string[];
  /** From the strictest agreement down to none. */
  readonly rungs: readonly Rung[];
  readonly runs: readonly [ComparedRun, ComparedRun];
}

function headlineText({ comparison: { kind, flipped }, otherYardstick }: PairFacts): string {
  if (otherYardstick && (kind === 'identical' || kind === 'equivalent')) return verdict.otherExam[kind];
  if (kind === 'same-score' && flipped.length === 0) return verdict.otherPenguins;
  return verdict.headline[kind];
}

/** How many numbers a model of the manifest has: W1, b1, W2, b2. */
const weightCount = ({ manifest: { code, data } }: RunRecord): number =>
  code.hiddenUnits * (data.features.length + 2) + 1;

function testedText({ sameTestSet, inCommon, tested }: PairFacts): string[] {
  if (sameTestSet) return [];
  return [inCommon === 0 ? fill(verdict.testedNone, tested) : count(verdict.tested, inCommon, tested)];
}

function yardstickText({ otherYardstick, relabelled }: PairFacts): string[] {
  const changed = relabelled > 0 ? [count(verdict.relabelled, relabelled)] : [];
  if (otherYardstick) return [[...changed, verdict.sameModel].join(' ')];
  return relabelled > 0 ? [[...changed, verdict.otherYardstick].join(' ')] : [];
}

function bitsText({ comparison: { kind, differingBytes } }: PairFacts, later: RunRecord): string {
  if (kind === 'identical') return fill(verdict.weights, { weights: weightCount(later) });
  return differingBytes.length === 32 ? verdict.allBytes : count(verdict.bytes, differingBytes.length);
}

const runView = (name: LabRun, record: RunRecord, differing: readonly number[]): ComparedRun => ({
  name,
  label: words.runs[name],
  result: {
    ...resultView(record, differing),
    percent: percentText(record),
    detail: fill(verdict.accuracy, record.accuracy)
  }
});

/** The verdict on two finished runs, and what it rests on. */
export function compareView(pair: ComparedRuns): CompareView {
  const { then, later } = pair;
  const facts = pairFacts(pair);
  const { comparison, inCommon } = facts;
  const flips = inCommon > 0 ? [count(verdict.flips, comparison.flipped.length, { total: inCommon })] : [];
  return {
    matches: isMatch(comparison),
    sign: SIGNS[comparison.kind],
    headline: fill(headlineText(facts), { then: percentText(then), later: percentText(later) }),
    details: [...yardstickText(facts), ...testedText(facts), ...flips, bitsText(facts, later)],
    rungs: ladder(comparison.kind),
    runs: [runView('then', then, []), runView('later', later, comparison.differingBytes)]
  };
}

/** What is awaited while there is nothing to compare. */
export function pendingText({ at, training }: Pick<LabState, 'at' | 'training'>): string {
  if (training) return words.pending[training];
  return words.pending[at === 'failed' || at === 'stopped' ? at : 'idle'];
}
