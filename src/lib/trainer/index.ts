export type {
  EpochReport,
  Scaling,
  TestPenguin,
  TestSet,
  TrainedRun,
  TrainerFailure,
  TrainerRequests
} from './protocol';
export type { Answer } from './messages';
export { createTrainerClient, type TrainerClient, type TrainerWorker, type TrainOptions } from './client';
export { spawnTrainerWorker } from './spawn-worker';
export { parseDataset, type Dataset } from './dataset';
export { describeTestSet } from './test-set';
export { probability } from './model';
export { TrainingDiverged, TrainingRefused } from './refusal';
export { train, trainEpochs } from './train';
