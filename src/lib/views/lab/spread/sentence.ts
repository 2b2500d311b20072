import { fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { SpreadRuns, SpreadState } from '../../../machine/lab/spread/runs';
import { spreadStats, type SpreadStats } from '../../../machine/lab/spread/stats';
import { accuracyText, digestsText, nameOf, pointsText, runsText } from './text';

const { sentences } = labWords.spread;

interface Told {
  readonly runs: SpreadRuns;
  readonly stats: SpreadStats;
}

const told = (runs: SpreadRuns | undefined): Told | null => {
  const stats = runs && spreadStats(runs.counts);
  return runs && stats ? { runs, stats } : null;
};

const own = ({ runs, stats }: Told): string =>
  fill(sentences.own, {
    name: nameOf(runs),
    runs: runsText(stats.runs),
    digests: digestsText(runs.digests),
    least: accuracyText(stats.least, runs.penguins),
    most: accuracyText(stats.most, runs.penguins),
    median: accuracyText(stats.median, runs.penguins)
  });

const pinned = ({ runs, stats }: Told): string =>
  fill(runs.digests === 1 ? sentences.pinned : sentences.pinnedBroken, {
    runs: runsText(stats.runs),
    digests: digestsText(runs.digests),
    percent: accuracyText(stats.median, runs.penguins),
    todo: labWords.runToRun.todo
  });

const seed = ({ runs, stats }: Told): string =>
  fill(sentences.seed, {
    runs: runsText(stats.runs),
    digests: digestsText(runs.digests),
    least: accuracyText(stats.least, runs.penguins),
    most: accuracyText(stats.most, runs.penguins),
    points: pointsText(stats.least, stats.most, runs.penguins)
  });

/** Luck has lasted when half of the fresh splits give the luckiest seed what it was picked for. */
function lucky(state: SpreadState): string | null {
  const [seeds, luckiest, honest] = (['seeds', 'lucky', 'honest'] as const).map((id) =>
    told(state.runs.find(({ series }) => series.id === id))
  );
  if (!seeds || !luckiest || !honest) return null;
  const lasted = luckiest.stats.median >= seeds.stats.most;
  const { penguins } = seeds.runs;
  return fill(lasted ? sentences.luckyKept : sentences.luckyLost, {
    n: numberText(seeds.stats.runs),
    m: numberText(luckiest.stats.runs),
    best: accuracyText(seeds.stats.most, penguins),
    median: accuracyText(luckiest.stats.median, penguins),
    honest: accuracyText(honest.stats.median, penguins)
  });
}

/** What the runs say, computed from them; empty before they are all done. */
export function spreadSentences(state: SpreadState): readonly string[] {
  if (state.work.at !== 'done') return [];
  if (state.experiment === 'lucky') return [lucky(state)].filter((sentence) => sentence !== null);
  const tell = { pinned, seed, own }[state.experiment ?? 'own'];
  return state.runs.map(told).flatMap((series) => (series ? [tell(series)] : []));
}
