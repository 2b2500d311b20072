// The Lab's machines stand apart from the lesson's, so that the first page does not load them.
export * from './cause/bisect-machine';
export * from './cause/bisect-state';
export * from './machine';
export * from './setup';
export * from './state';
