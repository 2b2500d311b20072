import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log1p, tanh } from '$lib/trainer/portable-math';
import { createRng, unit } from '$lib/trainer/rng';

const COUNT = 200_000;
const rng = createRng('xoshiro128**', 1, 'init');
const between = (low: number, high: number) =>
  Array.from({ length: COUNT }, () => low + (high - low) * unit(rng));

const anyFinite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Units in the last place between two positive doubles. */
const apart = (a: number, b: number): number => {
  const bits = (x: number) => new BigInt64Array(new Float64Array([x]).buffer)[0]!;
  return Number(bits(a) > bits(b) ? bits(a) - bits(b) : bits(b) - bits(a));
};

const differing = (values: number[], f: (x: number) => number, g: (x: number) => number) =>
  values.filter((x) => !Object.is(f(x), g(x)));

describe('exp', () => {
  // V8's own exp is a port of the same fdlibm.
  it.each([
    [-1.5, 1.5],
    [-50, 50],
    [-745.2, 709.8],
    [-745.2, -708],
    [709, 709.8],
    [-1e-7, 1e-7]
  ])('has the bits of V8 from %d to %d', (low, high) => {
    expect(differing(between(low, high), exp, Math.exp)).toEqual([]);
  });

  it('has the bits of V8 wherever a double can lie', () => {
    fc.assert(
      fc.property(anyFinite, (x) => {
        expect(exp(x)).toBe(Math.exp(x));
      }),
      { numRuns: 5000 }
    );
  });

  it.each([
    0,
    -0,
    1,
    -1,
    Infinity,
    -Infinity,
    NaN,
    709.782712893384,
    709.7827128933841,
    -745.1332191019411,
    -745.1332191019412,
    0.34657359027997264,
    1.0397207708399179
  ])('has the bits of V8 at %d', (x) => expect(exp(x)).toBe(Math.exp(x)));

  // Between ½·ln 2 and the first double whose upper half is beyond it, fdlibm rounds x ÷ ln 2 to 0 and not to 1.
  it('has the bits of V8 on either side of the boundary where rounding begins', () => {
    const [half, boundary] = [0.34657359027997264, 0.3465735912322998];
    const near = [half, boundary, ...[-3, -2, -1, 1, 2, 3].map((ulps) => boundary + ulps * 2 ** -54)];
    const values = [...near, ...between(half - 2e-8, boundary + 2e-8), ...between(half, boundary)];
    expect(differing(values, exp, Math.exp)).toEqual([]);
    expect(
      differing(
        values.map((x) => -x),
        exp,
        Math.exp
      )
    ).toEqual([]);
    // The same in what tanh has of it.
    const slow = (x: number) => 1 - 2 / (Math.exp(2 * x) + 1);
    expect(
      differing(
        values.map((x) => x / 2),
        tanh,
        slow
      )
    ).toEqual([]);
  });

  it('pins a few results', () => {
    expect(exp(1)).toBe(2.718281828459045);
    expect(exp(-1)).toBe(0.36787944117144233);
    expect(exp(0.3)).toBe(1.3498588075760032);
    expect(exp(10)).toBe(22026.465794806718);
  });
});

describe('tanh', () => {
  it('is odd, within ±1, and close to the true one', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(tanh(-x) === -tanh(x)).toBe(true); // not Object.is: tanh −0 is +0
        expect(Math.abs(tanh(x))).toBeLessThanOrEqual(1);
        expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(3e-16);
      }),
      { numRuns: 5000 }
    );
  });

  it('never falls', () => {
    const values = between(-25, 25).sort((a, b) => a - b);
    // Rounding may undo a step of one unit in the last place, never more.
    values.slice(1).forEach((x, i) => {
      if (tanh(x) < tanh(values[i]!) - 2.3e-16) throw new Error(`falls between ${values[i]} and ${x}`);
    });
    expect(tanh(-25)).toBe(-1);
  });

  it('is ±1 beyond 22, and is not what the engine computes', () => {
    expect([tanh(22.1), tanh(-22.1), tanh(1e300)]).toEqual([1, -1, 1]);
    expect(differing(between(-3, 3), tanh, Math.tanh).length).toBeGreaterThan(1000);
  });

  it('pins a few results', () => {
    expect([0.1, 0.5, 1, 2.5].map(tanh)).toEqual([
      0.09966799462495568, 0.4621171572600098, 0.7615941559557649, 0.9866142981514303
    ]);
  });
});

describe('the logarithm of 1 + x', () => {
  it('is within two units in the last place of V8, and exact for small x', () => {
    for (const x of [...between(0, 1), ...between(0.41421, 0.41422), 1e-18, 1e-12, 1e-300, 0, 1]) {
      if (apart(log1p(x), Math.log1p(x)) > 2) throw new Error(`log1p ${x} is ${log1p(x)}`);
    }
    expect(log1p(0)).toBe(0);
    expect(log1p(1)).toBe(Math.LN2);
    expect(log1p(1e-18)).toBe(1e-18);
  });
});
