import type * as v from 'valibot';
import type { manifestSchema } from './manifest-schema';

/** SHA-256 of `penguins.csv`, the only data set the app carries, in lower-case hexadecimal. */
export const PENGUINS_SHA256 = 'e70c49495fd192cbd259f8028ecd623348a4151c86c26aeddade9073ae657420';

/** Columns of the data set that can be an input: millimetres, and grams for the mass. */
export const FEATURES = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'] as const;
/** Named edits of the data, of the training or of the test rows, made in the order in which a manifest lists them. */
export const EDITS = [
  'rows-reversed',
  'rows-swapped',
  'row-duplicated',
  'dot-as-female',
  'training-labels-flipped',
  'test-labels-corrected'
] as const;
export const GENERATORS = ['xoshiro128**', 'pcg32', 'mt19937'] as const;

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Part = 'code' | 'data' | 'environment';
export type Edit = (typeof EDITS)[number];
export type Feature = (typeof FEATURES)[number];
export type Generator = (typeof GENERATORS)[number];

export const PARTS: readonly Part[] = ['code', 'data', 'environment'];

/** The run that the lesson trains first. */
export const BASELINE: Manifest = {
  version: 1,
  code: { hiddenUnits: 8, epochs: 100, batchSize: 16, learningRate: 0.3, l2: 0, checkpoint: 'last' },
  data: {
    name: 'palmer-penguins',
    sha256: PENGUINS_SHA256,
    features: ['bill_length_mm', 'body_mass_g'],
    target: 'sex',
    splitSeed: 42,
    testSize: 100,
    edits: []
  },
  environment: {
    name: 'v1',
    seed: 1,
    rng: 'xoshiro128**',
    precision: 'float64',
    gradientChunks: 1,
    ddof: 0,
    math: 'portable'
  }
};
