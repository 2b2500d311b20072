export {
  SPEEDS,
  clampStep,
  type Answer,
  type Failure,
  type Progress,
  type Speed
} from './lesson-context';
export * from './lesson-machine';
export * from './lesson-state';
