export * from './manifest';
export * from './parse-manifest';
export * from './digest';
export * from './run-record';
export * from './compare';
export * from './diff';
export * from './drift';
