import { PORTABLE, type Elementary } from './elementary';
import { unit, type Rng } from './rng';

// Two inputs → H tanh units → one sigmoid. All weights lie in one array:
// W1 (H × 2, row by row), b1 (H), W2 (H), b2: 4·H + 1 numbers.

/** Where each part of the weights begins; W1 begins at 0. */
export const layout = (hiddenUnits: number) => ({
  b1: 2 * hiddenUnits,
  w2: 3 * hiddenUnits,
  b2: 4 * hiddenUnits,
  count: 4 * hiddenUnits + 1
});

/**
 * Fresh weights: W1, then W2, uniform within ±√(6 / (inputs + outputs)) of their layer; biases 0.
 * Source: Glorot and Bengio (2010), the normalised initialisation.
 */
export function initialWeights(hiddenUnits: number, rng: Rng): Float64Array {
  const { b1, w2, b2, count } = layout(hiddenUnits);
  const weights = new Float64Array(count);
  const fill = (from: number, to: number, inputs: number, outputs: number): void => {
    const limit = Math.sqrt(6 / (inputs + outputs));
    for (let i = from; i < to; i++) weights[i] = (unit(rng) * 2 - 1) * limit;
  };
  fill(0, b1, 2, hiddenUnits);
  fill(w2, b2, hiddenUnits, 1);
  return weights;
}

/** 1 / (1 + e⁻ᶻ), without overflow for any z. */
export function sigmoid(z: number, { exp }: Elementary): number {
  if (z >= 0) return 1 / (1 + exp(-z));
  const q = exp(z);
  return q / (1 + q);
}

/**
 * How likely a model finds MALE, from 0 to 1. It predicts MALE from 0.5 on.
 * @param weights in the layout above, 4 · `hiddenUnits` + 1 numbers.
 * @param x0 the first input, standardised.
 * @param x1 the second input, standardised.
 */
export function probability(weights: Float64Array, hiddenUnits: number, x0: number, x1: number): number {
  return sigmoid(logit(weights, hiddenUnits, x0, x1, PORTABLE), PORTABLE);
}

/** The model's output before the sigmoid, in float64; positive speaks for MALE. */
export function logit(
  weights: Float64Array,
  hiddenUnits: number,
  x0: number,
  x1: number,
  { tanh }: Elementary
): number {
  const { b1, w2, b2 } = layout(hiddenUnits);
  let z = weights[b2]!;
  for (let j = 0; j < hiddenUnits; j++) {
    z += weights[w2 + j]! * tanh(weights[2 * j]! * x0 + weights[2 * j + 1]! * x1 + weights[b1 + j]!);
  }
  return z;
}
