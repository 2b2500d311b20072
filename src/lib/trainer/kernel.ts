import type { Manifest } from '../experiment';
import { elementary } from './elementary';
import { float32Kernel } from './kernel-float32';
import { float64Kernel } from './kernel-float64';
import type { Examples } from './prepare';

/**
 * The arithmetic of training in one precision. Every operation's order is part of it: floating-point sums
 * depend on theirs. The caller owns all arrays, so that nothing is allocated while training.
 */
export interface Kernel {
  /** The same numbers as this precision holds them, in place. */
  round(values: Float64Array): void;
  /** The model's output before the sigmoid; MALE is predicted from 0 on. */
  logit(weights: Float64Array, x0: number, x1: number): number;
  /**
   * Adds the gradients of the rows from `start` to `end` of an order to `gradient` (the layout of `weights`), one
   * after the other.
   * @returns the loss so far with the cross-entropy of each added, in nats, always in float64: it reports, and
   * nothing follows from it. It is one sum over an epoch, because sums depend on their order.
   */
  accumulate(
    weights: Float64Array,
    examples: Examples,
    order: Int32Array,
    start: number,
    end: number,
    gradient: Float64Array,
    lossSoFar: number
  ): number;
  /** sum += part, number by number. */
  add(sum: Float64Array, part: Float64Array): void;
  /** One step of gradient descent, by the mean over `rows` examples, with weight decay on W1 and W2. */
  update(weights: Float64Array, gradient: Float64Array, rows: number): void;
}

export const createKernel = ({ code, environment }: Manifest): Kernel =>
  (environment.precision === 'float32' ? float32Kernel : float64Kernel)(code, elementary(environment.math));
