import fc from 'fast-check';
import { BASELINE, EDITS, FEATURES, GENERATORS, toDigest, type Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { receiptOf, type Receipt } from '$lib/experiment/receipt';
import { train } from '$lib/trainer';
import { penguins } from '../trainer/penguins';

const text = (alphabet: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(alphabet, { minLength, maxLength, size: 'max' }).map((characters) => characters.join(''));

const NAME_CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-'];
const name = (minLength = 1) => text(fc.constantFrom(...NAME_CHARACTERS), minLength, 40);
const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => toDigest(Buffer.from(bytes).toString('hex')));
const seed = fc.integer({ min: 0, max: 0xffffffff });

/** Printable, and four bytes each in UTF-8: the most that a character of a comment can weigh. */
const heavyCharacter = fc.integer({ min: 0x20000, max: 0x2a6d0 }).map((code) => String.fromCodePoint(code));
const printable = fc.constantFrom(...'aZ09 .,!"\\/{}:é√’漢😀');

const note = <T>(values: fc.Arbitrary<T>, isAlwaysThere: boolean) =>
  isAlwaysThere ? values : fc.option(values, { nil: undefined });

/** Leaves out what is undefined, as JSON does. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Manifests over the whole range of every field; none of them need be trained. */
const manifests = (longest: boolean): fc.Arbitrary<Manifest> =>
  fc
    .record({
      version: fc.constant(1 as const),
      code: fc.record({
        hiddenUnits: fc.integer({ min: 1, max: 64 }),
        epochs: fc.integer({ min: 1, max: 1000 }),
        batchSize: fc.integer({ min: 1, max: 344 }),
        learningRate: fc.double({ min: 1e-6, max: 100, noNaN: true }),
        // −0 is a number from 0 to 1, but JSON has no sign for it.
        l2: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
        checkpoint: fc.constantFrom('last', 'best-on-test'),
        comment: note(longest ? text(heavyCharacter, 80, 80) : text(printable, 1, 80), longest)
      }),
      data: fc.record({
        name: fc.constant('palmer-penguins' as const),
        sha256: fc.constant(BASELINE.data.sha256),
        features: fc.shuffledSubarray([...FEATURES], { minLength: 2, maxLength: 2 }),
        target: fc.constant('sex' as const),
        splitSeed: seed,
        testSize: fc.integer({ min: 1, max: 300 }),
        edits: fc.shuffledSubarray([...EDITS], { minLength: longest ? EDITS.length : 0 })
      }),
      environment: fc.record({
        name: name(longest ? 40 : 1),
        seed,
        rng: fc.constantFrom(...GENERATORS),
        precision: fc.constantFrom('float64', 'float32'),
        gradientChunks: fc.integer({ min: 1, max: 64 }),
        ddof: fc.constantFrom(0, 1),
        math: longest ? fc.constant('platform' as const) : fc.constantFrom('portable', 'platform'),
        library: note(fc.constantFrom('1.4.0', '9081.7263.5544'), longest),
        host: note(name(longest ? 40 : 1), longest),
        timeZone: note(
          fc.constantFrom('UTC', 'Europe/Paris', 'A+_x/Qz7-_/k+9w_Tn/b4R+m-_0/Yh2_dL+p/c8s'),
          longest
        ),
        user: note(name(longest ? 40 : 1), longest)
      })
    })
    .map((manifest) => plain(manifest) as Manifest);

const receipts = (longest: boolean): fc.Arbitrary<Receipt> =>
  fc
    .record({
      manifest: manifests(longest),
      right: fc.double({ min: 0, max: 1, noNaN: true }),
      digest: hex,
      predictionsDigest: hex,
      prediction: note(fc.constantFrom('match' as const, 'mismatch' as const), longest),
      engine: note(text(fc.constantFrom(...'aZ09 (.;)~"\\'), longest ? 120 : 1, 120), longest)
    })
    .map(({ manifest, right, digest, predictionsDigest, prediction, engine }) => {
      const total = manifest.data.testSize;
      const accuracy = { correct: Math.round(right * total), total };
      const run = {
        manifest,
        accuracy,
        digest,
        predictionsDigest,
        lossCurve: [],
        testIds: [],
        predictions: []
      };
      return receiptOf(run, prediction, engine);
    });

/** Valid receipts of every kind; their results are made up. */
export const anyReceipt = receipts(false);
/** As long as the manifest's schema lets a receipt get. */
export const longestReceipt = receipts(true);

export const baselineReceipt = receiptOf(train(BASELINE, penguins).record);
export const recordedReceipt = receiptOf(train(RECORDED, penguins).record, 'match');

/** The message of a refusal. */
export function refusal(parsed: { ok: true } | { ok: false; message: string } | null): string {
  if (!parsed || parsed.ok) throw new Error('was not refused');
  return parsed.message;
}

/** One line, one sentence, nothing that could turn or hide what follows. */
export const ONE_SENTENCE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+\.$/u;
