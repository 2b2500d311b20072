export { SPEEDS, type Answer, type LessonInput, type Speed } from './lesson-context';
export * from './finished-lesson';
export type { DriftCommand, LessonCommand, LessonEvent } from './lesson-events';
export * from './lesson-machine';
export * from './lesson-state';
export type { RunKey, TrainInput, TrainingReport } from './training';
