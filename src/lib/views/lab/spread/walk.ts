import { entryAt } from '../../../experiment/entry-at';
import type { DotLayout, Point } from './layout';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';

type Piles = Pick<SpreadRuns, 'counts' | 'correctOf' | 'placeOf' | 'runAt' | 'dots'>;

/** The accuracies that have a pile, from the least on. */
const pilesOf = ({ counts }: Piles): number[] =>
  [...counts.entries()].flatMap(([correct, count]) => (count > 0 ? [correct] : []));

/** A run of a pile, as near to a place in it as there is one. */
const nearest = (runs: Piles, correct: number, place: number): number =>
  runs.runAt(correct, Math.min(Math.max(0, place), entryAt(runs.counts, correct) - 1));

/** The run whose dot is nearest to a point; null without dots, and far above all of them. */
export function runNear(runs: Piles, layout: DotLayout, point: Point): number | null {
  const correct = pilesOf(runs).reduce<number | null>(
    (best, pile) =>
      best === null || Math.abs(layout.x(pile) - point.x) < Math.abs(layout.x(best) - point.x) ? pile : best,
    null
  );
  if (correct === null || Math.abs(layout.x(correct) - point.x) > REACH) return null;
  const { row, column } = layout.place(correct, point);
  const run = nearest(runs, correct, row * layout.across + column);
  return layout.dot(correct, runs.placeOf(run)).y - point.y > REACH ? null : run;
}

/** How far off, in pixels, still counts as pointing at a dot. */
const REACH = 24;

/**
 * Where a key leads from a run: along the accuracies, or up and down a pile.
 * @returns null for a key that leads nowhere.
 */
export function walked(runs: Piles, run: number | null, key: string, across: number): number | null {
  const piles = pilesOf(runs);
  if (piles.length === 0) return null;
  const at = run === null ? null : runs.correctOf(run);
  const place = run === null ? 0 : runs.placeOf(run);
  const index = at === null ? -1 : piles.indexOf(at);
  const pile = (to: number) =>
    nearest(runs, entryAt(piles, Math.min(piles.length - 1, Math.max(0, to))), place);
  const within = (to: number) => nearest(runs, entryAt(piles, Math.max(0, index)), to);
  switch (key) {
    case 'ArrowRight':
      return pile(index + 1);
    case 'ArrowLeft':
      return pile(index - 1);
    case 'ArrowUp':
      return index < 0 ? within(0) : within(place + 1);
    case 'ArrowDown':
      return within(place - 1);
    case 'PageUp':
      return within(place + 10 * across);
    case 'PageDown':
      return within(place - 10 * across);
    case 'Home':
      return pile(0);
    case 'End':
      return pile(piles.length - 1);
    default:
      return null;
  }
}
