import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { Both } from '../../trainer/lab';
import { gridRings } from '../decision-map';
import { MAP_SIZE } from '../map-scales';
import { polyline } from '../polyline';

const { maps: words } = labWords.compare;

/** Where two models would answer differently, as paths on one map. */
export interface DifferenceAreas {
  readonly toMale: string;
  readonly toFemale: string;
  /** Where each model changes its mind. */
  readonly borders: Both<string>;
  /** How much of the map it is, in a sentence. */
  readonly share: string;
}

/** Smaller than any difference that can be seen, larger than what rounding leaves. */
const LEAST = 1e-9;

type Point = readonly [x: number, y: number];

const ringsAt = (values: readonly number[], level: number): Point[][] =>
  gridRings([...values], [level]).flatMap(({ rings }) => rings);

const area = (values: readonly number[], level: number): string =>
  ringsAt(values, level).map(polyline).join('');

const isEnd = (at: number, size: number): boolean => Math.min(at, size - at) < 1e-6;

const onEdge = ([x, y]: Point): boolean => isEnd(x, MAP_SIZE.width) || isEnd(y, MAP_SIZE.height);

/** A point on the edge of the map straight out from its neighbour: at the edge d3-contour does not interpolate. */
const straightOut = (point: Point, [x, y]: Point): Point =>
  isEnd(point[0], MAP_SIZE.width) ? [point[0], y] : [x, point[1]];

function withStraightEnds(line: readonly Point[]): Point[] {
  const from = (end: Point, neighbour: Point) => (onEdge(end) ? straightOut(end, neighbour) : end);
  return line.map((point, index) => {
    if (index === 0) return from(point, line[1]);
    return index === line.length - 1 ? from(point, line[index - 1]) : point;
  });
}

/** Lines without the stretches along the edge of the map, which only close an area. */
function border(values: readonly number[]): string {
  const lines: Point[][] = [];
  for (const ring of ringsAt(values, 0.5)) {
    ring.forEach((point, index) => {
      const before = ring[index - 1];
      if (!before || (onEdge(before) && onEdge(point))) lines.push([]);
      lines.at(-1)?.push(point);
    });
  }
  return lines
    .filter((line) => line.length > 1)
    .map((line) => polyline(withStraightEnds(line)))
    .join('');
}

/** How far two models are on either side of the decision, at each cell: above 0 where they disagree. */
const against = (male: readonly number[], female: readonly number[]): number[] =>
  male.map((probability, cell) => Math.min(probability - 0.5, 0.5 - female[cell]));

function shareText(disagreeing: number, cells: number): string {
  if (disagreeing === 0) return words.nowhere;
  const percent = Math.round((100 * disagreeing) / cells);
  return fill(words.share, { share: percent === 0 ? words.little : `${percent}%` });
}

/**
 * Where one model says male and another female.
 * @param then how likely the first model finds MALE at each cell of the map; `later` the other's.
 */
export function differenceAreas(then: readonly number[], later: readonly number[]): DifferenceAreas {
  const [toMale, toFemale] = [against(later, then), against(then, later)];
  const disagreeing = toMale.filter((value, cell) => Math.max(value, toFemale[cell]) >= LEAST).length;
  return {
    toMale: area(toMale, LEAST),
    toFemale: area(toFemale, LEAST),
    borders: { then: border(then), later: border(later) },
    share: shareText(disagreeing, then.length)
  };
}
