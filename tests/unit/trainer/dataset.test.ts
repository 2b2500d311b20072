import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, PENGUINS_SHA256 } from '$lib/experiment';
import { describeTestSet, parseDataset } from '$lib/trainer';
import { isUsable, type Penguin, type UsablePenguin } from '$lib/trainer/dataset';
import { split } from '$lib/trainer/split';
import { fitScaling, standardise } from '$lib/trainer/standardise';
import { csv, penguins } from './penguins';

const rows = penguins.penguins;
const usable = rows.filter(isUsable);

describe('the penguins', () => {
  it('are the ones that manifests name', () => {
    expect(penguins.sha256).toBe(PENGUINS_SHA256);
    expect(penguins.sha256).toBe(createHash('sha256').update(csv).digest('hex'));
  });

  it('are as many as is known of them', () => {
    expect(rows).toHaveLength(344);
    expect(rows.map(({ id }) => id)).toEqual([...rows.keys()]);
    const unmeasured = rows.filter(({ measurements }) =>
      Object.values(measurements).every((v) => v === null)
    );
    expect(unmeasured.map(({ id }) => id)).toEqual([3, 339]);
    expect(rows.filter(({ sex }) => sex === null)).toHaveLength(10);
    expect(rows.filter(({ sex }) => sex === '.').map(({ id }) => id)).toEqual([336]);
    expect(usable).toHaveLength(333);
    expect(usable.filter(({ sex }) => sex === 'MALE')).toHaveLength(168);
  });

  it('are read cell by cell', () => {
    expect(rows[0]).toEqual({
      id: 0,
      species: 'Adelie',
      island: 'Torgersen',
      measurements: { bill_length_mm: 39.1, bill_depth_mm: 18.7, flipper_length_mm: 181, body_mass_g: 3750 },
      sex: 'MALE'
    });
    expect(rows[3]!.measurements.body_mass_g).toBeNull();
  });

  it.each([
    ['a header it does not know', csv.replace('island', 'place'), 'not its header'],
    [
      'a row that is too short',
      csv.replace('Torgersen,39.5', '39.5'),
      'Line 3 of the data has 6 cells, not 7'
    ],
    [
      'a word for a number',
      csv.replace('39.5', 'long'),
      'Line 3 of the data has "long" where a number belongs'
    ]
  ])('are refused with %s', (_, text, message) => {
    expect(() => parseDataset(text)).toThrow(message);
  });

  it('have another hash when one byte differs', () => {
    expect(parseDataset(csv.replace('39.1', '39.2')).sha256).not.toBe(PENGUINS_SHA256);
  });
});

describe('the split', () => {
  const anySeed = fc.integer({ min: 0, max: 0xffffffff });
  const anySize = fc.integer({ min: 1, max: 300 });
  const ids = (list: readonly Penguin[]) => list.map(({ id }) => id);

  it('parts the usable rows: none lost, none twice, each part ascending', () => {
    fc.assert(
      fc.property(anySeed, anySize, (seed, testSize) => {
        const { test, training } = split(rows, isUsable, seed, testSize);
        expect(test).toHaveLength(testSize);
        expect([...ids(test), ...ids(training)].sort((a, b) => a - b)).toEqual(ids(usable));
        for (const part of [ids(test), ids(training)]) expect(part).toEqual(part.toSorted((a, b) => a - b));
      })
    );
  });

  it('differs from seed to seed', () => {
    fc.assert(
      fc.property(anySeed, anySeed, (one, other) => {
        fc.pre(one !== other);
        expect(ids(split(rows, isUsable, one, 100).test)).not.toEqual(
          ids(split(rows, isUsable, other, 100).test)
        );
      })
    );
  });

  it('moves one test row at most when one more row becomes usable', () => {
    const anyUsableRow = fc.constantFrom(...usable);
    fc.assert(
      fc.property(anySeed, anySize, anyUsableRow, (seed, testSize, row) => {
        const withoutRow = (penguin: Penguin): penguin is UsablePenguin =>
          isUsable(penguin) && penguin !== row;
        const before = ids(split(rows, withoutRow, seed, testSize).test);
        const after = new Set(ids(split(rows, isUsable, seed, testSize).test));
        expect(before.filter((id) => !after.has(id)).length).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe('standardising', () => {
  it('divides by n, or by n − 1', () => {
    const table = [
      [1, 10],
      [2, 10],
      [3, 10],
      [6, 14]
    ];
    expect(fitScaling(table, 0)).toEqual({
      mean: [3, 11],
      deviation: [Math.sqrt(14 / 4), Math.sqrt(12 / 4)]
    });
    expect(fitScaling(table, 1).deviation).toEqual([Math.sqrt(14 / 3), 2]);
  });

  it('gives the training rows mean 0 and deviation 1', () => {
    const table = usable.map(({ measurements }) => Object.values(measurements));
    const scaling = fitScaling(table, 0);
    const again = fitScaling(
      table.map((row) => standardise(row, scaling)),
      0
    );
    for (const mean of again.mean) expect(mean).toBeCloseTo(0, 10);
    for (const deviation of again.deviation) expect(deviation).toBeCloseTo(1, 10);
  });
});

describe('the test set', () => {
  it('shows the manifest’s features, raw and in its order', () => {
    const manifest = {
      ...BASELINE,
      data: { ...BASELINE.data, features: ['body_mass_g', 'bill_depth_mm'] as typeof BASELINE.data.features }
    };
    const { penguins: shown } = describeTestSet(manifest, penguins);
    for (const { id, features, sex, species, island } of shown) {
      const row = rows[id]!;
      expect(features).toEqual([row.measurements.body_mass_g, row.measurements.bill_depth_mm]);
      expect([sex, species, island]).toEqual([row.sex, row.species, row.island]);
    }
  });
});
