import { describe, expect, it } from 'vitest';
import { RECORDED } from '$lib/experiment/lab';
import { pairOf } from '$lib/machine/lab';
import {
  experimentSeries,
  isRunCount,
  luckySeries,
  runsAhead,
  seedOf,
  seriesOf,
  setupOf,
  specOf,
  SPREAD_DRIFTS,
  splitOf,
  USUAL_CHOICE,
  VARIES
} from '$lib/machine/lab/spread/plan';
import { sweepManifest } from '$lib/trainer/sweep';

const everyChoice = VARIES.flatMap((varies) =>
  [null, ...SPREAD_DRIFTS.map(({ id }) => id)].flatMap((drift) =>
    [false, true].map((both) => ({ varies, drift, both, runs: 11 }))
  )
);

describe('what is run', () => {
  it('takes 1,000 runs by default, and from 10 to 10,000', () => {
    expect(USUAL_CHOICE.runs).toBe(1000);
    expect([9, 10, 10_000, 10_001, 10.5, NaN].map(isRunCount)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false
    ]);
  });

  it('opens every dot as the very run that it is', () => {
    for (const choice of everyChoice) {
      const series = seriesOf(choice);
      expect(runsAhead(series)).toBe(choice.runs);
      for (const one of series) {
        for (const run of [0, 3]) {
          expect(pairOf(setupOf(one, run)).later).toEqual(sweepManifest(specOf(one), run));
        }
      }
    }
    for (const one of luckySeries(77)) {
      expect(pairOf(setupOf(one, 5)).later).toEqual(sweepManifest(specOf(one), 5));
    }
  });

  it('goes without the drift and with it over the same seeds', () => {
    const [off, on] = seriesOf({ varies: 'seed', drift: 'library-default', both: true, runs: 20 });
    expect([off!.runs, on!.runs]).toEqual([10, 10]);
    expect(sweepManifest(specOf(off!), 4).code.l2).toBe(RECORDED.code.l2);
    expect(sweepManifest(specOf(on!), 4).code.l2).toBe(0.01);
    expect(seedOf(off!, 4)).toBe(seedOf(on!, 4));
  });

  it('never tests luck on the split that it was picked on, nor against a seed it was picked from', () => {
    const [seeds] = experimentSeries('lucky');
    const [lucky, honest] = luckySeries(3);
    const tried = Array.from({ length: seeds!.runs }, (_, run) => seedOf(seeds!, run));
    expect(tried).not.toContain(seedOf(honest!, 0));
    for (let run = 0; run < lucky!.runs; run++) {
      expect(splitOf(lucky!, run)).not.toBe(RECORDED.data.splitSeed);
      expect(splitOf(lucky!, run)).toBe(splitOf(honest!, run));
    }
  });
});
