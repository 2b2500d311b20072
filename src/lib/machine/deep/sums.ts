import { exactSum } from '../../experiment/lab';
import { chunkLength } from '../../trainer/lab';

/** One addition of two float64, with what it gave. */
export interface Addition {
  readonly left: number;
  readonly right: number;
  readonly result: number;
}

/** The additions that sum some numbers in a row, from 0 on. */
function inARow(values: readonly number[]): Addition[] {
  let left = 0;
  return values.map((right) => {
    const addition = { left, right, result: left + right };
    left = addition.result;
    return addition;
  });
}

export const totalOf = (additions: readonly Addition[]): number => additions.at(-1)?.result ?? 0;

/** The additions by which the trainer sums numbers in so many chunks: each chunk by itself, then the chunks. */
export function additionsOf(values: readonly number[], chunks: number): Addition[] {
  if (chunks === 1) return inARow(values);
  const length = chunkLength(values.length, chunks);
  const parts: Addition[][] = [];
  for (let from = 0; from < values.length; from += length)
    parts.push(inARow(values.slice(from, from + length)));
  return [...parts.flat(), ...inARow(parts.map(totalOf))];
}

/** The first addition whose exact sum is no float64; null where none had to be rounded. */
export const firstRounded = (additions: readonly Addition[]): Addition | null =>
  additions.find(({ left, right }) => exactSum(left, right).dropped !== '') ?? null;
