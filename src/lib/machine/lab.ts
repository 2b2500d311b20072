// The Lab's machines stand apart from the lesson's, so that the first page does not load them.
export * from './bisect-machine';
export * from './bisect-state';
export * from './lab-machine';
export * from './lab-setup';
export * from './lab-state';
