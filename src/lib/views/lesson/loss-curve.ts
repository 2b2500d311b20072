import { linearScale } from '../linear-scale';
import { polyline } from '../polyline';

export const LOSS_SIZE = { width: 320, height: 26 };

/** A coin's cross-entropy, where every training starts: ln 2 nats. */
const COIN = 0.6931471805599453;
/** About as low as a good training of this data gets; keeps the curves of two runs on one scale. */
const FLOOR = 0.25;

/**
 * The loss curve as a path, in a drawing of `LOSS_SIZE`.
 * @param losses one a finished epoch, in nats.
 * @param epochs how many there will be, so that the curve grows into place.
 */
export function lossPath(losses: readonly number[], epochs: number): string {
  const across = linearScale([1, Math.max(2, epochs)], [1, LOSS_SIZE.width - 1]);
  const up = linearScale([Math.min(FLOOR, ...losses), Math.max(COIN, ...losses)], [LOSS_SIZE.height - 1, 1]);
  return polyline(losses.map((loss, index) => [across(index + 1), up(loss)]));
}
