import { DIGEST_BYTES, digestBytes } from '../experiment/digest';
import type { Dataset } from './dataset';
import { TrainingRefused } from './refusal';
import type { Handlers } from './serve';
import type { SimdKernel } from './simd/simd-kernel';
import { emptyRows, sweepManifest, type Span, type SweepSpec } from './sweep';
import type { SweepPart, SweepRequests } from './sweep-protocol';
import { createSweepRunner } from './sweep-run';

/**
 * Trains some runs of a sweep, one after the other.
 * @param kernel null where there is none.
 */
export function sweepPart(
  spec: SweepSpec,
  { from, to }: Span,
  dataset: Dataset,
  kernel: SimdKernel | null = null
): SweepPart {
  const run = createSweepRunner(dataset, kernel);
  const rows = emptyRows(to - from);
  let simd = 0;
  for (let index = from; index < to; index++) {
    const row = index - from;
    try {
      const { record, simd: byKernel } = run(sweepManifest(spec, index));
      rows.correct[row] = record.accuracy.correct;
      rows.total[row] = record.accuracy.total;
      rows.digests.set(digestBytes(record.digest), DIGEST_BYTES * row);
      if (byKernel) simd++;
    } catch (error) {
      if (!(error instanceof TrainingRefused)) throw error; // one that outgrew its numbers stays an empty row
    }
  }
  return { rows, simd };
}

/** What a pool asks of its workers. */
export const sweepHandlers = (kernel: SimdKernel | null): Handlers<SweepRequests> => ({
  sweep: ({ spec, span }, dataset) => ({ value: sweepPart(spec, span, dataset, kernel) })
});
