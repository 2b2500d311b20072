import type { Manifest, RunRecord } from '../../src/lib/experiment';
import type { MathProbe, ProbedFunction, ProbedRuns } from '../../src/lib/trainer/lab-protocol';

/** What must be the same everywhere: as a receipt has it. */
export type Result = Pick<RunRecord, 'accuracy' | 'digest' | 'predictionsDigest'>;

export const resultOf = ({ accuracy, digest, predictionsDigest }: RunRecord): Result => ({
  accuracy,
  digest,
  predictionsDigest
});

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
  /** Addresses of the workers that the site ships. The last one is the Lab's, which can also probe. */
  readonly workers: readonly string[];
  readonly manifests: readonly Manifest[];
}

/** What the page found: for each manifest one result of each worker. */
export interface PageFindings {
  readonly results: readonly (readonly Result[])[];
  readonly math: PlatformMath;
}

export type PageReport =
  { readonly ok: true; readonly value: PageFindings } | { readonly ok: false; readonly message: string };
