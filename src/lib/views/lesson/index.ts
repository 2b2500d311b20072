// What the first page shows. A panel that is loaded later imports its view from the view's own file.
export * from './address';
export * from '../area';
export * from './controls';
export * from '../fingerprint';
export * from './flow';
export * from './flow-layout';
export * from './ledger';
export * from '../map-marks';
export * from '../map-scales';
export * from './news';
export * from './outcome';
export * from '../penguins';
export * from './runs';
export * from './table';
export * from '../tone';
