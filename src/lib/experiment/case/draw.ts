import { CATALOGUE, PAIR, type CatalogueId } from '../catalogue';
import { conflicting } from '../conflicting';

/**
 * One cause of three differences · one of six · two causes · two that matter only together · two that hide each other ·
 * any of the first three kinds, with differences that have letters for names.
 */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const;
export type Level = (typeof LEVELS)[number];

/** Levels on which nobody tells what the differences are. */
export const isUnnamed = (level: Level): boolean => level === 6;

/** A whole number from 0 to before `n`, each as likely: where chance comes from is for whoever draws to say. */
export type Chance = (n: number) => number;

type Ids = readonly CatalogueId[];

/** What was drawn. */
export interface Draw {
  /** The causes: each breaks by itself, and does not when any one of its drifts is left out. */
  readonly causes: readonly Ids[];
  /** Everything that differs, in the order in which it is laid out. */
  readonly drifts: Ids;
}

/** They change no result. */
const HARMLESS: Ids = CATALOGUE.filter(({ harmless }) => harmless).map(({ id }) => id);

/** They change bits and no answer. `platform-math` does so too, but not alike in every browser. */
const QUIET: Ids = [
  'rate-rounded-down',
  'batches-of-17',
  'rows-swapped',
  'float32',
  'gradient-chunks-2',
  'gradient-chunks',
  'gradient-chunks-8',
  'ddof'
];

/** They change answers and not the score: whoever goes by single penguins suspects them. */
const DECOYS: Ids = ['one-epoch-less', 'rows-reversed'];

/** Each changes the score, whatever else of a case's differences is there; so do any two of them. */
const STURDY: Ids = [
  'more-epochs',
  'learning-rate',
  'hidden-units',
  'best-on-test',
  'training-labels-flipped',
  'test-labels-corrected',
  'split-seed',
  'library-default'
];

/** Each changes the score. */
const ALONE: Ids = [
  ...STURDY,
  'learning-rate-5',
  'batch-size',
  'row-duplicated',
  'dot-as-female',
  'library-default-small',
  'rng-algorithm',
  'rng-mt19937',
  'random-seed'
];

/** Two that change the score only together. */
const TOGETHER: readonly Ids[] = [PAIR, ['one-epoch-less', 'rows-reversed']];

/** Two that each change the score, while with both of them it is what it was. */
const HIDING: readonly Ids[] = [
  ['more-epochs', 'rng-algorithm'],
  ['more-epochs', 'rng-mt19937'],
  ['learning-rate', 'dot-as-female'],
  ['dot-as-female', 'rng-mt19937'],
  ['training-labels-flipped', 'rng-algorithm']
];

/**
 * Drifts that are not drawn together, because some of them make up by chance for what others do: then the causes would
 * be others than those that were drawn. Found by training every set that can be drawn, and a test holds it.
 */
const APART: readonly Ids[] = [
  ['batch-size', 'one-epoch-less', 'rate-rounded-down'],
  ['row-duplicated', 'batches-of-17'],
  ['dot-as-female', 'batches-of-17'],
  ['dot-as-female', 'rows-reversed'],
  ['library-default-small', 'batches-of-17'],
  ['library-default-small', 'one-epoch-less'],
  ['library-default-small', 'rows-reversed'],
  ['rng-algorithm', 'one-epoch-less'],
  ['rng-mt19937', 'batches-of-17'],
  ['rng-mt19937', 'rate-rounded-down', 'rows-swapped'],
  ['random-seed', 'rows-swapped'],
  ['random-seed', 'rows-reversed'],
  ['random-seed', 'one-epoch-less', 'batches-of-17'],
  // two causes
  ['learning-rate', 'best-on-test', 'rows-reversed'],
  ['test-labels-corrected', 'split-seed'],
  // two that matter only together
  ['rate-rounded-down', 'batches-of-17', 'one-epoch-less'],
  ['rate-rounded-down', 'batches-of-17', 'rows-reversed'],
  ['batches-of-17', 'rows-swapped', 'ddof'],
  // two that hide each other
  ['more-epochs', 'rng-algorithm', 'rate-rounded-down'],
  ['more-epochs', 'rng-mt19937', 'rows-swapped'],
  ['more-epochs', 'rng-mt19937', 'rate-rounded-down', 'ddof'],
  ['dot-as-female', 'rng-mt19937', 'rate-rounded-down'],
  ['dot-as-female', 'rng-mt19937', 'ddof']
];

const hasAll = (ids: Ids, some: Ids): boolean => some.every((id) => ids.includes(id));

const driftOf = (id: CatalogueId) => CATALOGUE.find((entry) => entry.id === id)!;

const fits = (ids: Ids): boolean =>
  !APART.some((some) => hasAll(ids, some)) &&
  ids.every((one, at) => ids.slice(at + 1).every((other) => !conflicting(driftOf(one), driftOf(other))));

const oneOf = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)]!;

/** In an order that chance has made: Fisher–Yates. */
function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = chance(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

const someOf = <T>(list: readonly T[], n: number, chance: Chance): T[] => shuffled(list, chance).slice(0, n);

const single = (id: CatalogueId): Ids => [id];

/** The causes of a level, and how many differences that change something, and that change nothing, are beside them. */
function kindOf(
  level: Level,
  chance: Chance
): { causes: readonly Ids[]; beside: Ids; most: number; idle: number } {
  const beside = [...QUIET, ...DECOYS];
  switch (level) {
    case 1:
      return { causes: [single(oneOf(ALONE, chance))], beside, most: 1, idle: 1 };
    case 2:
      return { causes: [single(oneOf(ALONE, chance))], beside, most: 2, idle: 3 };
    case 3:
      return { causes: someOf(STURDY, 2, chance).map(single), beside, most: 2, idle: 2 };
    case 4:
      return { causes: [oneOf(TOGETHER, chance)], beside, most: 2, idle: 2 };
    case 5:
      // Answers count here, and decoys change answers.
      return { causes: oneOf(HIDING, chance).map(single), beside: QUIET, most: 2, idle: 2 };
    case 6:
      return kindOf(oneOf([2, 3, 4], chance), chance);
  }
}

/**
 * Draws what differs in a case. The same chance draws the same case, in every browser: whatever a level promises of it
 * holds for every one that can be drawn.
 */
export function drawCase(level: Level, chance: Chance): Draw {
  for (;;) {
    const { causes, beside, most, idle } = kindOf(level, chance);
    const broken = causes.flat();
    const others = someOf(
      beside.filter((id) => !broken.includes(id)),
      most,
      chance
    );
    const working = [...broken, ...others];
    const isMixed = TOGETHER.some((pair) => hasAll(working, pair) && !hasAll(broken, pair));
    if (isMixed || !fits(working)) continue;
    const drifts = shuffled([...working, ...someOf(HARMLESS, idle, chance)], chance);
    const order = CATALOGUE.map(({ id }) => id);
    // Letters stand for them in an order of their own, names in the order of a manifest.
    return { causes, drifts: isUnnamed(level) ? drifts : order.filter((id) => drifts.includes(id)) };
  }
}
