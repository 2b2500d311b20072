import type { Digest, Feature } from '../experiment';
import { digestOf } from './sha256';

/** One row of the data as it stands in the file; what was not recorded is null. */
export interface Penguin {
  /** Row number, from 0. */
  readonly id: number;
  readonly species: string;
  readonly island: string;
  /** Millimetres, and grams for the mass. */
  readonly measurements: Readonly<Record<Feature, number | null>>;
  /** As recorded: MALE, FEMALE, once a mere dot, or nothing. */
  readonly sex: string | null;
}

/** A row that a model can learn from: fully measured, and of known sex. */
export interface UsablePenguin extends Penguin {
  readonly measurements: Readonly<Record<Feature, number>>;
  readonly sex: 'MALE' | 'FEMALE';
}

export interface Dataset {
  /** SHA-256 of the text that was parsed, in UTF-8. */
  readonly sha256: Digest;
  readonly penguins: readonly Penguin[];
}

const HEADER = 'species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex';

const measurement = (text: string, line: number): number | null => {
  if (text === '') return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new TypeError(`Line ${line} of the data has ${JSON.stringify(text)} where a number belongs.`);
};

type Cells = [string, string, string, string, string, string, string];

const isWhole = (cells: string[]): cells is Cells => cells.length === 7;

const parseRow = (row: string, id: number): Penguin => {
  const line = id + 2; // the header is line 1
  const cells = row.split(',');
  if (!isWhole(cells))
    throw new TypeError(`Line ${line} of the data has ${(cells as string[]).length} cells, not 7.`);
  const [species, island, billLength, billDepth, flipperLength, mass, sex] = cells;
  return {
    id,
    species,
    island,
    measurements: {
      bill_length_mm: measurement(billLength, line),
      bill_depth_mm: measurement(billDepth, line),
      flipper_length_mm: measurement(flipperLength, line),
      body_mass_g: measurement(mass, line)
    },
    sex: sex === '' ? null : sex
  };
};

/**
 * Reads the text of `penguins.csv`. Its cells hold no quotes or commas, so splitting is all it takes.
 * @throws {TypeError} when the header, a row's cells or a number are not as expected.
 */
export function parseDataset(csv: string): Dataset {
  const [header, ...rows] = csv.trimEnd().split('\n');
  if (header !== HEADER)
    throw new TypeError(`The data begins with ${JSON.stringify(header)}, not its header.`);
  return { sha256: digestOf(new TextEncoder().encode(csv)), penguins: rows.map(parseRow) };
}

export const isUsable = (penguin: Penguin): penguin is UsablePenguin =>
  (penguin.sex === 'MALE' || penguin.sex === 'FEMALE') &&
  Object.values(penguin.measurements).every((value) => value !== null);
