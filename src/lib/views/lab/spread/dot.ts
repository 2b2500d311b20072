import { entryAt } from '../../../experiment/entry-at';
import { shortDigest, type Digest, type RunRecord } from '../../../experiment';
import { fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { seedOf, splitOf } from '../../../machine/lab/spread/plan';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';
import { accuracyText } from './text';

/** One run, as its dot tells it. */
export interface DotView {
  readonly run: number;
  readonly accuracy: string;
  readonly seed: string;
  readonly split: string;
  readonly digest: Digest;
  readonly shortDigest: string;
  /** Whether its weights are those of the lesson's own run. */
  readonly same: boolean;
  /** All of it in one sentence, with its place in the pile. */
  readonly text: string;
}

const { dots } = labWords.spread;

/** @returns null for a run that is not finished or gave no model. */
export function dotView(runs: SpreadRuns, run: number, lesson: RunRecord | null): DotView | null {
  const correct = runs.correctOf(run);
  if (correct === null) return null;
  const digest = runs.digestOf(run);
  const accuracy = accuracyText(correct, runs.penguins);
  const own = { seed: String(seedOf(runs.series, run)), split: String(splitOf(runs.series, run)) };
  const place = fill(dots.place, {
    place: numberText(runs.placeOf(run) + 1),
    pile: numberText(entryAt(runs.counts, correct)),
    percent: accuracy
  });
  return {
    run,
    accuracy,
    ...own,
    digest,
    shortDigest: shortDigest(digest),
    same: digest === lesson?.digest,
    text: `${fill(dots.dot, { percent: accuracy, ...own, digest: shortDigest(digest) })}; ${place}`
  };
}
