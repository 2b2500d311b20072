import type { TestPenguin } from '../trainer';
import { linearScale, type LinearScale } from './linear-scale';

/** How large a map is drawn, in CSS pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** How large a map is taken to be until it has been measured. */
export const MAP_SIZE: MapSize = { width: 216, height: 150 };

/** From what was measured to a place on a map, as shares of its width and height from the top left. */
export interface MapScales {
  /** First feature (mm) → across. */
  readonly x: LinearScale;
  /** Second feature (g) → down. */
  readonly y: LinearScale;
}

const padded = (values: readonly number[]): [number, number] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = 0.06 * (high - low) || 1; // one penguin, or all alike: the map still needs an extent
  return [low - margin, high + margin];
};

/** Scales that hold every test penguin, with a little room around them. */
export function mapScales(penguins: readonly TestPenguin[]): MapScales {
  const domain = (feature: 0 | 1) => padded(penguins.map(({ features }) => features[feature]));
  return { x: linearScale(domain(0), [0, 1]), y: linearScale(domain(1), [1, 0]) };
}
