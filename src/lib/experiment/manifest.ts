import * as v from 'valibot';

/** SHA-256 of `penguins.csv`, the only data set the app carries, in lower-case hexadecimal. */
export const PENGUINS_SHA256 = 'e70c49495fd192cbd259f8028ecd623348a4151c86c26aeddade9073ae657420';

/** Columns of the data set that can be an input: millimetres, and grams for the mass. */
export const FEATURES = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'] as const;
/** Named edits of the training rows, applied in the order in which a manifest lists them. */
export const EDITS = ['rows-reversed'] as const;
export const GENERATORS = ['xoshiro128**', 'pcg32', 'mt19937'] as const;

const HIGHEST_SEED = 0xffffffff;

// The annotations let a bundler leave the schema out where only types and the baseline are used.

/** A schema that carries, in words, what it takes: refusals quote it. */
/* @__NO_SIDE_EFFECTS__ */
const field = <T extends v.GenericSchema>(schema: T, takes: string) => v.pipe(schema, v.description(takes));

/* @__NO_SIDE_EFFECTS__ */
const whole = (min: number, max: number) =>
  field(
    v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)),
    `a whole number from ${min} to ${max}`
  );

/* @__NO_SIDE_EFFECTS__ */
const number = (min: number, max: number) =>
  field(v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max)), `a number from ${min} to ${max}`);

/* @__NO_SIDE_EFFECTS__ */
const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

/* @__NO_SIDE_EFFECTS__ */
const oneOf = <const T extends readonly string[]>(words: T) =>
  field(v.picklist(words), words.length === 1 ? quoted(words) : `one of ${quoted(words)}`);

/* @__NO_SIDE_EFFECTS__ */
const distinct = <T extends string>() =>
  v.check<T[], string>((list) => new Set(list).size === list.length, 'repeats');

const code = v.strictObject({
  hiddenUnits: whole(1, 64),
  epochs: whole(1, 1000),
  batchSize: whole(1, 344),
  learningRate: number(0.000001, 100),
  l2: number(0, 1),
  checkpoint: oneOf(['last', 'best-on-test'])
});

const data = v.strictObject({
  name: oneOf(['palmer-penguins']),
  sha256: field(v.literal(PENGUINS_SHA256), `"${PENGUINS_SHA256}", the hash of the data this app carries`),
  features: field(
    v.pipe(v.array(v.picklist(FEATURES)), v.length(2), distinct<Feature>()),
    `two different columns of ${quoted(FEATURES)}`
  ),
  target: oneOf(['sex']),
  splitSeed: whole(0, HIGHEST_SEED),
  testSize: whole(1, 300),
  edits: field(
    v.pipe(v.array(v.picklist(EDITS)), distinct<Edit>()),
    `a list without repeats of ${quoted(EDITS)}`
  )
});

const environment = v.strictObject({
  name: field(
    v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/)),
    'a name of 1 to 40 letters, digits, dots or dashes'
  ),
  seed: whole(0, HIGHEST_SEED),
  rng: oneOf(GENERATORS),
  precision: oneOf(['float64', 'float32']),
  gradientChunks: whole(1, 64),
  ddof: field(v.picklist([0, 1]), '0 or 1'),
  math: oneOf(['portable', 'platform'])
});

/** Everything a run depends on, in three parts. The schema refuses unknown fields. */
export const manifestSchema = v.strictObject({
  version: field(v.literal(1), '1'),
  code,
  data,
  environment
});

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
