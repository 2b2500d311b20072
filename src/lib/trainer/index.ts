export type {
  EpochReport,
  Scaling,
  TestPenguin,
  TestSet,
  TrainedRun,
  TrainerFailure,
  TrainerRequests
} from './protocol';
export { parseDataset, type Dataset } from './dataset';
export { describeTestSet } from './test-set';
export { probability } from './model';
export { TrainingRefused } from './refusal';
export { train, trainEpochs } from './train';
