import { insideOf, type Area } from './area';
import type { MapSize } from './map-scales';
import type { PenguinView } from './penguins';

/** A penguin where it is drawn, in pixels of its map. */
export interface Mark {
  readonly penguin: PenguinView;
  readonly x: number;
  readonly y: number;
  /** Whether two runs answer it differently. */
  readonly flipped: boolean;
}

/** Radius of the marks on a map, in pixels: to be told apart on a narrow one too. */
export const markRadius = ({ width }: MapSize): number => Math.min(4.2, Math.max(2.5, width / 100));

/** Half a side of a square that weighs as much to the eye as a circle of this radius. */
export const squareHalf = (radius: number): number => 0.925 * radius;

/** Circles and squares of one sex as one path: a hundred things to be laid out would take the time of a frame. */
export const marksPath = (marks: readonly Mark[], sex: PenguinView['sex'], radius: number): string =>
  marks
    .filter(({ penguin, flipped }) => penguin.sex === sex && !flipped)
    .map(sex === 'MALE' ? squareAt(squareHalf(radius)) : circleAt(radius))
    .join('');

const squareAt =
  (half: number) =>
  ({ x, y }: Mark): string =>
    `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`;

const circleAt =
  (radius: number) =>
  ({ x, y }: Mark): string =>
    `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** How far a mark may stand from where it belongs, in pixels. */
const REACH = 7;
const ROUNDS = 24;
/** Turns from one index to the next so that no two directions are alike. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

type Point = readonly [x: number, y: number];

const between = (from: Point, to: Point): Point => [to[0] - from[0], to[1] - from[1]];

/**
 * Moves points apart until none lies on another, as far as that goes: none further than `REACH` from where it
 * belongs, and none to where it may not be. The same points always end in the same places.
 * @param distance how far apart two points are to be, in pixels.
 */
export function apart(points: readonly Point[], distance: number, mayBe: (point: Point) => boolean): Point[] {
  const placed = points.map((home) => ({ home, at: home }));
  /** Whether it moved. */
  const move = (point: (typeof placed)[number], [dx, dy]: Point): boolean => {
    const at: Point = [point.at[0] + dx, point.at[1] + dy];
    const [x, y] = between(point.home, at);
    const may = x * x + y * y <= REACH * REACH && mayBe(at);
    if (may) point.at = at;
    return may;
  };
  // A round that moved nothing would be followed by others like it.
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const [i, one] of placed.entries()) {
      for (const [after, other] of placed.slice(i + 1).entries()) {
        const [dx, dy] = between(one.at, other.at);
        const square = dx * dx + dy * dy;
        if (square >= distance * distance) continue;
        const length = Math.sqrt(square);
        const half = (distance - length) / 2;
        const angle = (i + 1 + after) * GOLDEN_ANGLE;
        const [x, y] = length > 0 ? [dx / length, dy / length] : [Math.cos(angle), Math.sin(angle)];
        if (move(one, [-half * x, -half * y])) moved = true;
        if (move(other, [half * x, half * y])) moved = true;
      }
    }
  }
  return placed.map(({ at }) => at);
}

/**
 * The penguins of a map as marks, those that are answered differently apart from each other, on ground that the two
 * models dispute.
 * @param areas where each of the two models says MALE.
 */
export function mapMarks(
  penguins: readonly PenguinView[],
  flippedIds: readonly number[],
  areas: readonly [Area, Area] | null,
  size: MapSize
): Mark[] {
  const differing = new Set(flippedIds);
  const at = ({ x, y }: PenguinView): Point => [x * size.width, y * size.height];
  const flipped = penguins.filter(({ id }) => differing.has(id));
  const inside = areas && ([insideOf(areas[0]), insideOf(areas[1])] as const);
  const isDisputed = ([x, y]: Point): boolean => {
    const place = [x / size.width, y / size.height] as const;
    return !inside || inside[0](place) !== inside[1](place);
  };
  const places = apart(flipped.map(at), 2 * (markRadius(size) + 1.5), isDisputed);
  const mark = (penguin: PenguinView, [x, y]: Point, flipped: boolean): Mark => ({ penguin, x, y, flipped });
  return penguins.map((penguin) => {
    const place = places[flipped.indexOf(penguin)];
    return place ? mark(penguin, place, true) : mark(penguin, at(penguin), false);
  });
}
