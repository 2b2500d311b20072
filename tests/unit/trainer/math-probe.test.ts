import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '$lib/experiment';
import { ulpDistance } from '$lib/experiment/lab';
import { train } from '$lib/trainer';
import { elementary, PORTABLE, type Elementary } from '$lib/trainer/elementary';
import type { MathProbe, Progress } from '$lib/trainer/lab';
import { probeMath } from '$lib/trainer/math-probe';
import { penguins } from './penguins';
import { withFields } from './manifests';

const FEW = 120_000;

function probed(native: Elementary, inputs?: number): { result: MathProbe; reports: Progress[] } {
  const reports: Progress[] = [];
  const steps = probeMath(native, penguins, inputs);
  let next = steps.next();
  for (; !next.done; next = steps.next()) reports.push(next.value);
  return { result: next.value, reports };
}

/** The number that lies some units in the last place further from 0. */
function moved(value: number, ulps: bigint): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer)[0]!;
  return new Float64Array(new BigInt64Array([bits + ulps]).buffer)[0]!;
}

describe('an engine whose functions are the portable ones', () => {
  it('differs nowhere', () => {
    const { exp, tanh } = probed(PORTABLE, FEW).result;
    expect(exp).toEqual({ range: [-30, 30], tried: FEW, differing: 0, worst: null });
    expect(tanh).toEqual({ range: [-6, 6], tried: FEW, differing: 0, worst: null });
  });
});

describe('an engine whose functions differ by known amounts', () => {
  it('is caught wherever it differs, and where it differs most', () => {
    const positive: number[] = [];
    let calls = 0;
    let worst = NaN;
    const { exp, tanh } = probed(
      {
        exp: (x) => {
          if (x > 0) positive.push(x);
          return x > 0 ? moved(PORTABLE.exp(x), 1n) : PORTABLE.exp(x);
        },
        tanh: (x) => {
          calls++;
          if (calls === 70_000) worst = x;
          return calls % 1000 === 0 ? moved(PORTABLE.tanh(x), calls === 70_000 ? 9n : 5n) : PORTABLE.tanh(x);
        }
      },
      FEW
    ).result;
    expect(exp.differing).toBe(positive.length);
    expect(exp.worst).toEqual({
      input: positive[0],
      portable: PORTABLE.exp(positive[0]!),
      native: moved(PORTABLE.exp(positive[0]!), 1n),
      ulps: 1
    });
    expect(tanh.differing).toBe(FEW / 1000);
    expect(tanh.worst).toEqual({
      input: worst,
      portable: PORTABLE.tanh(worst),
      native: moved(PORTABLE.tanh(worst), 9n),
      ulps: 9
    });
  });

  it('is caught even where it gives no number', () => {
    const { exp } = probed({ exp: () => NaN, tanh: PORTABLE.tanh }, 10).result;
    expect(exp).toMatchObject({ tried: 10, differing: 10, worst: { native: NaN, ulps: Infinity } });
  });
});

describe('the inputs', () => {
  const seen = { exp: [] as number[], tanh: [] as number[] };
  const note: Elementary = {
    exp: (x) => (seen.exp.push(x), PORTABLE.exp(x)),
    tanh: (x) => (seen.tanh.push(x), PORTABLE.tanh(x))
  };
  beforeAll(() => void probed(note, FEW));

  it.each([
    ['exp', 30],
    ['tanh', 6]
  ] as const)('of %s are spread evenly from −%d to as much', (name, limit) => {
    expect(seen[name]).toHaveLength(FEW);
    const tenths = Array<number>(10).fill(0);
    for (const x of seen[name]) tenths[Math.floor(((x + limit) / (2 * limit)) * 10)]!++;
    expect(tenths).toHaveLength(10); // nothing fell outside
    for (const count of tenths) expect(Math.abs(count / (FEW / 10) - 1)).toBeLessThan(0.05);
    expect(new Set(seen[name]).size).toBeGreaterThan(0.999 * FEW);
  });

  it('are the same in every probe', () => {
    const before = { exp: [...seen.exp], tanh: [...seen.tanh] };
    seen.exp.length = seen.tanh.length = 0;
    probed(note, FEW);
    expect(seen).toEqual(before);
  });
});

describe('a full probe of this engine', () => {
  let probe: ReturnType<typeof probed>;
  beforeAll(() => void (probe = probed(elementary('platform'))));

  it('tries a million inputs of each function, and shows its worst case as it is', () => {
    for (const name of ['exp', 'tanh'] as const) {
      const { tried, differing, worst } = probe.result[name];
      expect(tried).toBe(1_000_000);
      expect(differing > 0).toBe(worst !== null);
      if (!worst) continue;
      expect(worst.portable).toBe(PORTABLE[name](worst.input));
      expect(worst.native).toBe(elementary('platform')[name](worst.input));
      expect(worst.ulps).toBe(ulpDistance(worst.portable, worst.native));
    }
  });

  it('trains the baseline with both, at its own rate and at 5', () => {
    expect(probe.result.runs.map(({ learningRate }) => learningRate)).toEqual([0.3, 5]);
    for (const { learningRate, portable, native, comparison } of probe.result.runs) {
      const run = (math: string) =>
        train(withFields({ 'code.learningRate': learningRate, 'environment.math': math }), penguins).record;
      expect(portable).toEqual(run('portable'));
      expect(native).toEqual(run('platform'));
      expect(comparison).toEqual(compare(portable, native));
    }
  });

  it('reports its steps', () => {
    const { reports } = probe;
    expect(reports.map(({ done }) => done)).toEqual(reports.map((_, index) => index + 1));
    expect(reports.every(({ total }) => total === reports.length)).toBe(true);
    expect(reports.length).toBeGreaterThan(20);
  });
});
