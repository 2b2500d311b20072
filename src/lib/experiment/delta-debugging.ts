import { afterTest, firstRound, isOver, testedPart, type Round } from './ddmin-rounds';
import { probeBound } from './probe-bound';

/**
 * What a test says: whether it is broken, or that it could not be told, as where a mixture of two environments
 * does not install. The third answer is the “unresolved” of Zeller and Hildebrandt.
 */
export type Outcome = boolean | 'unresolved';

interface DdminTest<T> {
  readonly applied: readonly T[];
  /** Those that the search has come down to: known to break together. */
  readonly suspects: readonly T[];
  readonly round: Round;
}

/**
 * The minimizing delta debugging of A. Zeller and R. Hildebrandt, “Simplifying and Isolating Failure-Inducing
 * Input”, IEEE Transactions on Software Engineering 28(2), 2002, as a generator: it yields the items to
 * apply, is told whether they break, and may yield the same ones again. A test that could not be told leads where
 * one that passes does: to other parts, and finer ones.
 *
 * @param items break when they are all applied; none of them applied do not.
 * @returns items that break, and are not known to when any single one of them is left out (“1-minimal”).
 */
export function* ddmin<T>(items: readonly T[]): Generator<DdminTest<T>, readonly T[], Outcome> {
  let suspects = items;
  let round = firstRound(items.length);
  while (!isOver(round)) {
    const { start, end, leftOut } = testedPart(round);
    const applied = leftOut
      ? [...suspects.slice(0, start), ...suspects.slice(end)]
      : suspects.slice(start, end);
    const broken = (yield { applied, suspects, round }) === true;
    if (broken) suspects = applied;
    round = afterTest(round, broken);
  }
  return suspects;
}

/**
 * What a probe is for: `check` that everything breaks and nothing does not; narrow down a `group`, or learn
 * whether there is another one besides; find a `repair` of which no item can be left out.
 */
export type ProbePhase = 'check' | 'group' | 'repair';

/** A question: with these items applied and those put back, is it still broken? */
export interface Probe<T> {
  readonly phase: ProbePhase;
  readonly applied: readonly T[];
  readonly putBack: readonly T[];
  /**
   * What the phase has come down to: in a group, what is known to hold a cause; in the repair, what is known
   * to be enough to put back; all that is in no group yet otherwise.
   */
  readonly suspects: readonly T[];
  /** The groups that were found so far: causes that break by themselves. */
  readonly found: readonly (readonly T[])[];
  /** How many probes there can be at worst from here on, this one included; less from probe to probe. */
  readonly remaining: number;
}

export type Causes<T> =
  /** With everything applied, nothing is broken. */
  | { readonly kind: 'unbroken'; readonly probes: number }
  /** It is broken with nothing applied: whatever the cause is, it is not among the items. */
  | { readonly kind: 'always-broken'; readonly probes: number }
  | {
      readonly kind: 'found';
      /** Each breaks by itself, and is not known to when any one of its items is left out. No two share an item. */
      readonly groups: readonly (readonly T[])[];
      /** Put back, nothing is broken any more, if `isProven`; with any one of them left out, that is not known. */
      readonly repair: readonly T[];
      /** Whether a probe has shown that the repair repairs: always, where every probe could be told. */
      readonly isProven: boolean;
      /** In no group: with every group put back, these do not break. */
      readonly harmless: readonly T[];
      /** In no group either, but with every group put back it could not be told whether these break. */
      readonly untold: readonly T[];
      readonly probes: number;
    };

/** The same, where answers may be missing. */
export type OpenCauses<T> =
  | Causes<T>
  /** With everything applied, or with nothing, it cannot be told: there is nothing to search between. */
  | { readonly kind: 'untold'; readonly applied: 'everything' | 'nothing'; readonly probes: number };

function without<T>(items: readonly T[], removed: readonly T[]): T[] {
  const gone = new Set(removed);
  return items.filter((item) => !gone.has(item));
}

/**
 * Finds which items break something: group after group with ddmin, each with the earlier ones put back,
 * and then what has to be put back. No subset is asked about twice. What comes first among the items is tried first.
 *
 * Where adding items never mends anything and the causes have no item in common, the groups are exactly
 * those causes. Otherwise all that is said of `Causes` still holds, though other groups might do as well. Where answers
 * are missing (`unresolved`), groups and repair are larger than they might be, and `Causes` says what is not known.
 *
 * @param items all different.
 */
export function* findCauses<T>(items: readonly T[]): Generator<Probe<T>, OpenCauses<T>, Outcome> {
  const bound = probeBound(items.length);
  const answers = new Map<string, Outcome>();
  const groups: (readonly T[])[] = [];
  const place = new Map(items.map((item, index) => [item, index]));
  /** How many subsets there are, of which none is asked about twice. */
  const subsets = items.length < 31 ? 1 << items.length : Infinity;

  function* tell(
    phase: ProbePhase,
    applied: readonly T[],
    suspects: readonly T[],
    atWorst: number
  ): Generator<Probe<T>, Outcome, Outcome> {
    const key = applied.map((item) => place.get(item)).join();
    const known = answers.get(key);
    if (known !== undefined) return known;
    const remaining = Math.min(atWorst, subsets - answers.size);
    const found = [...groups];
    const answer = yield { phase, applied, putBack: without(items, applied), suspects, found, remaining };
    answers.set(key, answer);
    return answer;
  }

  const inOrder = (some: readonly T[]): T[] => {
    const kept = new Set(some);
    return items.filter((item) => kept.has(item));
  };

  function* group(among: readonly T[]): Generator<Probe<T>, readonly T[], Outcome> {
    const search = ddmin(among);
    let step = search.next();
    while (!step.done) {
      const { applied, suspects, round } = step.value;
      const atWorst = bound.inGroup(among.length, round);
      step = search.next(yield* tell('group', applied, suspects, atWorst));
    }
    return step.value;
  }

  /** ddmin at its finest, seen from the other side: leaves out one after the other of what is put back. */
  function* repairWithin(suspects: readonly T[]): Generator<Probe<T>, readonly T[], Outcome> {
    let putBack = suspects;
    let needed = 0;
    while (putBack.length > 1 && needed < putBack.length) {
      const fewer = putBack.slice(0, -1);
      const atWorst = bound.inRepair(putBack.length, needed);
      const repairs = (yield* tell('repair', without(items, fewer), inOrder(putBack), atWorst)) === false;
      putBack = repairs ? fewer : [...putBack.slice(-1), ...fewer];
      needed = repairs ? 0 : needed + 1;
    }
    return inOrder(putBack);
  }

  const search = bound.inGroup(items.length, firstRound(items.length));
  const everything = yield* tell('check', items, items, search + 2);
  if (everything === false) return { kind: 'unbroken', probes: answers.size };
  if (everything === 'unresolved') return { kind: 'untold', applied: 'everything', probes: answers.size };
  const nothing = yield* tell('check', [], items, search + 1);
  if (nothing === true) return { kind: 'always-broken', probes: answers.size };
  if (nothing === 'unresolved') return { kind: 'untold', applied: 'nothing', probes: answers.size };

  let rest = items;
  let isRestBroken: Outcome;
  do {
    const found = yield* group(rest);
    groups.push(found);
    rest = without(rest, found);
    isRestBroken = yield* tell('group', rest, rest, bound.beforeRest(rest.length));
  } while (isRestBroken === true);

  const repair = yield* repairWithin(without(items, rest));
  return {
    kind: 'found',
    groups,
    repair,
    isProven: isRestBroken === false || repair.length + rest.length < items.length,
    harmless: isRestBroken === false ? rest : [],
    untold: isRestBroken === false ? [] : rest,
    probes: answers.size
  };
}

/** Where a search stands: at its next question, or at its end. */
export type Search<T, C = Causes<T>> =
  { readonly done: false; readonly probe: Probe<T> } | { readonly done: true; readonly causes: C };

/**
 * Where `findCauses` stands after these answers. Unlike a generator, items and answers can be kept and sent.
 * @param answers what was told, probe by probe; any beyond the end are ignored.
 */
export function searchAfter<T>(items: readonly T[], answers: readonly boolean[]): Search<T>;
export function searchAfter<T>(items: readonly T[], answers: readonly Outcome[]): Search<T, OpenCauses<T>>;
export function searchAfter<T>(items: readonly T[], answers: readonly Outcome[]): Search<T, OpenCauses<T>> {
  return searchThrough(items, answers).search;
}

/** The same, with each probe that was answered on the way. */
export function searchThrough<T>(
  items: readonly T[],
  answers: readonly Outcome[]
): { readonly asked: readonly Probe<T>[]; readonly search: Search<T, OpenCauses<T>> } {
  const asked: Probe<T>[] = [];
  const search = findCauses(items);
  let step = search.next();
  for (const answer of answers) {
    if (step.done) break;
    asked.push(step.value);
    step = search.next(answer);
  }
  return {
    asked,
    search: step.done ? { done: true, causes: step.value } : { done: false, probe: step.value }
  };
}
