import { median } from 'd3-array';
import { percent, type RunRecord } from '../../../experiment';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { percentText, roundedPercent } from '../../percent';
import { dotAxis, dotX, highestPile, pileDots, pileHeight, type Dot } from './dot-plot';
import type { FirstExam, FreshExam } from '../../../machine/lab/leak/study';

type RecipeId = 'kept' | 'honest' | 'anew';

/** One place on the axis of the plot. */
export interface PlotMark {
  /** Per cent of the width. */
  readonly x: number;
  readonly text: string;
}

/** One recipe on all fresh exams. */
export interface RecipeRow {
  readonly id: RecipeId;
  readonly name: string;
  /** What the drawing shows, in words. */
  readonly drawing: string;
  readonly dots: readonly Dot[];
  /** Null where a recipe claims anew on every exam. */
  readonly claim: PlotMark | null;
  readonly middle: PlotMark;
  /** The same and more in numbers, for the table. */
  readonly claimed: string;
  readonly median: string;
  readonly range: string;
  readonly reached: string;
}

export interface FreshView {
  readonly height: number;
  readonly ticks: readonly PlotMark[];
  readonly rows: readonly RecipeRow[];
  /** Heads of the table of all exams. */
  readonly heads: readonly string[];
  readonly exams: readonly { readonly seed: number; readonly cells: readonly string[] }[];
  readonly conclusion: readonly string[];
  readonly notes: readonly string[];
}

const { fresh: words, conclusion } = labWords.leak;

export const FRESH_COLUMNS = [
  'recipe',
  'claimed',
  'median',
  'range',
  'reached'
] as const satisfies readonly (keyof typeof words.columns)[];
const RECIPES: readonly RecipeId[] = ['kept', 'honest', 'anew'];

/** A recipe in numbers; `claim` is null where there is none to hold it to. */
interface Scores {
  /** Their median. */
  readonly middle: number;
  readonly values: readonly number[];
  readonly claim: number | null;
  readonly reached: number;
}

function scoresOf(id: RecipeId, first: FirstExam, exams: readonly FreshExam[]): Scores {
  const claims: Record<RecipeId, RunRecord | null> = { kept: first.leaky, honest: first.honest, anew: null };
  const record = claims[id];
  const claim = record && percent(record.accuracy);
  const values = exams.map((exam) => percent(exam[id]));
  return {
    values,
    middle: median(values) ?? NaN,
    claim,
    reached: claim === null ? 0 : values.filter((value) => value >= claim).length
  };
}

const timesText = (times: number): string =>
  times === 0 ? conclusion.reached.none : count(conclusion.reached, times);

const sentence = (text: string, { values, middle, claim, reached }: Scores): string =>
  fill(text, {
    claimed: roundedPercent(claim ?? 0),
    total: values.length,
    median: roundedPercent(middle),
    reached: timesText(reached)
  });

function notes(first: FirstExam, exams: readonly FreshExam[], honest: Scores): string[] {
  const shared = exams.reduce((sum, exam) => sum + exam.shared, 0) / exams.length;
  return [
    fill(conclusion.notes.overlap, {
      shared: Math.round(shared),
      total: first.leaky.accuracy.total
    }),
    fill(conclusion.notes.ourselves, {
      claimed: percentText(first.honest),
      n: exams.length,
      median: roundedPercent(honest.middle)
    })
  ];
}

/** What fresh exams say of both recipes, drawn and in numbers. */
export function freshView(first: FirstExam, exams: readonly FreshExam[]): FreshView {
  const scores = Object.fromEntries(RECIPES.map((id) => [id, scoresOf(id, first, exams)])) as Record<
    RecipeId,
    Scores
  >;
  const all = RECIPES.flatMap((id) => scores[id].values);
  const claims = RECIPES.flatMap((id) => scores[id].claim ?? []);
  const axis = dotAxis([...all, ...claims]);
  const height = pileHeight(Math.max(...RECIPES.map((id) => highestPile(scores[id].values))));
  const mark = (value: number, text: string): PlotMark => ({
    x: dotX(axis, value),
    text: fill(text, { percent: roundedPercent(value) })
  });

  const rows = RECIPES.map((id): RecipeRow => {
    const { values, middle, claim, reached } = scores[id];
    const name = fill(words.rows[id], { epoch: first.epoch });
    const ends = { least: roundedPercent(Math.min(...values)), most: roundedPercent(Math.max(...values)) };
    return {
      id,
      name,
      drawing: fill(words.drawing, {
        recipe: name,
        median: roundedPercent(middle),
        n: values.length,
        ...ends
      }),
      dots: pileDots(values, axis, height),
      claim: claim === null ? null : mark(claim, words.claimed),
      middle: mark(middle, words.median),
      claimed: claim === null ? words.anew.claimed : roundedPercent(claim),
      median: roundedPercent(middle),
      range: fill(words.range, ends),
      reached: claim === null ? words.anew.reached : fill(words.reached, { n: reached, total: values.length })
    };
  });

  return {
    height,
    ticks: axis.ticks.map((tick) => ({ x: dotX(axis, tick), text: roundedPercent(tick) })),
    rows,
    heads: RECIPES.map((id) => fill(words.splits[id], { epoch: first.epoch })),
    exams: exams.map((exam) => ({
      seed: exam.splitSeed,
      cells: RECIPES.map((id) => roundedPercent(percent(exam[id])))
    })),
    conclusion: [sentence(conclusion.leak, scores.kept), sentence(conclusion.honest, scores.honest)],
    notes: notes(first, exams, scores.honest)
  };
}
