import type { LabSetup } from '$lib/machine/lab';
import { NOTHING_DIFFERS, pairOf } from '$lib/machine/lab';
import type { Trace, TraceEpoch } from '$lib/trainer/lab';
import { trace } from '$lib/trainer/trace';
import { drain } from '$lib/trainer/drain';
import { realDataset } from '../../../machine/fake-trainer';

/** A setup in which only this much differs from none. */
export const setup = (parts: Partial<LabSetup>): LabSetup => ({ ...NOTHING_DIFFERS, ...parts });

/** Really trains the pair of a setup side by side. */
export function realTrace(parts: Partial<LabSetup>): Trace {
  const { then, later } = pairOf(setup(parts));
  return drain(trace(then, later, realDataset));
}

/** An invented epoch of models with one hidden unit, equal in every bit unless told otherwise. */
export const epochOf = (epoch: number, parts: Partial<TraceEpoch> = {}): TraceEpoch => ({
  epoch,
  ulps: { median: 0, largest: 0 },
  flipped: [],
  accuracy: { then: { correct: 85, total: 100 }, later: { correct: 85, total: 100 } },
  weights: { then: Float64Array.of(1, 1, 1, 1, 1), later: Float64Array.of(1, 1, 1, 1, 1) },
  ...parts
});

/** An invented trace with these epochs after the initial weights; the first of them is where the runs part. */
export const traceOf = (...epochs: Partial<TraceEpoch>[]): Trace => ({
  first: {
    epoch: 1,
    batch: 1,
    batchesInEpoch: 15,
    weight: 0,
    then: 1,
    later: 1 + 2 ** -52,
    differing: 1,
    sums: { then: [], later: [] }
  },
  reached: [],
  epochs: [epochOf(0), ...epochs.map((parts, index) => epochOf(index + 1, parts))],
  scaling: { then: { mean: [0, 0], deviation: [1, 1] }, later: { mean: [0, 0], deviation: [1, 1] } }
});
