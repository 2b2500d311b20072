// Checking a receipt stands apart from the lesson, so that the first page does not load it.
export * from './machine';
export * from './state';
