import { contours } from 'd3-contour';
import { probability, type Scaling, type TestPenguin } from '../trainer';
import { linearScale, type LinearScale } from './linear-scale';
import { polyline } from './polyline';

/** Units of the drawing; it is stretched to the width of its run. */
export const MAP_SIZE = { width: 216, height: 150 };

/** Cells across and down at which the model is asked. */
const GRID = { columns: 54, rows: 38 };

/** Probabilities of MALE at which the map changes its shade; 0.5 is the decision. */
const LEVELS = [0.05, 0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85, 0.95];

export interface MapScales {
  /** First feature (mm) → across. */
  readonly x: LinearScale;
  /** Second feature (g) → down. */
  readonly y: LinearScale;
}

export interface Band {
  /** The lowest probability of MALE in this band. */
  readonly level: number;
  readonly path: string;
}

const padded = (values: readonly number[]): [number, number] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = 0.06 * (high - low);
  return [low - margin, high + margin];
};

/** Scales that hold every test penguin, with a little room around them. */
export function mapScales(penguins: readonly TestPenguin[]): MapScales {
  const domain = (feature: 0 | 1) => padded(penguins.map(({ features }) => features[feature]));
  return {
    x: linearScale(domain(0), [0, MAP_SIZE.width]),
    y: linearScale(domain(1), [MAP_SIZE.height, 0])
  };
}

/**
 * What a model says all over the map, as bands of equal probability, each drawn over the one before.
 * @param weights in the trainer's order.
 */
export function decisionBands(
  weights: Float64Array,
  hiddenUnits: number,
  { mean, deviation }: Scaling,
  scales: MapScales
): Band[] {
  const cell = { width: MAP_SIZE.width / GRID.columns, height: MAP_SIZE.height / GRID.rows };
  const outline = (ring: readonly number[][]) =>
    polyline(ring.map(([column, row]) => [column * cell.width, row * cell.height]));
  const inputs = (scale: MapScales['x'], size: number, count: number, feature: 0 | 1) =>
    Array.from(
      { length: count },
      (_, index) => (scale.invert((index + 0.5) * size) - mean[feature]) / deviation[feature]
    );
  const across = inputs(scales.x, cell.width, GRID.columns, 0);
  const down = inputs(scales.y, cell.height, GRID.rows, 1);
  const values = down.flatMap((second) =>
    across.map((first) => probability(weights, hiddenUnits, first, second))
  );
  return contours()
    .size([GRID.columns, GRID.rows])
    .thresholds(LEVELS)(values)
    .map((contour) => ({
      level: contour.value,
      path: contour.coordinates.flat().map(outline).join('')
    }));
}
