// Checking a receipt stands apart from the lesson, so that the first page does not load it.
export * from './verify-machine';
export * from './verify-state';
