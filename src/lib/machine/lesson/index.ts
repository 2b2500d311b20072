export { SPEEDS, type Answer, type LessonInput, type Speed } from './context';
export * from './finished';
export type { DriftCommand, LessonCommand, LessonEvent } from './events';
export * from './machine';
export * from './state';
export type { RunKey, TrainInput, TrainingReport } from '../training';
