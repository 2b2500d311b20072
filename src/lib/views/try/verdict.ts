import { BASELINE, compare, isMatch, type Comparison } from '../../experiment';
import { differingBits } from '../../experiment/ulp';
import { count, fill, numberText } from '../../lesson';
import { tryWords } from '../../lesson/try';
import type { Guess } from '../../machine/try/changes';
import type { TrainedRun } from '../../trainer';
import type { PythonRun } from '../../trainer/python/told';
import { ladder } from '../ladder';
import { bitsText, judgedRun, type PairVerdictView } from '../pair-verdict';
import { percentText } from '../percent';
import { SIGNS } from '../sign';

const { result: words } = tryWords;

/** A run in Python beside the lesson's own. */
export interface TriedRuns {
  readonly lesson: TrainedRun;
  readonly python: PythonRun;
}

export const comparisonOf = ({ lesson, python }: TriedRuns): Comparison =>
  compare(lesson.record, python.record);

/** Which of the guesses came true. */
export function outcomeOf(runs: TriedRuns): Guess {
  const { kind } = comparisonOf(runs);
  return kind === 'identical' || kind === 'equivalent' ? kind : 'flips';
}

function bitsDiffer({ lesson, python }: TriedRuns): string {
  const [then, later] = [lesson.weights, python.weights];
  if (then.length !== later.length) return fill(words.otherShape, { n: later.length, total: then.length });
  const differing = then.reduce((sum, weight, at) => sum + differingBits(weight, later[at]!).length, 0);
  if (differing === 0) return bitsText([], BASELINE);
  return count(words.bits, differing, { n: numberText(differing), total: numberText(64 * then.length) });
}

/** How far the run agrees with the lesson's. */
export function tryVerdict(runs: TriedRuns): PairVerdictView {
  const { record: then } = runs.lesson;
  const { record: later } = runs.python;
  const comparison = comparisonOf(runs);
  const tested = new Set(then.testIds);
  const inCommon = later.testIds.filter((id) => tested.has(id)).length;
  const isSameTest = inCommon === then.testIds.length && inCommon === later.testIds.length;
  return {
    matches: isMatch(comparison),
    sign: SIGNS[comparison.kind],
    headline: fill(words.headline[comparison.kind], { then: percentText(then), later: percentText(later) }),
    details: [
      ...(isSameTest ? [] : [fill(words.otherTest, { n: inCommon, total: later.testIds.length })]),
      ...(inCommon > 0 ? [count(words.flips, comparison.flipped.length, { total: inCommon })] : []),
      bitsDiffer(runs)
    ],
    rungs: ladder(comparison.kind),
    runs: [
      judgedRun('then', words.then, then),
      judgedRun('later', words.later, later, comparison.differingBytes)
    ]
  };
}
