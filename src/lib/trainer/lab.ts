// What only the Lab takes from the trainer: apart from the rest, so that the lesson's first page stays light.

export type {
  Both,
  FirstDifference,
  MathProbe,
  ProbedFunction,
  ProbedRuns,
  Progress,
  Reach,
  Trace,
  TraceEpoch,
  WeightName
} from './lab-protocol';
export { chunkLength } from './chunk';
export { createLabClient, type LabClient, type LabOptions } from './lab-client';
export { spawnLabWorker } from './spawn-lab-worker';
export { weightName } from './weight-name';
