import { BASELINE, compare, type Manifest } from '../experiment';
import { ulpDistance } from '../experiment/lab';
import type { Dataset } from './dataset';
import { PORTABLE, type Elementary } from './elementary';
import { xoshiro128 } from './generators/xoshiro128';
import type { MathProbe, ProbedFunction, ProbedRuns, Progress } from './lab-protocol';
import { PROBE_CHUNK, PROBE_INPUTS } from './probe-size';
import type { Rng } from './rng';
import { train } from './train';

/** "PROB": inputs are the same in every probe, and no run draws from their stream. */
const SEED = 0x50524f42;

// Where the two bend, and where training asks for them: beyond, tanh is ±1 to within a few bits.
const RANGES = { exp: [-30, 30], tanh: [-6, 6] } as const;

type Name = keyof typeof RANGES;

/** A rate at which the smallest difference grows until predictions flip. */
const FAST = 5;

const TWO_21 = 0x200000;
const TWO_53 = 9007199254740992;

/** A fraction in [0, 1) with all 53 bits of a float64: two draws. */
const fine = (rng: Rng): number => {
  const high = rng.next();
  return (high * TWO_21 + (rng.next() >>> 11)) / TWO_53;
};

/** Holds one function against another, in chunks: one yield after each. */
function* probe(name: Name, native: Elementary, rng: Rng, inputs: number): Generator<void, ProbedFunction> {
  const portable = PORTABLE[name];
  const [from, to] = RANGES[name];
  let differing = 0;
  let worst: ProbedFunction['worst'] = null;
  for (let tried = 1; tried <= inputs; tried++) {
    const input = from + fine(rng) * (to - from);
    const ours = portable(input);
    const theirs = native[name](input);
    if (!Object.is(ours, theirs)) {
      differing++;
      const ulps = ulpDistance(ours, theirs);
      if (worst === null || ulps > worst.ulps) worst = { input, portable: ours, native: theirs, ulps };
    }
    if (tried % PROBE_CHUNK === 0 || tried === inputs) yield;
  }
  return { range: RANGES[name], tried: inputs, differing, worst };
}

function probeRuns(learningRate: number, dataset: Dataset): ProbedRuns {
  const run = (math: Manifest['environment']['math']) =>
    train(
      {
        ...BASELINE,
        code: { ...BASELINE.code, learningRate },
        environment: { ...BASELINE.environment, math }
      },
      dataset
    ).record;
  const [portable, native] = [run('portable'), run('platform')];
  return { learningRate, portable, native, comparison: compare(portable, native) };
}

/**
 * Tries the engine's own `exp` and `tanh` against the portable ones, on the same inputs in every engine: drawn
 * from xoshiro128** evenly over −30 to 30 for `exp` and −6 to 6 for `tanh`. Then trains the baseline with both,
 * at its own learning rate and at 5. One report a chunk of inputs and a pair of runs.
 * @param native the engine's own functions. The runs do not take them from here, but as every run does:
 * their manifests say `math: platform`.
 * @param inputs how many inputs to try, of each function.
 */
export function* probeMath(
  native: Elementary,
  dataset: Dataset,
  inputs: number = PROBE_INPUTS
): Generator<Progress, MathProbe> {
  const rng = xoshiro128(SEED);
  const total = 2 * Math.floor((inputs + PROBE_CHUNK - 1) / PROBE_CHUNK) + 2;
  let done = 0;
  const next = (): Progress => ({ done: ++done, total });

  function* reported(name: Name): Generator<Progress, ProbedFunction> {
    const chunks = probe(name, native, rng, inputs);
    for (let chunk = chunks.next(); ; chunk = chunks.next()) {
      if (chunk.done) return chunk.value;
      yield next();
    }
  }

  const exp = yield* reported('exp');
  const tanh = yield* reported('tanh');
  const baseline = probeRuns(BASELINE.code.learningRate, dataset);
  yield next();
  const fast = probeRuns(FAST, dataset);
  yield next();
  return { exp, tanh, runs: [baseline, fast] };
}
