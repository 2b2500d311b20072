import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { train } from '$lib/trainer';
import { readProgress, readRun } from '$lib/trainer/python/told';
import { penguins } from '../penguins';

const { record, weights, scaling } = train(BASELINE, penguins);
const bytes = new Uint8Array(weights.buffer);
const told = {
  features: BASELINE.data.features,
  scales: scaling.mean.map((mean, at) => [mean, scaling.deviation[at]]),
  weights: Buffer.from(bytes).toString('hex'),
  ids: record.testIds,
  labels: record.testIds.map((id) => (penguins.penguins[id]!.sex === 'MALE' ? 1 : 0)),
  predictions: record.predictions
};
const read = (changes: Record<string, unknown>) => readRun(JSON.stringify({ ...told, ...changes }), penguins);

describe('a run that a program tells', () => {
  it('is worked out from its weights and predictions', () => {
    const run = read({})!;
    const { accuracy, digest, predictionsDigest, testIds, predictions } = record;
    expect(run.record).toEqual({ accuracy, digest, predictionsDigest, testIds, predictions });
    expect(run).toMatchObject({ weights, hiddenUnits: 8, scaling, features: BASELINE.data.features });
    expect(run.penguins).toHaveLength(100);
  });

  it.each([
    ['weights of no model', { weights: told.weights.slice(16) }],
    [
      'weights that are none',
      { weights: `7ff0000000000000${told.weights}`.slice(0, told.weights.length) + 'x' }
    ],
    ['weights that are not finite', { weights: `000000000000f07f${told.weights.slice(16)}` }],
    ['no weights', { weights: '' }],
    ['weights that are a list', { weights: [1, 2] }],
    ['a penguin twice', { ids: [told.ids[1], ...told.ids.slice(1)] }],
    ['a penguin that is not in the data', { ids: [344, ...told.ids.slice(1)] }],
    [
      'a penguin without measurements',
      { ids: [3, ...told.ids.slice(1).filter((id) => id !== 3), 5].slice(0, 100) }
    ],
    ['a prediction too few', { predictions: told.predictions.slice(1) }],
    ['a prediction that is neither', { predictions: [2, ...told.predictions.slice(1)] }],
    ['a label that is neither', { labels: [true, ...told.labels.slice(1)] }],
    ['another column', { features: ['island', 'body_mass_g'] }],
    ['a column too many', { features: ['bill_length_mm', 'body_mass_g', 'bill_depth_mm'] }],
    [
      'no deviation',
      {
        scales: [
          [1, 0],
          [1, 1]
        ]
      }
    ],
    [
      'scales that are none',
      {
        scales: [
          [1, null],
          [1, 1]
        ]
      }
    ],
    ['nobody tested', { ids: [], labels: [], predictions: [] }]
  ])('is none with %s', (_, changes) => {
    expect(read(changes)).toBeNull();
  });

  it('is none for any other JSON, or for none', () => {
    fc.assert(fc.property(fc.json(), (json) => void expect(readRun(json, penguins)).toBeNull()));
    fc.assert(fc.property(fc.string(), (text) => void expect(readRun(text, penguins)).toBeNull()));
  });
});

it('progress is two whole numbers, one within the other', () => {
  expect(readProgress('{"epoch": 3, "epochs": 100}')).toEqual({ epoch: 3, epochs: 100 });
  for (const json of [
    '{"epoch": 0, "epochs": 1}',
    '{"epoch": 2, "epochs": 1}',
    '{"epoch": 1.5, "epochs": 2}',
    '[]',
    '1',
    '{'
  ])
    expect(readProgress(json)).toBeNull();
});
