import * as v from 'valibot';
import { PENGUINS_SHA256, FEATURES, EDITS, GENERATORS, type Feature, type Edit } from './manifest';
import type { Values } from './reason';
import { takes, type Takes } from './takes';

const HIGHEST_SEED = 0xffffffff;

// The annotations let a bundler leave the schema out where only types and the baseline are used.

/** A schema that carries what it takes: refusals say it. */
/* @__NO_SIDE_EFFECTS__ */
const field = <T extends v.GenericSchema>(schema: T, code: Takes, values?: Values) =>
  v.pipe(schema, takes<v.InferOutput<T>>(code, values));

/* @__NO_SIDE_EFFECTS__ */
const whole = (min: number, max: number) =>
  field(v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)), 'whole', { min, max });

/* @__NO_SIDE_EFFECTS__ */
const number = (min: number, max: number) =>
  field(v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max)), 'number', { min, max });

/* @__NO_SIDE_EFFECTS__ */
const quoted = (words: readonly string[]) => ({ words: words.map((word) => `"${word}"`).join(', ') });

/* @__NO_SIDE_EFFECTS__ */
const oneOf = <const T extends readonly string[]>(words: T) =>
  field(v.picklist(words), words.length === 1 ? 'only' : 'one-of', quoted(words));

/* @__NO_SIDE_EFFECTS__ */
const text = (pattern: RegExp, code: Takes) => field(v.pipe(v.string(), v.regex(pattern)), code);

/** Notes of a run's surroundings: recorded or not, and read by no computation. */
/* @__NO_SIDE_EFFECTS__ */
const note = (pattern: RegExp, code: Takes) => field(v.optional(v.pipe(v.string(), v.regex(pattern))), code);

const NAME = /^[\w.-]{1,40}$/;

/* @__NO_SIDE_EFFECTS__ */
const distinct = <T extends string>() =>
  v.check<T[], string>((list) => new Set(list).size === list.length, 'repeats');

const isPair = (list: Feature[]): list is [Feature, Feature] => list.length === 2;

const code = v.strictObject({
  hiddenUnits: whole(1, 64),
  epochs: whole(1, 1000),
  batchSize: whole(1, 344),
  learningRate: number(0.000001, 100),
  l2: number(0, 1),
  checkpoint: oneOf(['last', 'best-on-test']),
  // Neither control characters nor those that turn the direction of writing.
  comment: note(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,80}$/u, 'line')
});

const data = v.strictObject({
  name: oneOf(['palmer-penguins']),
  sha256: field(v.literal(PENGUINS_SHA256), 'our-data', { sha256: PENGUINS_SHA256 }),
  features: field(
    v.pipe(v.array(v.picklist(FEATURES)), v.length(2), distinct<Feature>(), v.guard(isPair)),
    'two-columns',
    quoted(FEATURES)
  ),
  target: oneOf(['sex']),
  splitSeed: whole(0, HIGHEST_SEED),
  testSize: whole(1, 300),
  edits: field(v.pipe(v.array(v.picklist(EDITS)), distinct<Edit>()), 'edits', quoted(EDITS))
});

const environment = v.strictObject({
  name: text(NAME, 'name'),
  seed: whole(0, HIGHEST_SEED),
  rng: oneOf(GENERATORS),
  precision: oneOf(['float64', 'float32']),
  gradientChunks: whole(1, 64),
  ddof: field(v.picklist([0, 1]), 'either', { one: 0, other: 1 }),
  math: oneOf(['portable', 'platform']),
  library: note(/^\d{1,4}(\.\d{1,4}){2}$/, 'version'),
  host: note(NAME, 'name'),
  timeZone: note(/^(?=.{1,40}$)[A-Za-z][\w+-]*(\/[\w+-]+)*$/, 'time-zone'),
  user: note(NAME, 'name')
});

/** Everything a run depends on, in three parts. The schema refuses unknown fields. */
export const manifestSchema = v.strictObject({
  version: field(v.literal(1), 'only', { words: 1 }),
  code,
  data,
  environment
});
