import { DIGEST_BYTES, type Manifest, type RunRecord } from '../experiment';
import { count, fill } from '../lesson';
import { pair } from '../lesson/pair';
import type { Rung } from './ladder';
import { resultView, type ResultView, type RunName } from './lesson/runs';
import type { Sign } from './sign';
import { weightCount } from './weight-count';

/** One of two runs that are judged, with what came of it. */
export interface JudgedRun {
  readonly name: RunName;
  readonly label: string;
  readonly result: ResultView;
}

/** How far two runs agree, in words first. */
export interface PairVerdictView {
  /** Null where nothing is decided. */
  readonly matches: boolean | null;
  readonly sign: Sign;
  readonly headline: string;
  readonly details: readonly string[];
  /** From the strictest agreement down to none; empty where there are no two runs to compare. */
  readonly rungs: readonly Rung[];
  readonly runs: readonly JudgedRun[];
}

/** @param differing positions of the digest bytes that differ from those of the other run. @default none */
export const judgedRun = (
  name: RunName,
  label: string,
  result: Pick<RunRecord, 'accuracy' | 'digest'>,
  differing: readonly number[] = []
): JudgedRun => ({
  name,
  label,
  result: { ...resultView(result, differing), detail: fill(pair.accuracy, result.accuracy) }
});

/** How much of the weights is the same, bit for bit. @param manifest of a run, to say how many there are. */
export function bitsText(differing: readonly number[], manifest: Manifest): string {
  if (differing.length === 0) return fill(pair.weights, { weights: weightCount(manifest) });
  return differing.length === DIGEST_BYTES ? pair.allBytes : count(pair.bytes, differing.length);
}
