import { BASELINE, compare, type Manifest } from '$lib/experiment';
import type { MathProbe } from '$lib/trainer/lab';
import { realRun } from '../../../machine/fake-trainer';

const at = (learningRate: number, environment: Partial<Manifest['environment']> = {}) =>
  realRun({
    ...BASELINE,
    code: { ...BASELINE.code, learningRate },
    environment: { ...BASELINE.environment, ...environment }
  }).record;

const runs = (learningRate: number, environment: Partial<Manifest['environment']>) => {
  const [portable, native] = [at(learningRate), at(learningRate, environment)];
  return { learningRate, portable, native, comparison: compare(portable, native) };
};

/**
 * An engine whose exp is the portable one and whose tanh is not. Its runs differ by their sums in place of their
 * functions: that is the same in every engine, and so are these tests.
 */
export const mathProbe: MathProbe = {
  exp: { range: [-30, 30], tried: 1_000_000, differing: 0, worst: null },
  tanh: {
    range: [-6, 6],
    tried: 1_000_000,
    differing: 109_537,
    worst: { input: -0.5, portable: 1, native: 1 + 2 * Number.EPSILON, ulps: 2 }
  },
  runs: [runs(0.3, { gradientChunks: 4 }), runs(5, { gradientChunks: 4 })]
};

/** An engine whose functions are the portable ones. */
export const equalProbe: MathProbe = {
  exp: mathProbe.exp,
  tanh: { ...mathProbe.tanh, differing: 0, worst: null },
  runs: [runs(0.3, {}), runs(5, {})]
};
