import * as v from 'valibot';
import { PENGUINS_SHA256, FEATURES, EDITS, GENERATORS, type Feature, type Edit } from './manifest';

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
