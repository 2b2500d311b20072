import * as v from 'valibot';
import { TRAINER_VERSION } from '../experiment/receipt';
import { manifestSchema } from '../experiment/manifest-schema';

const MOST_TESTED = 300;

/* @__NO_SIDE_EFFECTS__ */
const count = (min: number) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(min),
    v.maxValue(MOST_TESTED),
    v.description(`a whole number from ${min} to ${MOST_TESTED}`)
  );

const digest = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.description('a SHA-256 in 64 lower-case hexadecimal digits')
);

const result = v.strictObject({
  accuracy: v.strictObject({ correct: count(0), total: count(1) }),
  digest,
  predictionsDigest: digest
});

/** Field by field; what JSON Schema can say of a receipt too. */
export const receiptFields = v.strictObject({
  version: v.pipe(v.picklist([1, 2]), v.description('1 or 2')),
  trainer: v.pipe(v.literal(TRAINER_VERSION), v.description(`"${TRAINER_VERSION}"`)),
  manifest: manifestSchema,
  result,
  prediction: v.pipe(
    v.optional(v.picklist(['match', 'mismatch'])),
    v.description('"match" or "mismatch", or nothing')
  ),
  engine: v.pipe(
    v.optional(v.pipe(v.string(), v.regex(/^[ -~]{1,120}$/))),
    v.description('the name of an engine in 1 to 120 ASCII characters, or nothing')
  )
});

/** A receipt: its fields, and the numbers of one fit each other. */
export const receiptSchema = v.pipe(
  receiptFields,
  v.check(
    ({ result: { accuracy } }) => accuracy.correct <= accuracy.total,
    'result.accuracy says that more penguins were right than were tested'
  ),
  v.check(
    ({ version, engine }) => (version === 2) === (engine !== undefined),
    'engine is not in a receipt of version 2, or is in one of version 1'
  ),
  // A manifest tests at most 300, and at least 333 are usable whatever was edited: so it tests all it asks for.
  v.check(
    ({ result: { accuracy }, manifest: { data } }) => accuracy.total === data.testSize,
    'result.accuracy.total is not the number of penguins that data.testSize of the manifest asks to test'
  )
);
