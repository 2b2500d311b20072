import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { describeTestSet } from '$lib/trainer';
import { mapScales } from '$lib/views/map-scales';
import { penguinText, placedPenguins } from '$lib/views/penguins';
import { areaAfter, epochView, withFlips } from '$lib/views/lab/bits/epoch';
import { pairOf } from '$lib/machine/lab';
import { realDataset } from '../../../machine/fake-trainer';
import { realTrace, setup, traceOf } from './traces';

const { penguins } = describeTestSet(BASELINE, realDataset);
const scales = mapScales(penguins);
const same = pairOf(setup({}));

describe('an epoch', () => {
  const trace = traceOf({}, { ulps: { median: 2, largest: 3e7 }, flipped: [3] });

  it('says how far apart the runs are and what flips', () => {
    const view = epochView(trace, 2, same);
    expect(view.title).toBe('Epoch 2 of 2');
    expect(view.flips).toBe('1 prediction flips');
    expect(view.valueText.replaceAll('\u00a0', ' ')).toBe(
      'Epoch 2 of 2, largest 3.0 × 10 to the power of 7, median 2 ULP, 1 prediction flips'
    );
  });

  it('says so when no bit differs, and when nothing has been trained', () => {
    expect(epochView(trace, 0, same).valueText).toBe(
      'Before training, not a bit differs, no prediction flips'
    );
  });

  it('has the accuracy of both runs', () => {
    const [then, later] = epochView(
      traceOf({ accuracy: { then: { correct: 80, total: 100 }, later: { correct: 1, total: 3 } } }),
      1,
      same
    ).runs;
    expect([then!.percent, later!.percent]).toEqual(['80%', '33.3%']);
    expect(later!.detail).toBe('1 of 3 test penguins right');
  });
});

describe('the axes of the maps', () => {
  const view = (parts: Parameters<typeof setup>[0]) => epochView(traceOf({}), 1, pairOf(setup(parts)));
  const looksAt = { 'data.features': ['bill_depth_mm', 'flipper_length_mm'] } as const;

  it('are named after what both models look at', () => {
    expect(view({}).axes).toBe('→ bill length, ↑ body mass');
    expect(view({ then: looksAt }).axes).toBe('→ bill depth, ↑ flipper length');
    expect(view({ then: looksAt }).runs[1]!.help).toMatch(
      /^Bill depth to the right, flipper length upwards\./
    );
  });

  it('are told of each map where the models look at different measurements', () => {
    const { axes, runs } = view({ later: looksAt });
    expect(axes).toBeNull();
    expect(runs.map((run) => run.axes)).toEqual([
      '→ bill length, ↑ body mass',
      '→ bill depth, ↑ flipper length'
    ]);
    expect(runs[1]!.help).toMatch(/^Bill depth to the right, flipper length upwards\./);
  });
});

describe('the maps of an epoch', () => {
  it('are those of the weights after that epoch', () => {
    const trace = realTrace({ then: { 'code.epochs': 3 }, drifts: ['library-default'] });
    const pair = pairOf(setup({}));
    const paths = (epoch: number, run: 'then' | 'later') =>
      JSON.stringify(areaAfter(trace.epochs[epoch]!, run, pair, trace.scaling, scales));
    expect(paths(0, 'then')).toBe(paths(0, 'later'));
    expect(paths(3, 'then')).not.toBe(paths(3, 'later'));
    expect(paths(3, 'then')).not.toBe(paths(2, 'then'));
  });
});

describe('the penguins on the maps', () => {
  const views = placedPenguins(penguins, scales, (penguin) => penguinText(penguin, BASELINE.data.features));

  it('are walked through from left to right', () => {
    expect(views).toHaveLength(penguins.length);
    expect(views.map(({ x }) => x)).toEqual(views.map(({ x }) => x).sort((a, b) => a - b));
    expect(views[0]!.text).toMatch(/^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male$/);
  });

  it('say where the runs disagree; the others stay the same', () => {
    const [first, second] = views;
    const [flipped, same] = withFlips(views, [first!.id]);
    expect(flipped!.text).toBe(`${first!.text} · the runs disagree`);
    expect(same).toBe(second);
  });
});
