// What only the Lab computes with manifests and numbers.
export * from './alternatives';
export * from './catalogue';
export * from './changes';
export * from './conflicting';
export * from './criterion';
export * from './delta-debugging';
export * from './exact-sum';
export * from './recorded';
export * from './ulp';
