import { describe, expect, it } from 'vitest';
import { BASELINE, compare, DRIFTS, applyDrifts, type Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { probability, train } from '$lib/trainer';
import { isUsable } from '$lib/trainer/dataset';
import { penguins } from './penguins';
import { withFields } from './manifests';

// These values are the trainer's version: a change here is another trainer, whose receipts differ.
const BASELINE_DIGEST = '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40';

const baseline = train(BASELINE, penguins).record;

describe('the baseline', () => {
  it('has its digest and gets 85 of 100 right', () => {
    expect(baseline.digest).toBe(BASELINE_DIGEST);
    expect(baseline.accuracy).toEqual({ correct: 85, total: 100 });
    expect(baseline.predictionsDigest).toBe(
      'caeeca5847dd7f3a164431440e321243e7a47ad7d1101b01791ccb9694f66ab0'
    );
  });

  it('has the same loss curve to the last bit', () => {
    expect(baseline.lossCurve).toHaveLength(100);
    expect([0, 1, 49, 99].map((epoch) => baseline.lossCurve[epoch])).toEqual([
      0.6720869365568832, 0.6104482099176983, 0.3921254391913963, 0.3612972297329495
    ]);
  });

  it('tests these penguins', () => {
    expect(baseline.testIds).toHaveLength(100);
    expect(baseline.testIds.slice(0, 8)).toEqual([0, 1, 2, 6, 17, 18, 23, 24]);
  });
});

/** The baseline with these fields changed → penguins right, predictions flipped, and the digest. */
const RUNS: [changes: Record<string, unknown>, correct: number, flips: number, digest: string][] = [
  [{ 'environment.name': 'v2' }, 85, 0, BASELINE_DIGEST],
  [{ 'code.l2': 0.01 }, 71, 28, 'd30a8bb1ec7b7572b668d1cec1f05ec50ed40b7f0f2c50079d7d2dfc140c1c34'],
  [
    { 'environment.rng': 'pcg32' },
    84,
    13,
    '43cb75f2bf0e17125d757f36f1812106789284c517db2c1d3fdf50225353ed6e'
  ],
  [
    { 'environment.rng': 'mt19937' },
    84,
    3,
    'a4aa2055d6e9834292a9e57782762f8f391cee7a2a07989a00105c987fe8c77d'
  ],
  [{ 'environment.seed': 2026 }, 86, 7, '415430af95eaa2aa8f92d3c891a063104f690bd71d01e51bb8bd0bab982c758d'],
  [{ 'environment.ddof': 1 }, 85, 0, '71b541bdf78ca842bdcd20ed4638b076dec0996c91420138e80a8f953a11e492'],
  [
    { 'environment.precision': 'float32' },
    85,
    0,
    '16f9176ac347277f96492e3b316ac25f38fa896562a6aeb71d19342879a96e99'
  ],
  [
    { 'environment.gradientChunks': 4 },
    85,
    0,
    'b8b65de4a9d3ad5112918197a6140df333a754b1ef7a5a9f6bf8f5068b4c117c'
  ],
  [
    { 'data.edits': ['rows-reversed'] },
    85,
    6,
    '00ef49f5c67038cd414cff7e37d448b797579bd7eeeb61049dd6f17c05e65d02'
  ],
  [
    { 'code.checkpoint': 'best-on-test' },
    90,
    7,
    '45260916a271c75dcb45a59a5c7c478e9945171d21190780c5213cbeb8a8a61b'
  ],
  [{ 'code.epochs': 101 }, 89, 4, 'f55e486b59e656daf8cfc35b880551f9956d276fa3e857bb1de74b8de73067d0'],
  [{ 'code.hiddenUnits': 2 }, 72, 25, 'd527b42c63c8ce5c03197059af7d888cdbc4d5de65e8ccce0a629b02feaf0382'],
  [
    { 'data.edits': ['rows-swapped'] },
    85,
    0,
    '3fac6b2244615ba94f946eb22eb5e930b3ae05f63720a825bca8b801ded27ac7'
  ],
  [
    { 'data.edits': ['row-duplicated'] },
    84,
    1,
    'b56671b1a100806caee40890e4e6f530296947aae4b747b13196e521711a8f9c'
  ],
  [
    { 'data.edits': ['dot-as-female'] },
    84,
    1,
    '53eeb47412ce01cd3d6ef5b496add38777a1022801d3c1008949ce1c4b50eaf1'
  ],
  [
    { 'data.edits': ['training-labels-flipped'] },
    83,
    8,
    '1ba5f346eefa4b75d6b4bf948991b7087fdfe90de3a689ac738755df9a608210'
  ],
  [{ 'data.edits': ['test-labels-corrected'] }, 90, 0, BASELINE_DIGEST],
  [
    { 'environment.gradientChunks': 2 },
    85,
    0,
    '768973246473fe0b406238b002152d660bb4e72d9c025eab5ec92e735dbf7a01'
  ],
  [
    { 'environment.gradientChunks': 8 },
    85,
    0,
    '7f976767ae95becdefbf1f32fd8886a4a918b1375ddb3291bb518413211b74f8'
  ]
];

describe('each measured drift', () => {
  it.each(RUNS)('%j', (changes, correct, flips, digest) => {
    const { record } = train(withFields(changes), penguins);
    expect(record.digest).toBe(digest);
    expect(record.accuracy).toEqual({ correct, total: 100 });
    expect(compare(baseline, record).flipped).toHaveLength(flips);
  });

  it('includes every drift that the lesson offers', () => {
    const measured = new Set(
      RUNS.map(([changes]) => train(withFields(changes), penguins).record.digest as string)
    );
    for (const { id } of DRIFTS) expect(measured).toContain(train(applyDrifts([id]), penguins).record.digest);
  });

  it('keeps its digest with what surrounded the run recorded', () => {
    expect(compare(baseline, train(RECORDED, penguins).record).kind).toBe('identical');
  });

  it('with the engine’s own exp and tanh at a learning rate of 5 ends where the engine takes it', () => {
    const { record } = train(
      withFields({ 'environment.math': 'platform', 'code.learningRate': 5 }),
      penguins
    );
    expect([75, 83]).toContain(record.accuracy.correct);
    expect(compare(baseline, record).flipped.length).toBeGreaterThan(9);
  });

  it('with the engine’s own exp and tanh changes the bits, and no prediction', () => {
    const { record } = train(withFields({ 'environment.math': 'platform' }), penguins);
    expect(compare(baseline, record).kind).toBe('equivalent');
  });
});

function trainingAccuracy(manifest: Manifest): [correct: number, total: number] {
  const { record, weights, scaling } = train(manifest, penguins);
  const tested = new Set(record.testIds);
  const rows = penguins.penguins.filter(isUsable).filter(({ id }) => !tested.has(id));
  const correct = rows.filter(({ measurements, sex }) => {
    const [x0, x1] = manifest.data.features.map(
      (feature, column) => (measurements[feature] - scaling.mean[column]!) / scaling.deviation[column]!
    );
    const male = probability(weights, manifest.code.hiddenUnits, x0!, x1!) >= 0.5;
    return male === (sex === 'MALE');
  });
  return [correct.length, rows.length];
}

it('gets 200 of the 233 training rows right', () => {
  expect(trainingAccuracy(BASELINE)).toEqual([200, 233]);
});
