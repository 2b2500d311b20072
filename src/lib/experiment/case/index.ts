// Cases to be solved stand apart, so that no other page loads them.
export * from './case';
export * from './draw';
export * from './naming';
