import type { DriftId } from '../../experiment';

/** What each drift is called. What happens in real life stands in `drift-stories`. */
export const drifts: Record<DriftId, { name: string }> = {
  'library-default': { name: 'library default' },
  'rng-algorithm': { name: 'RNG algorithm' },
  'random-seed': { name: 'random seed' },
  float32: { name: 'float32' },
  'gradient-chunks': { name: 'gradients in four chunks' },
  ddof: { name: 'ddof' },
  'rows-reversed': { name: 'rows reversed' },
  'more-epochs': { name: 'code changed' }
};

/** Fields of a manifest, in words a beginner follows. */
export const fields: Record<string, string> = {
  'code.hiddenUnits': 'hidden units',
  'code.epochs': 'epochs',
  'code.batchSize': 'batch size',
  'code.learningRate': 'learning rate',
  'code.l2': 'l2',
  'code.checkpoint': 'checkpoint',
  'data.name': 'data set',
  'data.sha256': 'data hash',
  'data.features': 'features',
  'data.target': 'target',
  'data.splitSeed': 'split seed',
  'data.testSize': 'test size',
  'data.edits': 'edits of the rows',
  'environment.name': 'environment',
  'environment.seed': 'seed',
  'environment.rng': 'random numbers',
  'environment.precision': 'precision',
  'environment.gradientChunks': 'gradient chunks',
  'environment.ddof': 'ddof',
  'environment.math': 'math'
};
