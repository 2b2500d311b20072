import type { Span, SweepRows, SweepSpec } from './sweep';

/** What one worker answers about some runs of a sweep. */
export interface SweepPart {
  /** Of these runs alone, the first at 0. */
  readonly rows: SweepRows;
  /** How many of them the SIMD kernel computed; the others have the same bits. */
  readonly simd: number;
}

/** What a worker of the pool serves. It reports nothing: a chunk is small. */
export interface SweepRequests {
  sweep: { input: { spec: SweepSpec; span: Span }; progress: never; output: SweepPart };
}
