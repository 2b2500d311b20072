import { isMatch, type ComparisonKind } from '../experiment';
import { pair } from '../lesson/pair';
import { SIGNS, type Sign } from './sign';

/** One rung of the match ladder. */
export interface Rung {
  readonly kind: ComparisonKind;
  readonly sign: Sign;
  readonly name: string;
  readonly asks: string;
  /** Whether it counts as a match; null where it decides nothing. */
  readonly matches: boolean | null;
  /** Whether the pair stands here. */
  readonly here: boolean;
}

const KINDS: readonly ComparisonKind[] = ['identical', 'equivalent', 'same-score', 'mismatch'];

/**
 * How far two runs can agree, from the strictest down to not at all, and on which rung a pair stands.
 * @param matches which rungs count as a match. @default those that do in the lesson
 */
export const ladder = (
  here: ComparisonKind,
  matches: (kind: ComparisonKind) => boolean | null = (kind) => isMatch({ kind })
): Rung[] =>
  KINDS.map((kind) => ({
    kind,
    sign: SIGNS[kind],
    ...pair.ladder.rungs[kind],
    matches: matches(kind),
    here: kind === here
  }));
