import { contours } from 'd3-contour';
import type { Scaling } from '../trainer';
import { probability } from '../trainer/model';
import { MAP_SIZE, type MapScales } from './map-scales';
import { polyline } from './polyline';

/** Cells across and down at which the model is asked. */
const GRID = { columns: 54, rows: 38 };
const CELL = { width: MAP_SIZE.width / GRID.columns, height: MAP_SIZE.height / GRID.rows };

/** Probabilities of MALE at which the map changes its shade; 0.5 is the decision. */
const LEVELS = [0.05, 0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85, 0.95];

export interface Band {
  /** The lowest probability of MALE in this band. */
  readonly level: number;
  readonly path: string;
}

/**
 * How likely a model finds MALE at each cell of the map, row by row from the top left.
 * @param weights in the trainer's order.
 */
export function probabilityGrid(
  weights: Float64Array,
  hiddenUnits: number,
  { mean, deviation }: Scaling,
  scales: MapScales
): number[] {
  const inputs = (scale: MapScales['x'], size: number, count: number, feature: 0 | 1) =>
    Array.from(
      { length: count },
      (_, index) => (scale.invert((index + 0.5) * size) - mean[feature]) / deviation[feature]
    );
  const across = inputs(scales.x, CELL.width, GRID.columns, 0);
  const down = inputs(scales.y, CELL.height, GRID.rows, 1);
  return down.flatMap((second) => across.map((first) => probability(weights, hiddenUnits, first, second)));
}

/** Where the values of a grid reach each level, as closed rings on the map. */
export const gridRings = (values: number[], levels: readonly number[]) =>
  contours()
    .size([GRID.columns, GRID.rows])
    .thresholds([...levels])(values)
    .map(({ value, coordinates }) => ({
      level: value,
      rings: coordinates
        .flat()
        .map((ring) => ring.map(([column, row]) => [column * CELL.width, row * CELL.height] as const))
    }));

/** The probabilities of a grid as bands, each drawn over the one before. */
export const gridBands = (probabilities: number[]): Band[] =>
  gridRings(probabilities, LEVELS).map(({ level, rings }) => ({
    level,
    path: rings.map(polyline).join('')
  }));

/** What a model says all over the map, as bands of equal probability. */
export const decisionBands = (...model: Parameters<typeof probabilityGrid>): Band[] =>
  gridBands(probabilityGrid(...model));
