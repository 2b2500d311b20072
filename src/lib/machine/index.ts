export {
  SPEEDS,
  clampStep,
  rerunKey,
  type Answer,
  type Failure,
  type Progress,
  type RunKey,
  type Speed
} from './lesson-context';
export * from './lesson-machine';
export * from './lesson-state';
