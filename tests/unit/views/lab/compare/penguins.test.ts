import { describe, expect, it } from 'vitest';
import { compare } from '$lib/experiment';
import { flippedTable, penguinTable } from '$lib/views/lab/compare/penguins';
import { pairNamed } from './compared-runs';

describe('the table of all test penguins', () => {
  it('has each once, with both answers as they were', () => {
    const pair = pairNamed('l2');
    const { rows, measured } = penguinTable(pair)!;
    expect(rows.map(({ id }) => id)).toEqual(pair.then.testIds);
    expect(measured).toEqual(['Bill length, mm', 'Body mass, g']);
    rows.forEach((row, index) => {
      expect(row.then).toBe(pair.then.predictions[index] === 1 ? 'male' : 'female');
      expect(row.later).toBe(pair.later.predictions[index] === 1 ? 'male' : 'female');
      expect(row.number).toBe(String(row.id + 1));
      expect(row.measurements.join()).toMatch(/^\d\d\.\d,\d{4}$/);
    });
  });

  it('says who was right, which adds up to both scores', () => {
    const pair = pairNamed('l2');
    const { rows } = penguinTable(pair)!;
    const right = (run: 'then' | 'later') => rows.filter((row) => row.right === run || row.right === 'both');
    expect(right('then')).toHaveLength(pair.then.accuracy.correct);
    expect(right('later')).toHaveLength(pair.later.accuracy.correct);
  });

  it('holds each run against the labels of its own day', () => {
    const pair = pairNamed('labels');
    const relabelled = penguinTable(pair)!.rows.filter(({ sex }) => sex.includes(', later '));
    expect(relabelled).toHaveLength(5);
    expect(relabelled.every(({ right }) => right === 'later')).toBe(true);
  });

  it('says who was not tested, where the tests differ', () => {
    const pair = pairNamed('split');
    const { rows } = penguinTable(pair)!;
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([...pair.then.testIds, ...pair.later.testIds]));
    const known = new Set(pair.then.testIds);
    for (const row of rows) expect(row.then === 'not tested').toBe(!known.has(row.id));
  });

  it('has all measurements that either model looked at', () => {
    const { measured, rows } = penguinTable(pairNamed('features'))!;
    expect(measured).toEqual(['Bill length, mm', 'Body mass, g', 'Bill depth, mm', 'Flipper length, mm']);
    for (const { measurements } of rows) expect(measurements.every((text) => text !== '')).toBe(true);
  });

  it('waits until it is known what the runs were tested on', () => {
    const pair = { ...pairNamed('l2'), testSets: { then: null, later: null } };
    expect(penguinTable(pair)).toBeNull();
    expect(flippedTable(pair)).toBeNull();
  });
});

describe('the flipped penguins', () => {
  it('are those that the comparison names', () => {
    const pair = pairNamed('l2');
    const { rows, summary } = flippedTable(pair)!;
    expect(rows.map(({ id }) => id)).toEqual(compare(pair.then, pair.later).flipped);
    expect(summary).toBe(
      '28 of 100 penguins are classified differently. The first run was right about 21 of them, the later one about 7.'
    );
  });

  it('are none when nothing differs', () => {
    expect(flippedTable(pairNamed('nothing'))).toMatchObject({
      rows: [],
      summary: 'No penguin is classified differently.'
    });
  });
});
