import type { RunRecord } from '../../../experiment';
import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { percentText } from '../../percent';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';
import { spreadStats } from '../../../machine/lab/spread/stats';
import { accuracyText, runsText } from './text';

const { spread } = labWords;

/** Runs that say something about how typical the lesson's own one is. */
export interface KnownRuns {
  readonly seeds?: SpreadRuns;
  readonly splits?: SpreadRuns;
}

/** How the lesson's own run was picked, and how typical the runs show it to be. */
export function noteOf(lesson: RunRecord | null, { seeds, splits }: KnownRuns): string[] {
  const { note } = spread;
  const words = (runs: SpreadRuns | undefined) => {
    const stats = runs && spreadStats(runs.counts);
    if (!runs || !stats) return null;
    const text = (correct: number) => accuracyText(correct, runs.penguins);
    return {
      runs: runsText(stats.runs),
      seed: runs.series.seed,
      median: text(stats.median),
      low: text(stats.low),
      high: text(stats.high)
    };
  };
  const ofSeeds = words(seeds);
  const ofSplits = words(splits);
  return [
    ...(lesson ? [fill(note.honest, { percent: percentText(lesson) })] : []),
    ...(ofSeeds ? [fill(note.seeds, ofSeeds)] : []),
    ...(ofSplits ? [fill(note.splits, ofSplits)] : []),
    ...(ofSeeds || ofSplits ? [] : [note.unknown])
  ];
}
