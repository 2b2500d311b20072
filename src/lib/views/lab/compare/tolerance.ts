import { percent } from '../../../experiment';
import { isBroken } from '../../../experiment/lab';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { WIDEST_TOLERANCE } from '../../../machine/lab';
import { linearScale } from '../../linear-scale';
import { percentText } from '../../percent';
import { pairFacts, type ComparedRuns, type PairFacts } from './pair';

const { tolerance: words } = labWords.compare;

/** Percentage points from one setting to the next. */
export const TOLERANCE_STEP = 0.5;

/** A place on a line from 0 to 100, left to right. */
export interface Mark {
  readonly at: number;
  readonly text: string;
}

export interface ToleranceView {
  readonly points: number;
  /** Such as “2.5 points”. */
  readonly text: string;
  /** Whether the pair counts as a match under this tolerance. */
  readonly within: boolean;
  readonly verdict: string;
  /** What the tolerance hides, or would hide once it is wide enough: words before a list, and the list. */
  readonly hides: { readonly lead: string; readonly items: readonly string[] };
  /** Accuracies on a line: both runs, and what counts as a match around the first. */
  readonly line: {
    readonly band: { readonly from: number; readonly to: number };
    readonly then: Mark;
    readonly later: Mark;
    readonly ends: readonly [string, string];
  };
}

function pointsText(points: number): string {
  const rounded = Math.round(10 * points) / 10;
  return rounded === 0 && points > 0 ? words.hardly : count(words.points, rounded);
}

/** The narrowest setting under which the pair would be a match; null when there is none. */
function narrowest({ then, later }: ComparedRuns): number | null {
  for (let points = 0; points <= WIDEST_TOLERANCE; points += TOLERANCE_STEP) {
    if (!isBroken('score', then, later, points)) return points;
  }
  return null;
}

function bitsText(bytes: number): string[] {
  if (bytes === 0) return [];
  return [bytes === 32 ? words.hides.allBits : count(words.hides.bits, bytes)];
}

function hidden({ comparison, inCommon, sameTestSet, relabelled }: PairFacts): string[] {
  const { flipped, differingBytes } = comparison;
  const { hides } = words;
  return [
    ...(flipped.length > 0 ? [count(hides.flips, flipped.length, { total: inCommon })] : []),
    ...(sameTestSet ? [] : [fill(hides.tested, { n: inCommon })]),
    ...(relabelled > 0 ? [count(hides.relabelled, relabelled)] : []),
    ...bitsText(differingBytes.length)
  ];
}

function hidesView(pair: ComparedRuns, facts: PairFacts, points: number): ToleranceView['hides'] {
  const items = hidden(facts);
  const { hides } = words;
  if (!isBroken('score', pair.then, pair.later, points)) {
    if (items.length === 0) return { lead: hides.nothing, items };
    return { lead: fill(hides.now, { tolerance: pointsText(points) }), items };
  }
  const needed = narrowest(pair);
  if (needed === null) return { lead: fill(words.never, { most: pointsText(WIDEST_TOLERANCE) }), items: [] };
  return { lead: fill(hides.from, { tolerance: pointsText(needed) }), items };
}

function lineView({ then, later }: ComparedRuns, points: number): ToleranceView['line'] {
  const [first, second] = [percent(then.accuracy), percent(later.accuracy)];
  const low = Math.max(0, Math.min(first - WIDEST_TOLERANCE, second));
  const high = Math.min(100, Math.max(first + WIDEST_TOLERANCE, second));
  const across = linearScale([low, high], [0, 100]);
  return {
    band: { from: across(Math.max(low, first - points)), to: across(Math.min(high, first + points)) },
    then: { at: across(first), text: percentText(then) },
    later: { at: across(second), text: percentText(later) },
    ends: [`${Math.round(low)}%`, `${Math.round(high)}%`]
  };
}

/**
 * What comes of taking accuracies that are nearly equal for a match.
 * @param points how far apart they may be, in percentage points.
 */
export function toleranceView(pair: ComparedRuns, points: number): ToleranceView {
  const facts = pairFacts(pair);
  const within = !isBroken('score', pair.then, pair.later, points);
  const verdict = within
    ? isBroken('score', pair.then, pair.later)
      ? words.within
      : words.equal
    : words.beyond;
  return {
    points,
    text: pointsText(points),
    within,
    verdict: fill(verdict, { apart: pointsText(facts.apart) }),
    hides: hidesView(pair, facts, points),
    line: lineView(pair, points)
  };
}
