import { describe, expect, it } from 'vitest';
import { labWords } from '$lib/lesson/lab';
import { pairOf } from '$lib/machine/lab';
import type { MathProbe } from '$lib/trainer/lab';
import { PROBE_CHUNK, PROBE_INPUTS } from '$lib/trainer/probe-size';
import { browserView } from '$lib/views/lab/browser/view';
import { equalProbe, mathProbe } from './math-probes';

const { verdict } = labWords.browser.runs;

const resultOf = (result: MathProbe) => browserView({ at: 'done', result }).result!;

describe('the test of a browser', () => {
  it('has no result before it is over', () => {
    expect(browserView({ at: 'idle' }).result).toBeNull();
    expect(browserView({ at: 'cancelled' }).result).toBeNull();
  });

  it('counts the inputs of both functions, then says that it trains', () => {
    const chunks = PROBE_INPUTS / PROBE_CHUNK;
    const progress = (done: number) =>
      browserView({ at: 'running', progress: { done, total: 2 * chunks + 2 } }).work.progress;
    expect(browserView({ at: 'running', progress: null }).work.progress).toBe('0 of 2,000,000 inputs tried');
    expect(progress(13)).toBe('650,000 of 2,000,000 inputs tried');
    expect(progress(2 * chunks)).toBe('All 2,000,000 inputs tried, now training with both');
    expect(progress(2 * chunks + 1)).toBe('All 2,000,000 inputs tried, now training with both');
  });

  it('says of a function that is the portable one that all results are equal', () => {
    expect(resultOf(mathProbe).functions[0]).toMatchObject({
      name: 'exp',
      verdict: 'All 1,000,000 results are equal, to the last bit.',
      equal: true,
      range: '−30 to 30',
      differing: '0',
      share: '0%',
      worst: null
    });
  });

  it('says of another how many differ, and shows the worst bit by bit', () => {
    const [, tanh] = resultOf(mathProbe).functions;
    expect(tanh).toMatchObject({
      verdict: '109,537 of 1,000,000 results differ.',
      equal: false,
      share: '11%',
      worst: { input: '-0.5', distance: '2 ULP, 1 of 64 bits differs' }
    });
    const [portable, native] = tanh!.worst!.values;
    expect(portable).toMatchObject({
      label: 'Portable',
      decimal: '1',
      spoken: 'in hexadecimal 3ff0000000000000'
    });
    expect(native).toMatchObject({
      label: 'This browser',
      decimal: '1.0000000000000004',
      spoken: 'in hexadecimal 3ff0000000000002'
    });
    for (const { pattern } of [portable!, native!]) {
      const bits = pattern.halves.flat().flatMap((digit) => digit.bits);
      expect(bits.flatMap(({ differs }, index) => (differs ? [index] : []))).toEqual([62]);
    }
  });

  it('says of each training whether digest, score and predictions are the same', () => {
    const [calm, wild] = resultOf(mathProbe).runs;
    expect(calm).toMatchObject({ rate: 0.3, sign: '≈', verdict: verdict.equivalent });
    expect(calm!.sides.map(({ result }) => result.percent)).toEqual(['85%', '85%']);
    expect(calm!.sides[0]!.result.digest).not.toBe(calm!.sides[1]!.result.digest);
    expect(wild).toMatchObject({ rate: 5, sign: '≠' });
    expect(wild!.verdict).toMatch(/^The digest differs.*\d+ of 100 penguins are classified differently\.$/);
    expect(resultOf(equalProbe).runs.map(({ sign }) => sign)).toEqual(['=', '=']);
    expect(resultOf(equalProbe).runs[1]!.verdict).toBe(verdict.identical);
  });

  it('can be set up in the Lab: platform math for the re-run, the learning rate for both', () => {
    const pairs = resultOf(mathProbe).runs.map(({ setup }) => pairOf(setup));
    expect(
      pairs.map(({ then, later }) => [then.code.learningRate, then.environment.math, later.environment.math])
    ).toEqual([
      [0.3, 'portable', 'platform'],
      [5, 'portable', 'platform']
    ]);
    expect(pairs.map(({ later }) => later.code.learningRate)).toEqual([0.3, 5]);
    expect(resultOf(mathProbe).runs[0]!.setup.then).toEqual({});
  });
});
