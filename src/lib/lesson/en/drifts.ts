import type { DriftId } from '../../experiment';

/** What each drift is called, and what happens in real life. */
export const drifts: Record<DriftId, { name: string; story: string }> = {
  'library-default': {
    name: 'library default',
    story:
      'The code never names l2 (weight decay), so the library decides. An upgrade moved its default from 0 to 0.01.'
  },
  'rng-algorithm': {
    name: 'RNG algorithm',
    story: 'The library now draws its random numbers with PCG32. The seed is the same, its numbers are not.'
  },
  'random-seed': {
    name: 'random seed',
    story: 'Nobody wrote the seed down, so the re-run starts from other random weights.'
  },
  float32: {
    name: 'float32',
    story: 'On the new hardware every number is rounded to 32 bits.'
  },
  'gradient-chunks': {
    name: 'gradients in four chunks',
    story: 'Four threads now add up the gradients, and floating-point sums depend on their order.'
  },
  ddof: {
    name: 'ddof',
    story: 'One library divides by n to standardise, another by n − 1. The new one divides by n − 1.'
  },
  'rows-reversed': {
    name: 'rows reversed',
    story: 'The same rows came out of the database in the opposite order.'
  },
  'more-epochs': {
    name: 'code changed',
    story: 'Somebody trained for one epoch more, 101 in place of 100, and did not say so.'
  }
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
