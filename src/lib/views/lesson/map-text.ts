import { fill } from '../../lesson';
import { maps } from '../../lesson/maps';
import type { TestPenguin } from '../../trainer';
import { isWithin, type Area, type MapPoint } from '../area';

/** What the axes of the lesson's maps are, with the range of the penguins on them: millimetres, kilograms. */
export function axesText(penguins: readonly TestPenguin[]): { readonly across: string; readonly up: string } {
  const range = (feature: 0 | 1, unit: number, digits: number) => {
    const values = penguins.map(({ features }) => features[feature] / unit);
    return { low: Math.min(...values).toFixed(digits), high: Math.max(...values).toFixed(digits) };
  };
  return { across: fill(maps.axes.across, range(0, 1, 0)), up: fill(maps.axes.up, range(1, 1000, 1)) };
}

/** Where a map has room for words, near its left edge: few penguins are there. */
const PLACES: readonly MapPoint[] = [
  [0.04, 0.4],
  [0.04, 0.95]
];

export interface MapWord {
  readonly at: MapPoint;
  readonly text: string;
}

/** What a model says on each side of its border, at places where it says so. */
export function areaWords(area: Area): MapWord[] {
  const words = PLACES.map((at) => ({ at, text: maps.says[isWithin(area, at) ? 'MALE' : 'FEMALE'] }));
  return words.filter(({ text }, index) => words.findIndex((word) => word.text === text) === index);
}
