import { findCauses, searchAfter, type OpenCauses, type Outcome, type Probe } from '$lib/experiment/lab';

/** Whether something is broken with these items applied, and all others put back; or that it cannot be told. */
export type Breaks<T> = (applied: readonly T[]) => Outcome;

export interface Searched<T> {
  readonly causes: OpenCauses<T>;
  readonly probes: readonly Probe<T>[];
  readonly answers: readonly Outcome[];
}

/** Has `findCauses` ask until it knows. */
export function search<T>(items: readonly T[], breaks: Breaks<T>): Searched<T> {
  const probes: Probe<T>[] = [];
  const answers: Outcome[] = [];
  const causes = findCauses(items);
  let step = causes.next();
  while (!step.done) {
    const answer = breaks(step.value.applied);
    probes.push(step.value);
    answers.push(answer);
    step = causes.next(answer);
  }
  return { causes: step.value, probes, answers };
}

const without = <T>(items: readonly T[], removed: readonly T[]): T[] =>
  items.filter((item) => !removed.includes(item));

const eachWithoutOne = <T>(items: readonly T[]): T[][] => items.map((item) => without(items, [item]));

/** Which laws a search violates: what it says must be true, and known from what it has asked. */
export function violations<T>(items: readonly T[], breaks: Breaks<T>): string[] {
  const { causes, probes, answers } = search(items, breaks);
  const found: string[] = [];
  const law = (holds: boolean, words: string): void => {
    if (!holds) found.push(words);
  };
  const key = (some: readonly T[]): string =>
    some
      .map((item) => items.indexOf(item))
      .sort((a, b) => a - b)
      .join();
  const asked = new Map(probes.map(({ applied }, index) => [key(applied), answers[index]]));
  const saw = (applied: readonly T[], broken: Outcome, words: string): void => {
    law(breaks(applied) === broken, `it is not true that ${words}`);
    law(asked.get(key(applied)) === broken, `nobody has asked whether ${words}`);
  };

  law(asked.size === probes.length, 'a subset is asked about twice');
  law(causes.probes === probes.length, 'the probes are miscounted');
  for (const [index, { applied, putBack, suspects, remaining }] of probes.entries()) {
    law(key([...applied, ...putBack]) === key(items), 'what is put back is not what is not applied');
    law(key(applied) === applied.map((item) => items.indexOf(item)).join(), 'a subset is out of order');
    law(
      suspects.every((item) => items.includes(item)),
      'a suspect is no item'
    );
    law(remaining >= probes.length - index, 'the bound is too low');
    law(index === 0 || remaining < (probes[index - 1]?.remaining ?? 0), 'the bound does not shrink');
  }

  if (causes.kind === 'unbroken') {
    saw(items, false, 'everything passes');
    return found;
  }
  if (causes.kind === 'untold') {
    saw(causes.applied === 'everything' ? items : [], 'unresolved', `nobody can tell of ${causes.applied}`);
    return found;
  }
  saw(items, true, 'everything breaks');
  if (causes.kind === 'always-broken') {
    saw([], true, 'nothing breaks');
    return found;
  }
  saw([], false, 'nothing passes');

  const sawUnbroken = (applied: readonly T[], words: string): void => {
    law(breaks(applied) !== true, `it is not true that ${words}`);
    law(asked.has(key(applied)), `nobody has asked whether ${words}`);
  };
  const { groups, repair, isProven, harmless, untold } = causes;
  law(key([...groups.flat(), ...harmless, ...untold]) === key(items), 'an item is in two groups, or nowhere');
  for (const group of groups) {
    saw(group, true, 'a group breaks');
    for (const rest of eachWithoutOne(group)) sawUnbroken(rest, 'a group without one of its items passes');
  }
  if (untold.length > 0) saw(untold, 'unresolved', 'nobody can tell of the rest');
  else saw(harmless, false, 'the harmless ones pass');
  saw(without(items, repair), isProven ? false : 'unresolved', 'the repair repairs');
  for (const part of eachWithoutOne(repair)) {
    const left = without(items, part);
    law(breaks(left) !== false, 'the repair without one of its items repairs');
    law(asked.has(key(left)), 'nobody has asked of the repair without one of its items');
  }
  const isAllTold = answers.every((answer) => answer !== 'unresolved');
  law(!isAllTold || (isProven && untold.length === 0), 'something is not known though all was told');
  law(
    repair.every((item) => !harmless.includes(item) && !untold.includes(item)),
    'something harmless is put back'
  );

  for (const index of [0, answers.length >> 1, answers.length]) {
    const { done, ...at } = searchAfter(items, answers.slice(0, index));
    const expected = index < probes.length ? { probe: probes[index] } : { causes };
    law(done === index >= probes.length, 'a replay ends elsewhere');
    law(JSON.stringify(at) === JSON.stringify(expected), 'a replay leads elsewhere');
  }
  return found;
}
