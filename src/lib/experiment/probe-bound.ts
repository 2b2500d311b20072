import { afterTest, firstRound, isOver, type Round } from './ddmin-rounds';

/**
 * How many probes `findCauses` may still need at worst, the next one included. What it asks next depends on
 * sizes and answers only, so the worst case is found by playing the search through with the worse answer at
 * every probe. As each bound is one more than the greater of the two that may follow it, it shrinks by one
 * at least from probe to probe, and does not grow when another group begins either. It takes all that
 * `findCauses` remembers as if it had to be asked again: too high at times, too low never. For one group it
 * is quadratic (n² + 3n, say Zeller and Hildebrandt), and there can be n groups: 147 for 8 items, 499 for
 * 12. What really happens is far below, 11 for one cause among 12: the worst case takes items that mend
 * what others break, over and over.
 */
export interface ProbeBound {
  /** Within ddmin over `among` items that are broken. */
  inGroup(among: number, round: Round): number;
  /** Before it is known whether the `among` items in no group yet are still broken. */
  beforeRest(among: number): number;
  /** With `size` items put back, of which the last `needed` that were tried cannot be left out. */
  inRepair(size: number, needed: number): number;
}

function makeBound(total: number): ProbeBound {
  const known = new Map<string, number>();
  /** One probe, and then whatever is worse. */
  const probe = (place: string, ifBroken: () => number, ifNot: () => number): number => {
    const bound = known.get(place) ?? 1 + Math.max(ifBroken(), ifNot());
    known.set(place, bound);
    return bound;
  };

  const bound: ProbeBound = {
    inGroup: (among, round) =>
      isOver(round)
        ? bound.beforeRest(among - round.size)
        : probe(
            `group ${among} ${round.size} ${round.blocks} ${round.test}`,
            () => bound.inGroup(among, afterTest(round, true)),
            () => bound.inGroup(among, afterTest(round, false))
          ),
    beforeRest: (among) =>
      among === 0
        ? bound.inRepair(total, 0)
        : probe(
            `rest ${among}`,
            () => bound.inGroup(among, firstRound(among)),
            () => bound.inRepair(total - among, 0)
          ),
    inRepair: (size, needed) =>
      size <= 1 || needed === size
        ? 0
        : probe(
            `repair ${size} ${needed}`,
            () => bound.inRepair(size, needed + 1),
            () => bound.inRepair(size - 1, 0)
          )
  };
  return bound;
}

const bounds = new Map<number, ProbeBound>();

/** The bound for a search among so many items. */
export function probeBound(total: number): ProbeBound {
  const bound = bounds.get(total) ?? makeBound(total);
  bounds.set(total, bound);
  return bound;
}
