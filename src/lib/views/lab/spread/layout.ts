import { entryAt } from '../../../experiment/entry-at';
import { linearScale } from '../../linear-scale';
import { PERCENT_STEP as STEP, percentTicks } from '../axis';
import type { SpreadStats } from '../../../machine/lab/spread/stats';

/** Room at both ends for the words below the outermost ticks, below the dots for the ground, above for the marks; pixels. */
const AIR = { side: 16, floor: 2, top: 28 };
/** Of a pile's place that dots may fill; the rest keeps piles apart. */
const FILLED = 0.9;
const WIDEST_PILE = 44;
/** From dot to dot, pixels. In steps, so that a growing pile seldom makes all dots smaller. */
const PITCHES = Array.from({ length: 32 }, (_, step) => 9 * 0.86 ** step);

/** Accuracies in per cent, from one multiple of 5 to another. */
export interface SpreadAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands in a drawing of one series; pixels from its top left. */
export interface DotLayout {
  readonly width: number;
  readonly height: number;
  /** From dot to dot. */
  readonly pitch: number;
  /** Dots side by side in one row of a pile. */
  readonly across: number;
  /** The same for layouts in which every dot stands in the same place. */
  readonly key: string;
  /** The middle of a pile; takes halves, for a median between two piles. */
  x(correct: number): number;
  /** The middle of a dot. */
  dot(correct: number, place: number): Point;
  /** Which row, from the ground, and which dot of that row a point lies in. */
  place(correct: number, point: Point): { readonly row: number; readonly column: number };
}

/** An axis for all series: as wide as they need, and never so narrow that luck looks larger than it is. */
export function spreadAxis(stats: readonly SpreadStats[], penguins: number, lesson: number): SpreadAxis {
  const inPercent = (correct: number) => (100 * correct) / penguins;
  const least = Math.min(lesson - 2 * STEP, ...stats.map((series) => inPercent(series.least) - 1));
  const most = Math.max(lesson + 2 * STEP, ...stats.map((series) => inPercent(series.most) + 1));
  const from = Math.max(0, STEP * Math.floor(least / STEP));
  const to = Math.min(100, STEP * Math.ceil(most / STEP));
  return { from, to, ticks: percentTicks(from, to) };
}

/**
 * Fits the highest pile into the drawing: dots are as large as that allows.
 * @param highest runs in it.
 */
export function dotLayout(
  { from, to }: SpreadAxis,
  penguins: number,
  highest: number,
  { width, height }: { readonly width: number; readonly height: number }
): DotLayout {
  const scale = linearScale([from, to], [AIR.side, Math.max(AIR.side + 1, width - AIR.side)]);
  const x = (correct: number) => scale((100 * correct) / penguins);
  const room = Math.min(WIDEST_PILE, FILLED * (x(1) - x(0)));
  const across = (pitch: number) => Math.max(1, Math.floor(room / pitch));
  const fits = (pitch: number) =>
    pitch <= Math.max(room, 0.5) &&
    Math.ceil(highest / across(pitch)) * pitch <= height - AIR.top - AIR.floor;
  const pitch = PITCHES.find(fits) ?? entryAt(PITCHES, PITCHES.length - 1);
  const columns = across(pitch);
  const left = (correct: number) => x(correct) - (columns * pitch) / 2;
  const ground = height - AIR.floor;
  return {
    width,
    height,
    pitch,
    across: columns,
    key: [width, height, pitch, columns, from, to, penguins].join(' '),
    x,
    dot: (correct, place) => ({
      x: left(correct) + ((place % columns) + 0.5) * pitch,
      y: ground - (Math.floor(place / columns) + 0.5) * pitch
    }),
    place: (correct, point) => ({
      row: Math.max(0, Math.floor((ground - point.y) / pitch)),
      column: Math.min(columns - 1, Math.max(0, Math.floor((point.x - left(correct)) / pitch)))
    })
  };
}
