import type { Manifest, RunRecord } from '../../src/lib/experiment';
import type { MathProbe, ProbedFunction, ProbedRuns } from '../../src/lib/trainer/lab-protocol';
import { digestAt, type SweepSpec } from '../../src/lib/trainer/sweep';
import type { SweepPart } from '../../src/lib/trainer/sweep-protocol';

/** What must be the same everywhere: as a receipt has it. */
export type Result = Pick<RunRecord, 'accuracy' | 'digest' | 'predictionsDigest'>;

export const resultOf = ({ accuracy, digest, predictionsDigest }: Result): Result => ({
  accuracy,
  digest,
  predictionsDigest
});

/** One run as a sweep keeps it, and whether the SIMD kernel computed it. */
export type Swept = Pick<RunRecord, 'accuracy' | 'digest'> & { readonly simd: boolean };

/** The shortest sweep: one run. */
export const sweepOf = (manifest: Manifest): SweepSpec => ({
  base: manifest,
  varies: { kind: 'nothing' },
  count: 1
});

export const sweptOf = ({ rows, simd }: SweepPart): Swept => ({
  accuracy: { correct: rows.correct[0]!, total: rows.total[0]! },
  digest: digestAt(rows, 0),
  simd: simd === 1
});

/** What an engine made of the manifests. */
export interface Trained {
  /** For each manifest one result of each worker that has the trainer alone. */
  readonly results: readonly (readonly Result[])[];
  /** For each manifest what the sweep's worker gave. */
  readonly swept: readonly Swept[];
}

/** One run with the engine's own math. */
export type PlatformRun = Result & {
  readonly learningRate: number;
  /** Predictions that another math turns round; null where they were not handed out one by one. */
  readonly flips: number | null;
};

/** What an engine's own math does. */
export interface PlatformMath {
  /** Null where an engine has no probe: it was only trained with. */
  readonly functions: { readonly exp: ProbedFunction; readonly tanh: ProbedFunction } | null;
  readonly runs: readonly PlatformRun[];
}

const platformRun = ({ learningRate, native, comparison }: ProbedRuns): PlatformRun => ({
  ...resultOf(native),
  learningRate,
  flips: comparison.flipped.length
});

export const platformMath = ({ exp, tanh, runs }: MathProbe): PlatformMath => ({
  functions: { exp, tanh },
  runs: runs.map(platformRun)
});

/** What the page is given to do. */
export interface PageTask {
  /** Addresses of the workers that the site ships. The Lab's can also probe; the sweep's has the SIMD kernel. */
  readonly workers: { readonly lesson: string; readonly lab: string; readonly sweep: string };
  readonly manifests: readonly Manifest[];
}

export interface PageFindings extends Trained {
  readonly math: PlatformMath;
}

export type PageReport =
  { readonly ok: true; readonly value: PageFindings } | { readonly ok: false; readonly message: string };
