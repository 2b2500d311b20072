// What the first page shows. A panel that is loaded later imports its view from the view's own file, and so does what
// draws the maps: whatever is named here is loaded with the page, wanted or not.
export * from './address';
export type { Area } from '../area';
export * from './controls';
export * from '../fingerprint';
export * from './flow';
export * from './flow-layout';
export * from './ledger';
export * from './news';
export * from './outcome';
export type { PenguinView } from '../penguins';
export * from './runs';
export * from './table';
export * from '../tone';
