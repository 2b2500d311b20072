import type { WeightName } from './lab-protocol';
import { layout } from './model';

/**
 * Which number of the model an index into its weights is.
 * @throws {RangeError} when a model with so many hidden units has no such weight.
 */
export function weightName(index: number, hiddenUnits: number): WeightName {
  const { b1, w2, b2, count } = layout(hiddenUnits);
  if (!(index >= 0 && index < count)) throw new RangeError(`no weight has the index ${index}`);
  if (index < b1) return { layer: 'W1', unit: Math.floor(index / 2), input: index % 2 === 0 ? 0 : 1 };
  if (index < w2) return { layer: 'b1', unit: index - b1 };
  if (index < b2) return { layer: 'W2', unit: index - w2 };
  return { layer: 'b2' };
}
