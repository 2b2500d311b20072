// A case to be solved stands apart from the lesson and the Lab, so that neither loads it.
export * from './machine';
export * from './place';
export * from './state';
export type { Done, Judged } from './context';
