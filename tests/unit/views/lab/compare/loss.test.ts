import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOSS_CHART, lossText, lossView } from '$lib/views/lab/compare/loss';
import { pairNamed } from './compared-runs';

const WIDTH = 640;
const pointsOf = (path: string) =>
  [...path.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the loss curves', () => {
  it('have one point an epoch, all within the axes', () => {
    const { paths } = lossView(pairNamed('l2'), WIDTH);
    for (const path of [paths.then, paths.later]) {
      expect(pointsOf(path)).toHaveLength(100);
      for (const [x, y] of pointsOf(path)) {
        expect(x! >= LOSS_CHART.margin.left && x! <= WIDTH - LOSS_CHART.margin.right).toBe(true);
        expect(y! >= LOSS_CHART.margin.top && y! <= LOSS_CHART.height - LOSS_CHART.margin.bottom).toBe(true);
      }
    }
  });

  it('say that they are equal when they are', () => {
    const view = lossView(pairNamed('nothing'), WIDTH);
    expect(view.equal).toBe(true);
    expect(view.paths.then).toBe(view.paths.later);
    expect(view.summary).toBe('Both curves are equal in every epoch.');
    expect(view.rows.every(({ differs, difference }) => !differs && difference === 'equal')).toBe(true);
  });

  it('say where they part and where they end', () => {
    const pair = pairNamed('bits');
    const parting = pair.then.lossCurve.findIndex((loss, index) => loss !== pair.later.lossCurve[index]) + 1;
    const view = lossView(pair, WIDTH);
    expect(view.summary).toContain(`first differ in epoch ${parting}`);
    const row = view.rows.find(({ epoch }) => epoch === parting);
    expect(row?.differs).toBe(true);
    expect(row?.difference).not.toMatch(/^[+−]?0\.0000$/);
  });

  it('can be of different lengths', () => {
    const view = lossView(pairNamed('epochs'), WIDTH);
    expect(view.summary).toMatch(/^Then ran for 100 epochs, later for 120 epochs\./);
    expect(view.rows.at(-1)).toMatchObject({ epoch: 120, then: '–', difference: '–' });
    expect(view.rows.map(({ epoch }) => epoch)).toContain(100);
    expect(pointsOf(view.paths.later)).toHaveLength(120);
  });

  it('have a table with the first, the last and round epochs between, each once', () => {
    const epochs = lossView(pairNamed('l2'), WIDTH).rows.map(({ epoch }) => epoch);
    expect(epochs).toEqual([1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('are named beside their ends, one name clear of the other', () => {
    const { names } = lossView(pairNamed('nothing'), WIDTH);
    expect(Math.abs(names.then.y - names.later.y)).toBeGreaterThanOrEqual(16);
  });

  it('leave out what is not a number', () => {
    const pair = pairNamed('nothing');
    const broken = { ...pair.later, lossCurve: [0.6, NaN, Infinity, 0.5] };
    const view = lossView({ ...pair, later: broken }, WIDTH);
    expect(pointsOf(view.paths.later)).toHaveLength(2);
    expect(JSON.stringify(view)).not.toContain('null');
    expect(lossText(NaN)).toBe('not a number');
  });

  it('write small differences as powers of ten', () => {
    expect(lossText(0.361254)).toBe('0.3613');
    expect(lossText(0)).toBe('0.0000');
    expect(lossText(-1.23e-12)).toBe('−1.2\u00a0×\u00a010^−12');
  });
});

describe('the ticks of the axes', () => {
  const chart = (lossCurve: readonly number[]) => {
    const pair = pairNamed('nothing');
    const curve = { lossCurve: [...lossCurve] };
    return lossView({ ...pair, then: { ...pair.then, ...curve }, later: { ...pair.later, ...curve } }, WIDTH);
  };

  it('are round', () => {
    const { up, across } = chart(Array.from({ length: 100 }, (_, epoch) => 0.7 - 0.0036 * epoch));
    expect(up.map(({ text }) => text)).toEqual(['0.4', '0.5', '0.6', '0.7']);
    expect(across.map(({ text }) => text)).toEqual([
      '1',
      '10',
      '20',
      '30',
      '40',
      '50',
      '60',
      '70',
      '80',
      '90',
      '100'
    ]);
  });

  it('lie within the drawing, evenly, and are a handful', () => {
    const loss = fc.integer({ min: 1, max: 50_000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(loss, { minLength: 1, maxLength: 1000 }), (curve) => {
        const { up, across } = chart(curve);
        for (const { at } of up) expect(at >= 0 && at <= LOSS_CHART.height).toBe(true);
        for (const { at } of across) expect(at >= 0 && at <= WIDTH).toBe(true);
        expect(up.length).toBeGreaterThan(0);
        expect(up.length).toBeLessThanOrEqual(8);
        const steps = up.slice(1).map(({ at }, index) => up[index]!.at - at);
        for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 3);
      })
    );
  });
});
