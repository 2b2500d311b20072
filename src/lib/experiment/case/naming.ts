import { searchAfter } from '../delta-debugging';

/** What a try has shown: whether it was still broken with only these left in. Undefined where nobody has tried. */
export type Known<T> = (left: readonly T[]) => boolean | undefined;

/**
 * How the naming of some differences as the causes stands.
 *
 * `open`: what is left in for the next try that it needs. `refuted`: tries speak against it. By `rest`: with everything
 * named put back it is still broken. By `alone`: the one item breaks nothing with all else put back, and there is no other
 * with which it could. By `together`: these break nothing, neither one by one nor all at once. By `spare`: those with
 * which these could break do it without them. `left` is what was left in for the try that tells. `shown`: tries prove it.
 */
export type Naming<T> =
  | { readonly kind: 'open'; readonly left: readonly T[] }
  | {
      readonly kind: 'refuted';
      readonly by: 'rest' | 'alone' | 'together' | 'spare';
      readonly items: readonly T[];
      readonly left: readonly T[];
    }
  | { readonly kind: 'shown'; readonly causes: readonly (readonly T[])[] };

/**
 * Whether tries prove that the named items are the causes: with all of them put back nothing is broken, and each one
 * left in by itself breaks it; or, of those that do not by themselves, some do together and do not without any one of
 * them. Half of a pair that matters only together is so never taken for the whole.
 *
 * @param items everything that differs.
 * @param named some of them, at least one.
 */
export function judgeNaming<T>(items: readonly T[], named: readonly T[], known: Known<T>): Naming<T> {
  let missing: Naming<T> | null = null;
  const ask = (left: readonly T[]): boolean | undefined => {
    // The runs that a case begins with.
    if (left.length === 0) return false;
    if (left.length === items.length) return true;
    const answer = known(left);
    if (answer === undefined) missing ??= { kind: 'open', left };
    return answer;
  };

  const rest = items.filter((item) => !named.includes(item));
  if (ask(rest) === true) return { kind: 'refuted', by: 'rest', items: rest, left: rest };
  const alone = named.map((item) => ({ item, breaks: ask([item]) }));
  const single = alone.filter(({ breaks }) => breaks === true).map(({ item }) => [item]);
  const others = alone.filter(({ breaks }) => breaks === false).map(({ item }) => item);
  if (alone.some(({ breaks }) => breaks === undefined)) return missing!;
  const groups = groupsAmong(others, ask);
  if (groups.kind === 'refuted') return groups;
  return missing ?? groupsWith(single, groups);
}

const groupsWith = <T>(single: readonly (readonly T[])[], groups: Naming<T>): Naming<T> =>
  groups.kind === 'shown' ? { kind: 'shown', causes: [...single, ...groups.causes] } : groups;

/** The causes that items form which break nothing one by one. */
function groupsAmong<T>(items: readonly T[], ask: Known<T>): Naming<T> {
  if (items.length === 0) return { kind: 'shown', causes: [] };
  if (items.length === 1) return { kind: 'refuted', by: 'alone', items, left: items };
  const answers: boolean[] = [];
  for (;;) {
    const search = searchAfter(items, answers);
    if (search.done) {
      const { causes } = search;
      if (causes.kind !== 'found') return { kind: 'refuted', by: 'together', items, left: items };
      const { groups, harmless } = causes;
      return harmless.length === 0
        ? { kind: 'shown', causes: groups }
        : { kind: 'refuted', by: 'spare', items: harmless, left: groups.flat() };
    }
    const { applied } = search.probe;
    const answer = ask(applied);
    if (answer === undefined) return { kind: 'open', left: applied };
    answers.push(answer);
  }
}

/**
 * How few tries prove the causes, for whoever names them at once: the runs that a case begins with are given.
 * @param causes of which no two share an item.
 */
export function floorOf<T>(items: readonly T[], causes: readonly (readonly T[])[]): number {
  const tried: (readonly T[])[] = [];
  const breaks = (left: readonly T[]) => causes.some((cause) => cause.every((item) => left.includes(item)));
  const isSame = (one: readonly T[], other: readonly T[]) =>
    one.length === other.length && one.every((item) => other.includes(item));
  for (;;) {
    const naming = judgeNaming(items, causes.flat(), (left) =>
      tried.some((other) => isSame(left, other)) ? breaks(left) : undefined
    );
    if (naming.kind !== 'open') return tried.length;
    tried.push(naming.left);
  }
}

/** The two runs that a case begins with: delta debugging trains them too, and whoever solves the case has them. */
const GIVEN = 2;

/** What delta debugging took beyond the runs that are given. @param probes all of its trainings. */
export const parOf = (probes: number): number => probes - GIVEN;
