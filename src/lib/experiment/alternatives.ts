import type { Causes } from './delta-debugging';

/** Another item of the same cause, which could be put back in place of one that the repair puts back. */
export interface Alternative<T> {
  readonly item: T;
  readonly other: T;
  /** Whether a probe has shown that it repairs; if not, nobody has tried. */
  readonly isKnown: boolean;
}

/** What was put back in a probe, and whether it was still broken. */
interface Tried<T> {
  readonly putBack: readonly T[];
  readonly broken: boolean;
}

const same = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/**
 * What might be put back in place of an item of the repair. Items that break only together are often repaired by
 * any one of them: so a repair is one that is enough, and seldom the only one.
 */
export function alternatives<T>(causes: Causes<T>, tried: readonly Tried<T>[]): Alternative<T>[] {
  if (causes.kind !== 'found') return [];
  const { groups, repair } = causes;
  return repair.flatMap((item) => {
    const others = groups.find((group) => group.includes(item)) ?? [];
    return others
      .filter((other) => !repair.includes(other))
      .flatMap((other) => {
        const swapped = repair.map((each) => (each === item ? other : each));
        const probe = tried.find(({ putBack }) => same(putBack, swapped));
        return probe?.broken ? [] : [{ item, other, isKnown: probe !== undefined }];
      });
  });
}
