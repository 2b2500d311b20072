import { PARTS } from '$lib/experiment';
import { manifestSchema } from '$lib/experiment/manifest-schema';

/** What each field takes, in the words of its refusals; written out, not derived from the schema. */
export const TAKES: Record<string, string> = {
  version: '1',
  'code.hiddenUnits': 'a whole number from 1 to 64',
  'code.epochs': 'a whole number from 1 to 1000',
  'code.batchSize': 'a whole number from 1 to 344',
  'code.learningRate': 'a number from 0.000001 to 100',
  'code.l2': 'a number from 0 to 1',
  'code.checkpoint': 'one of "last", "best-on-test"',
  'code.comment': 'a line of 1 to 80 printable characters',
  'data.name': '"palmer-penguins"',
  'data.sha256':
    '"e70c49495fd192cbd259f8028ecd623348a4151c86c26aeddade9073ae657420", the hash of the data this app carries',
  'data.features':
    'two different columns of "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"',
  'data.target': '"sex"',
  'data.splitSeed': 'a whole number from 0 to 4294967295',
  'data.testSize': 'a whole number from 1 to 300',
  'data.edits':
    'a list without repeats of "rows-reversed", "rows-swapped", "row-duplicated", "dot-as-female", ' +
    '"training-labels-flipped", "test-labels-corrected"',
  'environment.name': 'a name of 1 to 40 letters, digits, dots or dashes',
  'environment.seed': 'a whole number from 0 to 4294967295',
  'environment.rng': 'one of "xoshiro128**", "pcg32", "mt19937"',
  'environment.precision': 'one of "float64", "float32"',
  'environment.gradientChunks': 'a whole number from 1 to 64',
  'environment.ddof': '0 or 1',
  'environment.math': 'one of "portable", "platform"',
  'environment.library': 'a version such as "1.4.0"',
  'environment.host': 'a name of 1 to 40 letters, digits, dots or dashes',
  'environment.timeZone': 'a time zone such as "Europe/Paris"',
  'environment.user': 'a name of 1 to 40 letters, digits, dots or dashes'
};

export const FIELDS = Object.keys(TAKES);

/** Fields that a manifest may leave out. */
export const NOTES = [
  'code.comment',
  'environment.library',
  'environment.host',
  'environment.timeZone',
  'environment.user'
];

/** All paths of the schema, to hold the table above to it. */
export const SCHEMA_FIELDS = [
  'version',
  ...PARTS.flatMap((part) =>
    Object.keys(manifestSchema.entries[part].entries).map((name) => `${part}.${name}`)
  )
];
