import { linearScale } from '../../linear-scale';
import { PERCENT_STEP as STEP, percentTicks } from '../axis';

/** Pixels. Across, all is in per cent of the width, so that the drawing fits any screen as it is. */
export const DOT = { radius: 4, pitch: 9.5, floor: 7 };

export interface Dot {
  /** Per cent of the width. */
  readonly x: number;
  /** Pixels from the top. */
  readonly y: number;
}

export interface DotAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** An axis that holds all values, from one multiple of 5 to another, with one step of air at most. */
export function dotAxis(values: readonly number[]): DotAxis {
  const from = STEP * (Math.ceil(Math.min(...values) / STEP) - 1);
  const to = STEP * (Math.floor(Math.max(...values) / STEP) + 1);
  return { domain: [from, to], ticks: percentTicks(from, to) };
}

/** Where a value stands, in per cent of the width. */
export const dotX = ({ domain }: DotAxis, value: number): number => linearScale(domain, [0, 100])(value);

/** How many dots stand in the highest pile. */
export function highestPile(values: readonly number[]): number {
  const piles = new Map<number, number>();
  for (const value of values) piles.set(value, (piles.get(value) ?? 0) + 1);
  return Math.max(0, ...piles.values());
}

/** How high a row of dots is drawn. */
export const pileHeight = (pile: number): number => DOT.floor + DOT.pitch * pile + 2;

/** One dot a value, equal ones piled up in the order in which they come. */
export function pileDots(values: readonly number[], axis: DotAxis, height: number): Dot[] {
  const piles = new Map<number, number>();
  return values.map((value) => {
    const below = piles.get(value) ?? 0;
    piles.set(value, below + 1);
    return { x: dotX(axis, value), y: height - DOT.floor - DOT.pitch * below };
  });
}
