import { searchAfter } from '../../experiment/lab';
import { fill, numberText } from '../../lesson';
import { cost } from '../../lesson/cost';
import { MANY, SIZES, type Measured, type PythonMeasured } from '../../machine/cost/plan';
import { powerTicks, type Tick } from '../lab/axis';
import { polyline } from '../polyline';
import { durationText } from './durations';

export interface CostRow {
  readonly id: string;
  readonly what: string;
  readonly took: string;
  /** How long its bar is, from 0 to 1, on a logarithmic scale from a microsecond to ten minutes. */
  readonly share: number;
}

const SHORTEST = 0.001;
const LONGEST = 600_000;

/** Where a value stands between two others, from 0 to 1, on a logarithmic scale; what lies beyond stands at the end. */
export const logShare = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, Math.log(value / from) / Math.log(to / from)));

const { measure: words, python: pythonWords, yours, growth } = cost;

/** Everything that was measured, in lines. @param python null where it has not been run */
export function costRows(
  { train, bytes, save, hash, bisect, many }: Measured,
  python: PythonMeasured | null
): CostRow[] {
  const row = (id: string, what: string, time: number): CostRow => ({
    id,
    what,
    took: durationText(time),
    share: logShare(time, SHORTEST, LONGEST)
  });
  const { rows } = words;
  return [
    row('save', fill(rows.save, { bytes: numberText(bytes) }), save),
    row('hash', rows.hash, hash),
    row('train', rows.train, train),
    ...SIZES.map((n) => row(`bisect-${n}`, fill(rows.bisect, { n, tries: bisect[n].tries }), bisect[n].time)),
    row('many', fill(rows.many, { n: numberText(MANY) }), many),
    // It has its place from the start, so that nothing moves when it comes.
    python
      ? row('python', rows.python, python.took)
      : { id: 'python', what: rows.python, took: words.notYet, share: 0 }
  ];
}

const rough = (value: number): string => numberText(Number(value.toPrecision(2)));

/** The most that was searched among, against what would have spared the search. */
export function resultText({ bisect, save, hash }: Measured): string {
  const n = SIZES[SIZES.length - 1]!;
  return fill(words.result, { n, times: rough(bisect[n].time / (save + hash)) });
}

/** What Python took, beside the trainer of this site; empty where it has not been run. */
export function pythonText({ train, digest }: Measured, python: PythonMeasured | null): string {
  if (!python) return '';
  return fill(python.digest === digest ? pythonWords.same : pythonWords.other, {
    time: durationText(python.took),
    times: rough(python.took / train)
  });
}

/** What a search and a saved line cost for a training of another length. @param length in milliseconds */
export const yourCosts = (
  { bisect, save, hash, bytes }: Measured,
  length: number
): { readonly name: string; readonly text: string }[] => [
  ...SIZES.map((n) => ({
    name: fill(yours.search, { n }),
    text: durationText(bisect[n].tries * length)
  })),
  {
    name: yours.line,
    text: fill(yours.lineText, { time: durationText(save + hash), bytes: numberText(bytes) })
  }
];

/** How many differences the chart has figures for. */
const CHARTED = [1, 2, 3, 4, 6, 8, 12, 16] as const;

export interface GrowthRow {
  readonly n: number;
  readonly measured: number | null;
  readonly worst: number;
  readonly all: number;
}

/** The most tries that a search among so many differences can take. */
function atWorst(n: number): number {
  const items = Array.from({ length: n }, (_, item) => item);
  const search = searchAfter(items, []);
  return search.done ? 0 : search.probe.remaining;
}

const BOUNDS = CHARTED.map((n) => ({ n, worst: atWorst(n), all: 2 ** n }));

export const growthRows = (measured: Measured): GrowthRow[] =>
  BOUNDS.map((row) => ({
    ...row,
    measured: SIZES.some((n) => n === row.n) ? measured.bisect[row.n as (typeof SIZES)[number]].tries : null
  }));

/** Units of the drawing. */
export const GROWTH_SIZE = { width: 370, height: 280, left: 54, right: 116, top: 24, bottom: 40 };

export interface GrowthChart {
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
  readonly lines: readonly { readonly id: 'worst' | 'all'; readonly path: string; readonly end: Point }[];
  readonly dots: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The figures of the table, drawn on two logarithmic scales. */
export function growthChart(rows: readonly GrowthRow[]): GrowthChart {
  const { width, height, left, right, top, bottom } = GROWTH_SIZE;
  const most = Math.max(...rows.map(({ worst, all }) => Math.max(worst, all)));
  const widest = rows[rows.length - 1]!.n;
  const x = (n: number) => left + logShare(n, 1, widest) * (width - left - right);
  const y = (tries: number) => height - bottom - logShare(tries, 1, most) * (height - top - bottom);
  const line = (id: 'worst' | 'all') => {
    const points = rows.map((row) => ({ x: x(row.n), y: y(row[id]) }));
    return { id, path: polyline(points.map((point) => [point.x, point.y])), end: points[points.length - 1]! };
  };
  return {
    across: rows.map(({ n }) => ({ at: x(n), text: numberText(n) })),
    up: powerTicks([1, most]).map((tries) => ({ at: y(tries), text: numberText(tries) })),
    lines: [line('all'), line('worst')],
    dots: rows.flatMap(({ n, measured }) => (measured === null ? [] : [{ x: x(n), y: y(measured) }]))
  };
}

export const cellText = (value: number | null): string => (value === null ? growth.none : numberText(value));
