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
