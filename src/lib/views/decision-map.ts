import { entryAt } from '../experiment/entry-at';
import { contours } from 'd3-contour';
import type { Scaling } from '../trainer';
import { probability } from '../trainer/model';
import type { Area } from './area';
import type { MapScales } from './map-scales';

/** Cells across and down the map at which a model is asked, and around it: no border ends at the map's edge. */
const [COLUMNS, ROWS, AROUND] = [54, 38, 6];

/** Cells across and down, those around the map included. */
export const GRID = { columns: COLUMNS + 2 * AROUND, rows: ROWS + 2 * AROUND };

/** The middle of a cell as a share of the map. */
const middle = (index: number, count: number): number => (index - AROUND + 0.5) / count;

/**
 * How likely a model finds MALE at each cell of the grid, row by row from the top left.
 * @param weights in the trainer's order.
 */
export function probabilityGrid(
  weights: Float64Array,
  hiddenUnits: number,
  { mean, deviation }: Scaling,
  scales: MapScales
): number[] {
  const inputs = (scale: MapScales['x'], cells: number, count: number, feature: 0 | 1) =>
    Array.from(
      { length: cells },
      (_, index) =>
        (scale.invert(middle(index, count)) - entryAt(mean, feature)) / entryAt(deviation, feature)
    );
  const across = inputs(scales.x, GRID.columns, COLUMNS, 0);
  const down = inputs(scales.y, GRID.rows, ROWS, 1);
  return down.flatMap((second) => across.map((first) => probability(weights, hiddenUnits, first, second)));
}

/** Where the values of a grid are at least so high. */
export const gridArea = (values: number[], level: number): Area =>
  contours()
    .size([GRID.columns, GRID.rows])
    .contour(values, level)
    .coordinates.flat()
    .map((ring) =>
      ring.map(
        (corner) => [(entryAt(corner, 0) - AROUND) / COLUMNS, (entryAt(corner, 1) - AROUND) / ROWS] as const
      )
    );

/** The values of a grid at the cells that lie on the map. */
export const onMap = (values: readonly number[]): number[] =>
  values.filter((_, cell) => {
    const [column, row] = [cell % GRID.columns, Math.floor(cell / GRID.columns)];
    return isInner(column, COLUMNS) && isInner(row, ROWS);
  });

const isInner = (index: number, count: number): boolean => index >= AROUND && index < AROUND + count;

/** Where a model finds MALE at least as likely as FEMALE: what it then answers. */
export const decisionArea = (...model: Parameters<typeof probabilityGrid>): Area =>
  gridArea(probabilityGrid(...model), 0.5);
