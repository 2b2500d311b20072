import type { Manifest } from '../../experiment';
import { initialWeights, layout } from '../model';
import type { Examples } from '../prepare';
import { createRng, shuffle } from '../rng';

/** What `kernel.as.ts` exports: one epoch, and where in its memory things lie. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly WEIGHTS: WebAssembly.Global<'i32'>;
  readonly INPUTS: WebAssembly.Global<'i32'>;
  readonly LABELS: WebAssembly.Global<'i32'>;
  readonly ORDER: WebAssembly.Global<'i32'>;
  epoch(
    rows: number,
    units: number,
    batchSize: number,
    learningRate: number,
    decay: number,
    chunks: number
  ): number;
}

/**
 * Trains a manifest that `covers` takes.
 * @returns the weights after the last epoch, with the bits that `train` gives; or null where numbers turn up
 * that the kernel leaves to `train`, such as weights that outgrow everything.
 */
export type SimdKernel = (manifest: Manifest, training: Examples) => Float64Array | null;

/** Whether the kernel is made for a manifest. Everything that is not about its arithmetic, it covers. */
export const covers = ({ code, environment }: Manifest): boolean =>
  environment.precision === 'float64' && environment.math === 'portable' && code.checkpoint === 'last';

/** The kernel's columns are this far apart, in numbers. */
const COLUMN = 64;

/** From here on sums might overflow on the way, and weights that grow so far never come back. */
const HUGE = 1e100;

function areBounded(columns: Float64Array, units: number): boolean {
  for (let column = 0; column < 4 * COLUMN; column += COLUMN) {
    for (let at = column; at < column + units; at++) if (!(Math.abs(columns[at]!) < HUGE)) return false;
  }
  return Math.abs(columns[4 * COLUMN]!) < HUGE;
}

function compiled(code: Uint8Array<ArrayBuffer>): Exports | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    return exports as unknown as Exports;
  } catch {
    return null; // no WebAssembly, no SIMD, or a host whose policy forbids to compile: the result is the same
  }
}

/**
 * Gets the kernel ready; its memory is its own, and no training leaves anything there for the next.
 * @param code what `kernel.as.ts` was compiled to.
 * @returns null where it cannot run.
 */
export function loadSimdKernel(code: Uint8Array<ArrayBuffer>): SimdKernel | null {
  const exports = compiled(code);
  if (!exports) return null;
  const { memory, WEIGHTS, INPUTS, LABELS, ORDER, epoch } = exports;
  const numbers = (address: WebAssembly.Global<'i32'>, length: number) =>
    new Float64Array(memory.buffer, address.value, length);
  const columns = numbers(WEIGHTS, 4 * COLUMN + 1);

  return ({ code, environment }, { count, inputs, labels }) => {
    const { hiddenUnits: units, learningRate } = code;
    const { b1, w2, b2 } = layout(units);
    const weights = initialWeights(units, createRng(environment.rng, environment.seed, 'init'));
    columns.fill(0);
    for (let unit = 0; unit < units; unit++) {
      columns[unit] = weights[2 * unit]!;
      columns[COLUMN + unit] = weights[2 * unit + 1]!;
      columns[2 * COLUMN + unit] = weights[b1 + unit]!;
      columns[3 * COLUMN + unit] = weights[w2 + unit]!;
    }
    columns[4 * COLUMN] = weights[b2]!;
    numbers(INPUTS, 2 * count).set(inputs);
    numbers(LABELS, count).set(labels);
    const order = new Int32Array(memory.buffer, ORDER.value, count);
    for (let row = 0; row < count; row++) order[row] = row;

    const rng = createRng(environment.rng, environment.seed, 'shuffle');
    const decay = learningRate * code.l2;
    for (let done = 0; done < code.epochs; done++) {
      shuffle(order, rng);
      if (!epoch(count, units, code.batchSize, learningRate, decay, environment.gradientChunks)) return null;
      if (!areBounded(columns, units)) return null;
    }

    for (let unit = 0; unit < units; unit++) {
      weights[2 * unit] = columns[unit]!;
      weights[2 * unit + 1] = columns[COLUMN + unit]!;
      weights[b1 + unit] = columns[2 * COLUMN + unit]!;
      weights[w2 + unit] = columns[3 * COLUMN + unit]!;
    }
    weights[b2] = columns[4 * COLUMN]!;
    return weights;
  };
}
