import type { Manifest } from '../experiment';
import type { Elementary } from './elementary';
import type { Kernel } from './kernel';
import { layout, logit } from './model';
import { log1p } from './portable-math';

/** The kernel in double precision, JavaScript's own. */
export function float64Kernel(
  { hiddenUnits, learningRate, l2 }: Manifest['code'],
  functions: Elementary
): Kernel {
  const { exp, tanh } = functions;
  const { b1, w2, b2, count } = layout(hiddenUnits);
  const hidden = new Float64Array(hiddenUnits);
  const decay = learningRate * l2;

  return {
    round() {},

    logit: (weights, x0, x1) => logit(weights, hiddenUnits, x0, x1, functions),

    accumulate(weights, { inputs, labels }, order, start, end, gradient, lossSoFar) {
      let loss = lossSoFar;
      for (let position = start; position < end; position++) {
        const row = order[position]!;
        const x0 = inputs[2 * row]!;
        const x1 = inputs[2 * row + 1]!;
        let z = weights[b2]!;
        for (let j = 0; j < hiddenUnits; j++) {
          const h = tanh(weights[2 * j]! * x0 + weights[2 * j + 1]! * x1 + weights[b1 + j]!);
          hidden[j] = h;
          z += weights[w2 + j]! * h;
        }
        const q = exp(z >= 0 ? -z : z);
        const p = (z >= 0 ? 1 : q) / (1 + q);

        const dz = p - labels[row]!;
        gradient[b2]! += dz;
        for (let j = 0; j < hiddenUnits; j++) {
          const h = hidden[j]!;
          const da = dz * weights[w2 + j]! * (1 - h * h);
          gradient[w2 + j]! += dz * h;
          gradient[2 * j]! += da * x0;
          gradient[2 * j + 1]! += da * x1;
          gradient[b1 + j]! += da;
        }
        loss += Math.max(z, 0) - labels[row]! * z + log1p(q);
      }
      return loss;
    },

    add(sum, part) {
      for (let i = 0; i < count; i++) sum[i]! += part[i]!;
    },

    update(weights, gradient, rows) {
      const step = learningRate / rows;
      for (let i = 0; i < count; i++) {
        const isBias = i === b2 || (i >= b1 && i < w2);
        weights[i]! -=
          decay === 0 || isBias ? step * gradient[i]! : step * gradient[i]! + decay * weights[i]!;
      }
    }
  };
}
