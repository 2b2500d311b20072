import { diff, isMatch } from '../../../experiment';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { LabState } from '../../../machine/lab';
import { ladder } from '../../ladder';
import { bitsText, judgedRun, type PairVerdictView } from '../../pair-verdict';
import { percentText } from '../../percent';
import { SIGNS } from '../../sign';
import { pairFacts, type ComparedRuns, type PairFacts } from './pair';

const { compare: words } = labWords;
const { verdict } = words;

function headlineText({ comparison: { kind, flipped }, otherYardstick }: PairFacts): string {
  if (otherYardstick && (kind === 'identical' || kind === 'equivalent')) return verdict.otherExam[kind];
  if (kind === 'same-score' && flipped.length === 0) return verdict.otherPenguins;
  return verdict.headline[kind];
}

function testedText({ sameTestSet, inCommon, tested }: PairFacts): string[] {
  if (sameTestSet) return [];
  return [inCommon === 0 ? fill(verdict.testedNone, tested) : count(verdict.tested, inCommon, tested)];
}

function yardstickText({ otherYardstick, relabelled }: PairFacts): string[] {
  const changed = relabelled > 0 ? [count(verdict.relabelled, relabelled)] : [];
  if (otherYardstick) return [[...changed, verdict.sameModel].join(' ')];
  return relabelled > 0 ? [[...changed, verdict.otherYardstick].join(' ')] : [];
}

/** What is left to conclude where the manifests name no difference and the results have one. */
const unexplained = ({ then, later }: ComparedRuns, { comparison }: PairFacts): string[] =>
  comparison.kind !== 'identical' && diff(then.manifest, later.manifest).length === 0
    ? [labWords.runToRun.outcome]
    : [];

/** The verdict on two finished runs, and what it rests on. */
export function compareView(pair: ComparedRuns): PairVerdictView {
  const { then, later } = pair;
  const facts = pairFacts(pair);
  const { comparison, inCommon } = facts;
  const { differingBytes } = comparison;
  const flips = inCommon > 0 ? [count(verdict.flips, comparison.flipped.length, { total: inCommon })] : [];
  return {
    matches: isMatch(comparison),
    sign: SIGNS[comparison.kind],
    headline: fill(headlineText(facts), { then: percentText(then), later: percentText(later) }),
    details: [
      ...yardstickText(facts),
      ...testedText(facts),
      ...flips,
      bitsText(differingBytes, later.manifest),
      ...unexplained(pair, facts)
    ],
    rungs: ladder(comparison.kind),
    runs: [
      judgedRun('then', words.runs.then, then),
      judgedRun('later', words.runs.later, later, differingBytes)
    ]
  };
}

/** What is awaited while there is nothing to compare. */
export function pendingText({ at, training }: Pick<LabState, 'at' | 'training'>): string {
  if (training) return words.pending[training];
  return words.pending[at === 'failed' || at === 'stopped' ? at : 'idle'];
}
