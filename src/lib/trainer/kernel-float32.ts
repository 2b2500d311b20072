import type { Manifest } from '../experiment';
import type { Elementary } from './elementary';
import type { Kernel } from './kernel';
import { layout } from './model';
import { log1p } from './portable-math';

const fround = Math.fround;

/**
 * The kernel in single precision: each operation of the float64 kernel, rounded to float32. Computing
 * + − × ÷ in float64 and rounding once gives what float32 hardware gives; tanh and exp are rounded after.
 */
export function float32Kernel(
  { hiddenUnits, learningRate, l2 }: Manifest['code'],
  { exp, tanh }: Elementary
): Kernel {
  const { b1, w2, b2, count } = layout(hiddenUnits);
  const hidden = new Float64Array(hiddenUnits);
  const rate = fround(learningRate);
  const decay = fround(rate * fround(l2));

  const forward = (weights: Float64Array, x0: number, x1: number): number => {
    let z = weights[b2]!;
    for (let j = 0; j < hiddenUnits; j++) {
      const inputs = fround(fround(weights[2 * j]! * x0) + fround(weights[2 * j + 1]! * x1));
      hidden[j] = fround(tanh(fround(inputs + weights[b1 + j]!)));
      z = fround(z + fround(weights[w2 + j]! * hidden[j]!));
    }
    return z;
  };

  return {
    round(values) {
      for (let i = 0; i < values.length; i++) values[i] = fround(values[i]!);
    },

    logit: forward,

    accumulate(weights, { inputs, labels }, order, start, end, gradient, lossSoFar) {
      let loss = lossSoFar;
      for (let position = start; position < end; position++) {
        const row = order[position]!;
        const x0 = inputs[2 * row]!;
        const x1 = inputs[2 * row + 1]!;
        const z = forward(weights, x0, x1);
        const q = fround(exp(z >= 0 ? -z : z));
        const p = fround((z >= 0 ? 1 : q) / fround(1 + q));

        const dz = fround(p - labels[row]!);
        gradient[b2] = fround(gradient[b2]! + dz);
        for (let j = 0; j < hiddenUnits; j++) {
          const h = hidden[j]!;
          const da = fround(fround(dz * weights[w2 + j]!) * fround(1 - fround(h * h)));
          gradient[w2 + j] = fround(gradient[w2 + j]! + fround(dz * h));
          gradient[2 * j] = fround(gradient[2 * j]! + fround(da * x0));
          gradient[2 * j + 1] = fround(gradient[2 * j + 1]! + fround(da * x1));
          gradient[b1 + j] = fround(gradient[b1 + j]! + da);
        }
        loss += Math.max(z, 0) - labels[row]! * z + log1p(q);
      }
      return loss;
    },

    add(sum, part) {
      for (let i = 0; i < count; i++) sum[i] = fround(sum[i]! + part[i]!);
    },

    update(weights, gradient, rows) {
      const step = fround(rate / rows);
      for (let i = 0; i < count; i++) {
        const isBias = i === b2 || (i >= b1 && i < w2);
        const move = fround(step * gradient[i]!);
        weights[i] = fround(
          weights[i]! - (decay === 0 || isBias ? move : fround(move + fround(decay * weights[i]!)))
        );
      }
    }
  };
}
