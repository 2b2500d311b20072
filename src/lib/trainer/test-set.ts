import type { Manifest } from '../experiment';
import type { Dataset } from './dataset';
import { prepare, rawFeatures } from './prepare';
import type { TestSet } from './protocol';

/**
 * The penguins that a manifest's runs are tested on, without training.
 * @throws {TrainingRefused} when the data is not the one that the manifest names by its hash.
 */
export function describeTestSet(manifest: Manifest, dataset: Dataset): TestSet {
  const { testPenguins, training, scaling } = prepare(manifest, dataset);
  return {
    penguins: testPenguins.map((penguin) => ({
      id: penguin.id,
      species: penguin.species,
      island: penguin.island,
      features: rawFeatures(penguin, manifest),
      sex: penguin.sex
    })),
    trainingRows: training.count,
    scaling
  };
}
