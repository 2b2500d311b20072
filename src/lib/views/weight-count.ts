import type { Manifest } from '../experiment';

/** How many numbers a model of the manifest has: W1, b1, W2, b2. */
export const weightCount = ({ code, data }: Manifest): number =>
  code.hiddenUnits * (data.features.length + 2) + 1;
