import type { Causes } from './delta-debugging';

/** Another item of the same cause, which could be put back in place of one that the repair puts back. */
export interface Alternative<T> {
  readonly item: T;
  readonly other: T;
  /**
   * How a probe has shown that it repairs: with what the repair leaves in, or with everything outside of its
   * cause put back as well.
   */
  readonly shown: 'as-is' | 'rest-put-back';
}

/** What was put back in a probe, and whether it was still broken. */
interface Tried<T> {
  readonly putBack: readonly T[];
  readonly broken: boolean;
}

const same = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/**
 * What could be put back in place of an item of the repair, as far as probes have shown it. Items that break only
 * together are often repaired by any one of them: so a repair is one that is enough, and seldom the only one.
 */
export function alternatives<T>(causes: Causes<T>, tried: readonly Tried<T>[]): Alternative<T>[] {
  if (causes.kind !== 'found') return [];
  const { groups, repair, harmless, untold } = causes;
  const items = [...groups.flat(), ...harmless, ...untold];
  const isBroken = (putBack: readonly T[]) => tried.find((probe) => same(probe.putBack, putBack))?.broken;
  return repair.flatMap((item) => {
    const group = groups.find((each) => each.includes(item)) ?? [];
    return group
      .filter((other) => !repair.includes(other))
      .flatMap((other): Alternative<T>[] => {
        const asIs = isBroken(repair.map((each) => (each === item ? other : each)));
        if (asIs !== undefined) return asIs ? [] : [{ item, other, shown: 'as-is' }];
        const outside = items.filter((each) => each === other || !group.includes(each));
        return isBroken(outside) === false ? [{ item, other, shown: 'rest-put-back' }] : [];
      });
  });
}
