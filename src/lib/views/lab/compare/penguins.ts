import type { Feature } from '../../../experiment';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { TestPenguin } from '../../../trainer';
import type { Both } from '../../../trainer/lab';
import { predictionsOf } from '../../lesson/runs';
import { featureFirst } from '../feature-text';
import { pairFacts, penguinsById, type ComparedRuns } from './pair';

const { flipped: flippedWords, maps, penguins: words } = labWords.compare;

/** As they are written in the data. */
const DECIMALS: Readonly<Record<Feature, number>> = {
  bill_length_mm: 1,
  bill_depth_mm: 1,
  flipper_length_mm: 0,
  body_mass_g: 0
};

type Sex = TestPenguin['sex'];
type Right = keyof typeof words.right;

/** What is known of one test penguin, in words. */
export interface PenguinRow {
  readonly id: number;
  /** As people count: from 1. */
  readonly number: string;
  readonly species: string;
  readonly island: string;
  /** In the order of the table's measurement columns. */
  readonly measurements: readonly string[];
  readonly sex: string;
  readonly then: string;
  readonly later: string;
  readonly right: Right;
  readonly flipped: boolean;
}

export interface PenguinTable {
  /** Heads of the measurement columns, with their units. */
  readonly measured: readonly string[];
  readonly rows: readonly PenguinRow[];
  readonly summary: string;
}

const said = (sex: Sex | undefined): string => (sex ? words.sex[sex] : words.notTested);

function labelText(then: Sex | undefined, later: Sex | undefined): string {
  if (then && later && then !== later) {
    return fill(words.labels, { then: words.sex[then], later: words.sex[later] });
  }
  return said(then ?? later);
}

function whoIsRight(then: boolean, later: boolean): Right {
  if (then) return later ? 'both' : 'then';
  return later ? 'later' : 'neither';
}

/** All test penguins of two runs, by id; null until it is known what these were tested on. */
export function penguinTable(pair: ComparedRuns): PenguinTable | null {
  const { testSets } = pair;
  if (!testSets.then || !testSets.later) return null;
  const penguins = { then: penguinsById(testSets.then), later: penguinsById(testSets.later) };
  const answers = { then: predictionsOf(pair.then), later: predictionsOf(pair.later) };
  const features = { then: pair.then.manifest.data.features, later: pair.later.manifest.data.features };
  const columns = [...new Set([...features.then, ...features.later])];
  const flipped = new Set(pairFacts(pair).comparison.flipped);

  const measure = (id: number, column: Feature): string => {
    for (const run of ['then', 'later'] as const) {
      const value = penguins[run].get(id)?.features[features[run].indexOf(column)];
      if (value !== undefined) return value.toFixed(DECIMALS[column]);
    }
    return '';
  };

  const row = (id: number): PenguinRow => {
    const known: Both<TestPenguin | undefined> = {
      then: penguins.then.get(id),
      later: penguins.later.get(id)
    };
    const { species = '', island = '' } = known.then ?? known.later ?? {};
    const [then, later] = [answers.then.get(id), answers.later.get(id)];
    return {
      id,
      number: String(id + 1),
      species,
      island,
      measurements: columns.map((column) => measure(id, column)),
      sex: labelText(known.then?.sex, known.later?.sex),
      then: said(then),
      later: said(later),
      right: whoIsRight(
        then !== undefined && then === known.then?.sex,
        later !== undefined && later === known.later?.sex
      ),
      flipped: flipped.has(id)
    };
  };

  const ids = [...new Set([...penguins.then.keys(), ...penguins.later.keys()])].sort((a, b) => a - b);
  return {
    measured: columns.map((column) =>
      fill(words.measurement, { feature: featureFirst(column), unit: words.units[column] })
    ),
    rows: ids.map(row),
    summary: count(maps.table, ids.length)
  };
}

/** Those that the two runs classify differently; null until it is known what they were tested on. */
export function flippedTable(pair: ComparedRuns): PenguinTable | null {
  const all = penguinTable(pair);
  if (!all) return null;
  const rows = all.rows.filter(({ flipped }) => flipped);
  const rightOnes = (run: 'then' | 'later') =>
    rows.filter(({ right }) => right === run || right === 'both').length;
  const { inCommon } = pairFacts(pair);
  const none = inCommon > 0 ? flippedWords.none : flippedWords.noneInCommon;
  const summary =
    rows.length === 0
      ? none
      : count(flippedWords.summary, rows.length, {
          total: inCommon,
          then: rightOnes('then'),
          later: rightOnes('later')
        });
  return { ...all, rows, summary };
}
