import { entryAt } from '../../../experiment/entry-at';
import type { RunRecord } from '../../../experiment';
import { count, fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { percentText } from '../../percent';
import { spreadAxis, type SpreadAxis } from './layout';
import { EXPERIMENTS, experimentSeries, LUCKY, type Experiment } from '../../../machine/lab/spread/plan';
import type { SpreadRuns, SpreadState } from '../../../machine/lab/spread/runs';
import { noteOf, type KnownRuns } from './note';
import { spreadSentences } from './sentence';
import { spreadStats, type SpreadStats } from '../../../machine/lab/spread/stats';
import { accuracyText, digestsText, nameOf, runsText, timeText } from './text';
import { workView, type WorkView } from '../../work';

/** One number with its name. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** One series as it is drawn. */
export interface SeriesView {
  readonly id: string;
  readonly name: string;
  readonly runs: SpreadRuns;
  /** Changes whenever there is more to draw. */
  readonly dots: number;
  readonly stats: SpreadStats | null;
  /** What the drawing shows, in words. */
  readonly drawing: string;
  /** The words beside the signs for median and band; null before the first run. */
  readonly marks: { readonly median: string; readonly band: string } | null;
  /** How many runs gave no model, in words; null when all did. */
  readonly refused: string | null;
  /** Where there are several: how many runs and digests this one has. */
  readonly size: string;
  /** Shared by all series that are to be held against each other. */
  readonly axis: SpreadAxis;
  /** Runs in the highest pile that is drawn at this size. */
  readonly highest: number;
  /** A score to hold the runs against, in penguins, and the words for its mark; null until it is known. */
  readonly mark: { readonly correct: number; readonly text: string } | null;
}

export interface SpreadView {
  readonly experiments: readonly {
    readonly id: Experiment;
    readonly name: string;
    readonly about: string;
    readonly current: boolean;
  }[];
  readonly controls: WorkView;
  readonly series: readonly SeriesView[];
  /** Test penguins of each run. */
  readonly penguins: number;
  readonly figures: readonly Figure[];
  readonly sentences: readonly string[];
  /** How the lesson's own run was picked, with what the runs above say of it. */
  readonly note: readonly string[];
}

const { spread } = labWords;

function experimentViews(current: SpreadState['experiment']): SpreadView['experiments'] {
  return EXPERIMENTS.map((id) => ({
    id,
    name: spread.experiments[id].name,
    about: fill(spread.experiments[id].about, {
      n: numberText(entryAt(experimentSeries(id), 0).runs),
      m: numberText(LUCKY.splits)
    }),
    current: id === current
  }));
}

/** An experiment starts the runs, and so does a choice of the reader's own: neither stands here. */
function controlsView({ work, done, total }: SpreadState): WorkView {
  const { controls, outcome } = spread;
  const runs = runsText(done);
  return {
    ...workView(
      work,
      {
        cancel: controls.cancel,
        pause: { pause: controls.pause, resume: controls.resume, paused: outcome.paused },
        progress: controls.progress,
        done: fill(outcome.done, { runs }),
        cancelled: fill(outcome.cancelled, { runs }),
        failed: outcome.failed
      },
      () => fill(controls.done, { done: numberText(done), total: numberText(total) })
    ),
    done,
    total
  };
}

function seriesView(runs: SpreadRuns): Omit<SeriesView, 'axis' | 'highest' | 'mark'> {
  const stats = spreadStats(runs.counts);
  const name = nameOf(runs);
  const text = (correct: number) => accuracyText(correct, runs.penguins);
  const words = stats && { median: text(stats.median), low: text(stats.low), high: text(stats.high) };
  const size = { runs: runsText(runs.dots), digests: digestsText(runs.digests) };
  return {
    id: runs.series.id,
    name,
    runs,
    dots: runs.dots,
    stats,
    drawing: words ? fill(spread.results.drawing, { name, ...size, ...words }) : name,
    marks: words && {
      median: fill(spread.results.marks.median, words),
      band: fill(spread.results.marks.band, words)
    },
    refused: runs.refused > 0 ? count(spread.refused, runs.refused) : null,
    size: `${size.runs}, ${size.digests}`
  };
}

function figuresOf(state: SpreadState, series: readonly SeriesView[]): Figure[] {
  const { numbers, none, of, range } = spread.results;
  const { work, done, total, rate } = state;
  const going = work.at === 'running';
  const only = series.length === 1 ? series[0] : null;
  const text = (pick: (stats: SpreadStats) => number) =>
    only?.stats ? accuracyText(pick(only.stats), only.runs.penguins) : none;
  return [
    {
      name: numbers.runs,
      value:
        done === total ? numberText(done) : fill(of, { done: numberText(done), total: numberText(total) })
    },
    ...(only
      ? [
          { name: numbers.digests, value: numberText(only.runs.digests) },
          { name: numbers.median, value: text(({ median }) => median) },
          {
            name: numbers.band,
            value: only.stats
              ? fill(range, { low: text(({ low }) => low), high: text(({ high }) => high) })
              : none
          }
        ]
      : []),
    { name: numbers.rate, value: rate === null ? none : numberText(Number(rate.toPrecision(2))) },
    ...(going ? [{ name: numbers.left, value: rate === null ? none : timeText((total - done) / rate) }] : [])
  ];
}

type Mark = SeriesView['mark'];

/** What the runs are held against: the lesson's own run, or the score that the luckiest seed was picked for. */
function markOf({ experiment, runs }: SpreadState, lesson: RunRecord | null): Mark {
  const { marks } = spread.results;
  const seeds = runs.find(({ series }) => series.id === 'seeds');
  const best = experiment === 'lucky' && seeds ? spreadStats(seeds.counts)?.most : undefined;
  if (seeds && best !== undefined)
    return { correct: best, text: fill(marks.claim, { percent: accuracyText(best, seeds.penguins) }) };
  return (
    lesson && {
      correct: lesson.accuracy.correct,
      text: fill(marks.lesson, { percent: percentText(lesson) })
    }
  );
}

/** One scale for series that differ in one thing; one of its own for each where they have other numbers of runs. */
function scales(
  series: readonly ReturnType<typeof seriesView>[],
  penguins: number,
  mark: Mark,
  isOwn: boolean
) {
  const scale = (those: typeof series) => {
    const stats = those.flatMap((one) => (one.stats ? [one.stats] : []));
    return {
      axis: spreadAxis(stats, penguins, mark ? (100 * mark.correct) / penguins : 50),
      highest: Math.max(1, ...stats.map(({ highest }) => highest))
    };
  };
  const shared = scale(series);
  return series.map((one) => ({ ...one, ...(isOwn ? scale([one]) : shared), mark }));
}

/** Everything that the page shows of the re-runs. */
export function spreadView(state: SpreadState, lesson: RunRecord | null, known: KnownRuns): SpreadView {
  const penguins = state.runs[0]?.penguins ?? lesson?.accuracy.total ?? 1;
  const series = scales(
    state.runs.map(seriesView),
    penguins,
    markOf(state, lesson),
    state.experiment === 'lucky'
  );
  return {
    experiments: experimentViews(state.experiment),
    controls: controlsView(state),
    series,
    penguins,
    figures: figuresOf(state, series),
    sentences: spreadSentences(state),
    note: noteOf(lesson, known)
  };
}
