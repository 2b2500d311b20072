import type { Manifest } from '../experiment';
import { isUsable, type Dataset, type UsablePenguin } from './dataset';
import { applyEdits } from './edits';
import type { Scaling } from './protocol';
import { TrainingRefused } from './refusal';
import { split } from './split';
import { fitScaling, standardise } from './standardise';

/** Rows as a model takes them. */
export interface Examples {
  readonly count: number;
  /** Two inputs a row, row by row: 2 × `count` numbers without a unit. */
  readonly inputs: Float64Array;
  /** 1 = MALE, 0 = FEMALE. */
  readonly labels: Uint8Array;
}

export interface Prepared {
  readonly training: Examples;
  readonly test: Examples;
  /** The test rows behind `test`, ascending by id. */
  readonly testPenguins: readonly UsablePenguin[];
  readonly scaling: Scaling;
}

/** The raw values of the manifest's two features, in its order. */
export const rawFeatures = (penguin: UsablePenguin, { data }: Manifest): [number, number] => [
  penguin.measurements[data.features[0]],
  penguin.measurements[data.features[1]]
];

/**
 * Turns the data into what a run trains and tests on: edited, split, standardised by the training rows.
 * @throws {TrainingRefused} when the data is not the one that the manifest names by its hash.
 */
export function prepare(manifest: Manifest, dataset: Dataset): Prepared {
  const { data, environment } = manifest;
  if (dataset.sha256 !== data.sha256) {
    throw new TrainingRefused('other-data', { sha256: data.sha256, here: dataset.sha256 });
  }
  const penguins = applyEdits('all', dataset.penguins, data.edits);
  const parts = split(penguins, isUsable, data.splitSeed, data.testSize);
  const training = applyEdits('training', parts.training, data.edits);
  const test = applyEdits('test', parts.test, data.edits);
  const scaling = fitScaling(
    training.map((penguin) => rawFeatures(penguin, manifest)),
    environment.ddof
  );
  const examples = (penguins: readonly UsablePenguin[]): Examples => ({
    count: penguins.length,
    inputs: Float64Array.from(
      penguins.flatMap((penguin) => standardise(rawFeatures(penguin, manifest), scaling))
    ),
    labels: Uint8Array.from(penguins, ({ sex }) => (sex === 'MALE' ? 1 : 0))
  });
  return { training: examples(training), test: examples(test), testPenguins: test, scaling };
}
