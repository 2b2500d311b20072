import { ticks } from 'd3-array';

/** A word on an axis. */
export interface Tick {
  /** Where, in units of the drawing. */
  readonly at: number;
  readonly text: string;
}

/** From word to word, pixels. */
const ROOM = 44;
/** D3 takes a number of ticks for a wish, and may give this many times as many. */
const TOO_MANY = Math.sqrt(10) / 2;

/**
 * Round whole numbers for an axis, as densely as their words fit.
 * @param at where a number stands, in pixels.
 */
export function wholeTicks([from, to]: readonly [number, number], at: (value: number) => number): number[] {
  const wanted = (at(to) - at(from)) / (ROOM * TOO_MANY);
  return ticks(from, to, Math.max(1, wanted)).filter(Number.isInteger);
}

/** What percentages are counted in on an axis. */
export const PERCENT_STEP = 5;

/** Ticks from one multiple of 5 to another: each of them, or every other where they are many. */
export function percentTicks(from: number, to: number): number[] {
  const steps = (to - from) / PERCENT_STEP;
  return ticks(from, to, steps > 10 ? steps / 2 : steps);
}

/** The powers of ten within a span, for an axis on which each is ten times the one before. */
export function powerTicks([from, to]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(from));
  const last = Math.floor(Math.log10(to));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}
