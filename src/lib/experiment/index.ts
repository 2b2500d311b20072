// What every page needs. Parsing (which carries valibot) is imported from its own file, and what only the Lab
// computes from `./lab`, so that the first page loads neither.
export * from './manifest';
export type { Parsed } from './parsed';
export type { Reason } from './reason';
export * from './digest';
export * from './run-record';
export * from './compare';
export * from './diff';
export * from './drift';
