import { afterTest, firstRound, isOver, testsOf, type Round } from './ddmin-rounds';

/**
 * How many probes `findCauses` may still need at worst, the next one included. What it asks next depends on
 * sizes and answers only, so the worst case is found by playing the search through with the worse answer at
 * every probe. As each bound is one more than the greater of the two that may follow it, it shrinks by one
 * at least from probe to probe, and does not grow when another group begins either. It takes all that
 * `findCauses` remembers as if it had to be asked again: too high at times, too low never. For one group it
 * is quadratic (n² + 3n, say Zeller and Hildebrandt), and there can be n groups: 147 for 8 items, 499 for
 * 12. What really happens is far below, 11 for one cause among 12: the worst case takes items that mend
 * what others break, over and over.
 *
 * Beyond `MOST_EXACT` items the rounds are bounded by a formula instead: playing them through takes as many steps
 * as there are rounds of all sizes, which grows with the cube.
 */
export interface ProbeBound {
  /** Within ddmin over `among` items that are broken. */
  inGroup(among: number, round: Round): number;
  /** Before it is known whether the `among` items in no group yet are still broken. */
  beforeRest(among: number): number;
  /** With `size` items put back, of which the last `needed` that were tried cannot be left out. */
  inRepair(size: number, needed: number): number;
}

/** The most items for which every round is played through. The Lab has fewer; two environments may have hundreds. */
const MOST_EXACT = 40;

/** Per size of the group that is found in the end: the most probes until then, or −1 where none can be. */
type Longest = readonly number[];

const longestFrom = new Map<string, Longest>();

/** The most probes that ddmin may still need from a round on. The same whatever else there is to search. */
function longest(round: Round): Longest {
  const place = `${round.size} ${round.blocks} ${round.test}`;
  const known = longestFrom.get(place);
  if (known) return known;
  const found = isOver(round)
    ? Array.from({ length: round.size + 1 }, (_, size) => (size === round.size ? 0 : -1))
    : afterEither(longest(afterTest(round, true)), longest(afterTest(round, false)));
  longestFrom.set(place, found);
  return found;
}

/** One probe, and then whatever is worse. */
const afterEither = (broken: Longest, whole: Longest): Longest =>
  Array.from({ length: Math.max(broken.length, whole.length) }, (_, size) => {
    const probes = Math.max(broken[size] ?? -1, whole[size] ?? -1);
    return probes < 0 ? -1 : 1 + probes;
  });

/**
 * At least as many probes as ddmin may need from a round on, and at least one more than from any that can follow:
 * what is left of this round, all finer ones (at most 6 probes an item), and as many again for each smaller size.
 */
function atMost(round: Round): number {
  if (isOver(round)) return 0;
  const { size, blocks, test } = round;
  let probes = testsOf(blocks) - test;
  for (let finer = blocks; finer < size;) {
    finer = Math.min(size, 2 * finer);
    probes += testsOf(finer);
  }
  return probes + 3 * size * (size - 1);
}

function makeBound(total: number): ProbeBound {
  // At worst only the last item that is tried can be left out, and the rest are tried anew, down to one.
  const inRepair = (size: number, needed: number): number =>
    size <= 1 || needed === size ? 0 : size - needed + ((size - 1) * size) / 2 - 1;

  /** Per number of items that are in no group yet, from none on. */
  const rest: number[] = [];
  /** The greatest in `rest` below each place. */
  const greatest: number[] = [0];

  const inGroup = (among: number, round: Round): number =>
    total > MOST_EXACT
      ? atMost(round) + (greatest[among] ?? 0)
      : Math.max(
          ...longest(round).map((probes, size) => (probes < 0 ? 0 : probes + (rest[among - size] ?? 0)))
        );

  for (let among = 0; among <= total; among++) {
    const repair = inRepair(total - among, 0);
    const probes = among === 0 ? repair : 1 + Math.max(inGroup(among, firstRound(among)), repair);
    rest.push(probes);
    greatest.push(Math.max(greatest[among] ?? 0, probes));
  }
  return { inGroup, beforeRest: (among) => rest[among] ?? 0, inRepair };
}

const bounds = new Map<number, ProbeBound>();

/** The bound for a search among so many items. */
export function probeBound(total: number): ProbeBound {
  const bound = bounds.get(total) ?? makeBound(total);
  bounds.set(total, bound);
  return bound;
}
