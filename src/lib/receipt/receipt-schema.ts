import * as v from 'valibot';
import { TRAINER_VERSION } from '../experiment/receipt';
import { manifestSchema } from '../experiment/manifest-schema';
import { takes } from '../experiment/takes';

const MOST_TESTED = 300;

/* @__NO_SIDE_EFFECTS__ */
const count = (min: number) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(min),
    v.maxValue(MOST_TESTED),
    takes('whole', { min, max: MOST_TESTED })
  );

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), takes('sha256'));

const result = v.strictObject({
  accuracy: v.strictObject({ correct: count(0), total: count(1) }),
  digest,
  predictionsDigest: digest
});

/** Field by field; what JSON Schema can say of a receipt too. */
export const receiptFields = v.strictObject({
  version: v.pipe(v.picklist([1, 2]), takes('either', { one: 1, other: 2 })),
  trainer: v.pipe(v.literal(TRAINER_VERSION), takes('only', { words: `"${TRAINER_VERSION}"` })),
  manifest: manifestSchema,
  result,
  prediction: v.pipe(v.optional(v.picklist(['match', 'mismatch'])), takes('prediction')),
  engine: v.pipe(v.optional(v.pipe(v.string(), v.regex(/^[ -~]{1,120}$/))), takes('engine'))
});

/** How what a receipt says may contradict itself: codes of refusals, and what its checks say. */
export type Contradiction = 'more-right-than-tested' | 'engine-and-version' | 'other-total';

const contradiction = (code: Contradiction) => code;

/** A receipt: its fields, and the numbers of one fit each other. */
export const receiptSchema = v.pipe(
  receiptFields,
  v.check(
    ({ result: { accuracy } }) => accuracy.correct <= accuracy.total,
    contradiction('more-right-than-tested')
  ),
  v.check(
    ({ version, engine }) => (version === 2) === (engine !== undefined),
    contradiction('engine-and-version')
  ),
  // A manifest tests at most 300, and at least 333 are usable whatever was edited: so it tests all it asks for.
  v.check(
    ({ result: { accuracy }, manifest: { data } }) => accuracy.total === data.testSize,
    contradiction('other-total')
  )
);
