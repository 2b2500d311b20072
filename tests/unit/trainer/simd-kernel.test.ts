import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, type Manifest } from '$lib/experiment';
import { TrainingRefused } from '$lib/trainer';
import { drain } from '$lib/trainer/drain';
import { initialWeights } from '$lib/trainer/model';
import { prepare, type Examples, type Prepared } from '$lib/trainer/prepare';
import { createRng } from '$lib/trainer/rng';
import { digestWeights } from '$lib/trainer/sha256';
import { covers, loadSimdKernel } from '$lib/trainer/simd/simd-kernel';
import base64 from '$lib/trainer/simd/kernel.as.ts?wasm';
import { trainPrepared } from '$lib/trainer/train';
import { anyManifest, withFields } from './manifests';
import { penguins } from './penguins';

const kernel = loadSimdKernel(Uint8Array.from(Buffer.from(base64, 'base64')))!;

/** What the TypeScript trainer ends in; null where it refuses. */
function expected(manifest: Manifest, prepared: Prepared): Float64Array | null {
  try {
    return drain(trainPrepared(manifest, prepared)).weights;
  } catch (error) {
    if (error instanceof TrainingRefused) return null;
    throw error;
  }
}

const bits = (weights: Float64Array | null) => weights && Buffer.from(weights.buffer).toString('hex');

/** Manifests that the kernel covers, of any shape. */
const covered = fc
  .tuple(
    anyManifest,
    fc.integer({ min: 1, max: 64 }),
    fc.oneof(fc.constant(0), fc.constant(0.01), fc.double({ min: 0, max: 1, noNaN: true }))
  )
  .map(([manifest, hiddenUnits, l2]) =>
    withFields(
      {
        'code.hiddenUnits': hiddenUnits,
        'code.l2': l2,
        'code.checkpoint': 'last',
        'environment.precision': 'float64',
        'environment.math': 'portable'
      },
      manifest
    )
  );

describe('the SIMD kernel', () => {
  it.each([
    [{}, '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40'],
    [{ 'code.l2': 0.01 }, 'd30a8bb1ec7b7572b668d1cec1f05ec50ed40b7f0f2c50079d7d2dfc140c1c34'],
    [{ 'environment.rng': 'mt19937' }, 'a4aa2055d6e9834292a9e57782762f8f391cee7a2a07989a00105c987fe8c77d'],
    [{ 'environment.gradientChunks': 4 }, 'b8b65de4a9d3ad5112918197a6140df333a754b1ef7a5a9f6bf8f5068b4c117c'],
    [{ 'code.hiddenUnits': 2 }, 'd527b42c63c8ce5c03197059af7d888cdbc4d5de65e8ccce0a629b02feaf0382']
  ])('gives %j its digest', (changes, digest) => {
    const manifest = withFields(changes);
    const weights = kernel(manifest, prepare(manifest, penguins).training);
    expect(weights && digestWeights(weights)).toBe(digest);
  });

  it('gives every manifest that it covers the bits of the TypeScript trainer, or leaves it alone', () => {
    let declined = 0;
    let refused = 0;
    fc.assert(
      fc.property(covered, (manifest) => {
        expect(covers(manifest)).toBe(true);
        const prepared = prepare(manifest, penguins);
        const ours = kernel(manifest, prepared.training);
        const theirs = expected(manifest, prepared);
        if (theirs === null) refused++;
        if (ours === null) declined++;
        else expect(bits(ours)).toBe(bits(theirs));
      }),
      { numRuns: 200 }
    );
    // It declines what is refused, and hardly anything else.
    expect(declined).toBeGreaterThanOrEqual(refused);
    expect(declined - refused).toBeLessThan(40);
  });

  it('trains whole runs of a hundred seeds of the baseline, none declined', () => {
    const { training } = prepare(BASELINE, penguins);
    for (let seed = 0; seed < 100; seed++) {
      const manifest = withFields({ 'environment.seed': seed, 'code.epochs': 40 });
      const prepared = { ...prepare(manifest, penguins), training };
      expect(bits(kernel(manifest, training))).toBe(bits(expected(manifest, prepared)));
    }
  });

  it('is right, or declines, for inputs of any size', () => {
    const first = initialWeights(3, createRng('xoshiro128**', 1, 'init'))[0]!;
    const input = fc.oneof(
      fc.constantFrom(0, -0, 1e-300, -1e-12, 3e-9, 0.5 / first, 0.34657359, 22, -400, 1e4, 1e150, 1e300),
      fc.double({ min: -3, max: 3, noNaN: true })
    );
    const examples = fc
      .array(fc.tuple(input, input, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 40 })
      .map((rows): Examples => ({
        count: rows.length,
        inputs: Float64Array.from(rows.flatMap(([x0, x1]) => [x0, x1])),
        labels: Uint8Array.from(rows, ([, , label]) => label)
      }));
    const base = prepare(BASELINE, penguins);
    fc.assert(
      fc.property(
        examples,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0.3, 1e-6, 100),
        (training, batchSize, learningRate) => {
          const manifest = withFields({
            'code.hiddenUnits': 3,
            'code.epochs': 2,
            'code.batchSize': batchSize,
            'code.learningRate': learningRate
          });
          const weights = kernel(manifest, training);
          if (weights) expect(bits(weights)).toBe(bits(expected(manifest, { ...base, training })));
        }
      ),
      { numRuns: 500 }
    );
  });

  it('rounds where the other does: from ½·ln 2 on, but not just beyond it', () => {
    const { training: rows, ...base } = prepare(BASELINE, penguins);
    const seed = withFields({ 'code.hiddenUnits': 2, 'code.epochs': 1, 'code.batchSize': 1 });
    const [weight] = initialWeights(2, createRng('xoshiro128**', seed.environment.seed, 'init'));
    const [half, boundary] = [0.34657359027997264, 0.3465735912322998];
    for (let step = -20; step <= 40; step++) {
      // Twice what the first hidden unit is given.
      const twice = half + ((boundary - half) * step) / 20;
      const inputs = Float64Array.of(twice / 2 / weight!, 0);
      const training = { ...rows, count: 1, inputs, labels: Uint8Array.of(1) };
      const ours = kernel(seed, training);
      expect(ours).not.toBeNull();
      expect(bits(ours)).toBe(bits(expected(seed, { ...base, training })));
    }
  });

  it('leaves nothing of one training to the next', () => {
    const { training } = prepare(BASELINE, penguins);
    const before = bits(kernel(BASELINE, training));
    kernel(withFields({ 'code.hiddenUnits': 64, 'code.learningRate': 100, 'code.l2': 1 }), training);
    expect(bits(kernel(BASELINE, training))).toBe(before);
  });

  it('covers no other arithmetic than its own', () => {
    expect(covers(BASELINE)).toBe(true);
    for (const [path, value] of [
      ['environment.precision', 'float32'],
      ['environment.math', 'platform'],
      ['code.checkpoint', 'best-on-test']
    ] as const) {
      expect(covers(withFields({ [path]: value }))).toBe(false);
    }
  });

  it('is not there where its code cannot be compiled', () => {
    expect(loadSimdKernel(Uint8Array.of(0, 97, 115, 109))).toBeNull();
  });

  it('has the constants of the portable functions', () => {
    const constants = (path: string) => {
      const text = readFileSync(new URL(`../../../src/lib/trainer/${path}`, import.meta.url), 'utf8');
      return new Map(
        [...text.matchAll(/^const (\w+)(?:: f64)? = (-?[\d.e-]+);/gm)].map(([, name, value]) => [name, value])
      );
    };
    const ours = constants('simd/kernel.as.ts');
    const theirs = constants('portable-math.ts');
    const shared = [...ours.keys()].filter((name) => theirs.has(name));
    expect(shared).toEqual([
      ...['LN2_HIGH', 'LN2_LOW', 'INVERSE_LN2', 'HALF_LN2', 'TINY'],
      ...['P1', 'P2', 'P3', 'P4', 'P5']
    ]);
    for (const name of shared) expect([name, ours.get(name)]).toEqual([name, theirs.get(name)]);
  });
});
