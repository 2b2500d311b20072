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
const text = (pattern: RegExp, takes: string) => field(v.pipe(v.string(), v.regex(pattern)), takes);

/** Notes of a run's surroundings: recorded or not, and read by no computation. */
/* @__NO_SIDE_EFFECTS__ */
const note = (pattern: RegExp, takes: string) =>
  field(v.optional(v.pipe(v.string(), v.regex(pattern))), takes);

const NAME = /^[\w.-]{1,40}$/;
const A_NAME = 'a name of 1 to 40 letters, digits, dots or dashes';

/* @__NO_SIDE_EFFECTS__ */
const distinct = <T extends string>() =>
  v.check<T[], string>((list) => new Set(list).size === list.length, 'repeats');

const code = v.strictObject({
  hiddenUnits: whole(1, 64),
  epochs: whole(1, 1000),
  batchSize: whole(1, 344),
  learningRate: number(0.000001, 100),
  l2: number(0, 1),
  checkpoint: oneOf(['last', 'best-on-test']),
  // Neither control characters nor those that turn the direction of writing.
  comment: note(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,80}$/u, 'a line of 1 to 80 printable characters')
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
  name: text(NAME, A_NAME),
  seed: whole(0, HIGHEST_SEED),
  rng: oneOf(GENERATORS),
  precision: oneOf(['float64', 'float32']),
  gradientChunks: whole(1, 64),
  ddof: field(v.picklist([0, 1]), '0 or 1'),
  math: oneOf(['portable', 'platform']),
  library: note(/^\d{1,4}(\.\d{1,4}){2}$/, 'a version such as "1.4.0"'),
  host: note(NAME, A_NAME),
  timeZone: note(/^(?=.{1,40}$)[A-Za-z][\w+-]*(\/[\w+-]+)*$/, 'a time zone such as "Europe/Paris"'),
  user: note(NAME, A_NAME)
});

/** Everything a run depends on, in three parts. The schema refuses unknown fields. */
export const manifestSchema = v.strictObject({
  version: field(v.literal(1), '1'),
  code,
  data,
  environment
});
