import fc from 'fast-check';
import { BASELINE, EDITS, FEATURES, GENERATORS, type Manifest } from '$lib/experiment';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';

const seed = fc.integer({ min: 0, max: 0xffffffff });
const name = fc.stringMatching(/^[\w.-]{1,40}$/);
/** There in half of the manifests: fields of the surroundings need not be recorded. */
const note = (values: fc.Arbitrary<string>) => fc.option(values, { nil: undefined });
const rate = fc.double({ min: 1e-6, max: 5, noNaN: true });

/** Valid manifests of every kind, but short enough to train in a blink. */
export const anyManifest: fc.Arbitrary<Manifest> = fc
  .record({
    version: fc.constant(1 as const),
    code: fc.record({
      hiddenUnits: fc.integer({ min: 1, max: 12 }),
      epochs: fc.integer({ min: 1, max: 4 }),
      batchSize: fc.integer({ min: 1, max: 344 }),
      learningRate: fc.oneof(rate, fc.double({ min: 5, max: 100, noNaN: true })),
      l2: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
      checkpoint: fc.constantFrom('last', 'best-on-test'),
      comment: note(fc.constantFrom('first version', 'd’après Fisher: 1/√n', 'x'.repeat(80)))
    }),
    data: fc.record({
      name: fc.constant('palmer-penguins' as const),
      sha256: fc.constant(BASELINE.data.sha256),
      features: fc.shuffledSubarray([...FEATURES], { minLength: 2, maxLength: 2 }),
      target: fc.constant('sex' as const),
      splitSeed: seed,
      testSize: fc.integer({ min: 1, max: 300 }),
      edits: fc.shuffledSubarray([...EDITS])
    }),
    environment: fc.record({
      name: fc.constantFrom('v1', 'v2'),
      seed,
      rng: fc.constantFrom(...GENERATORS),
      precision: fc.constantFrom('float64', 'float32'),
      gradientChunks: fc.integer({ min: 1, max: 64 }),
      ddof: fc.constantFrom(0, 1),
      math: fc.constantFrom('portable', 'platform'),
      library: note(fc.constantFrom('1.4.0', '10.0.21')),
      host: note(name),
      timeZone: note(fc.constantFrom('UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5')),
      user: note(name)
    })
  })
  .map((manifest) => {
    const parsed = parseManifest(manifest);
    if (!parsed.ok) throw new Error(parsed.reason.code);
    return parsed.value;
  });

/** The baseline with some fields changed. */
export function withFields(changes: Record<string, unknown>, base: Manifest = BASELINE): Manifest {
  const parsed = setFields(Object.entries(changes), base);
  if (!parsed.ok) throw new Error(parsed.reason.code);
  return parsed.value;
}
