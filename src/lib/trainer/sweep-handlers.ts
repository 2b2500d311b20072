import { digestBytes } from '../experiment/digest';
import type { Dataset } from './dataset';
import { TrainingRefused } from './refusal';
import type { Handlers } from './serve';
import { emptyRows, sweepManifest, type Span, type SweepSpec } from './sweep';
import type { SweepPart, SweepRequests } from './sweep-protocol';
import { train } from './train';

/** Trains some runs of a sweep, one after the other. */
export function sweepPart(spec: SweepSpec, { from, to }: Span, dataset: Dataset): SweepPart {
  const rows = emptyRows(to - from);
  for (let index = from; index < to; index++) {
    try {
      const { accuracy, digest, predictionsDigest } = train(sweepManifest(spec, index), dataset).record;
      rows.correct[index - from] = accuracy.correct;
      rows.total[index - from] = accuracy.total;
      rows.digests.set(digestBytes(digest), 32 * (index - from));
      rows.predictionsDigests.set(digestBytes(predictionsDigest), 32 * (index - from));
    } catch (error) {
      if (!(error instanceof TrainingRefused)) throw error;
    }
  }
  return { rows, simd: 0 };
}

/** What a pool asks of its workers. */
export const SWEEP_HANDLERS: Handlers<SweepRequests> = {
  sweep: ({ spec, span }, dataset) => ({ value: sweepPart(spec, span, dataset) })
};
