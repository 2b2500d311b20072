export { SPEEDS, type Answer, type LessonInput, type RunKey, type Speed } from './lesson-context';
export * from './finished-lesson';
export * from './lesson-machine';
export * from './lesson-state';
