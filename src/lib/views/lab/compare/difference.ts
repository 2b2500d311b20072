import { entryAt } from '../../../experiment/entry-at';
import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { Area } from '../../area';
import { gridArea, onMap } from '../../decision-map';

const { maps: words } = labWords.compare;

/** Where two models would answer differently. */
export interface DifferenceAreas {
  readonly toMale: Area;
  readonly toFemale: Area;
  /** How much of the map it is, in a sentence. */
  readonly share: string;
}

/** Smaller than any difference that can be seen, larger than what rounding leaves. */
const LEAST = 1e-9;

/** How far two models are on either side of the decision, at each cell: above 0 where they disagree. */
const against = (male: readonly number[], female: readonly number[]): number[] =>
  male.map((probability, cell) => Math.min(probability - 0.5, 0.5 - entryAt(female, cell)));

function shareText(disagreeing: number, cells: number): string {
  if (disagreeing === 0) return words.nowhere;
  const percent = Math.round((100 * disagreeing) / cells);
  return fill(words.share, { share: percent === 0 ? words.little : `${percent}%` });
}

/**
 * Where one model says male and another female.
 * @param then how likely the first model finds MALE at each cell of the grid; `later` the other's.
 */
export function differenceAreas(then: readonly number[], later: readonly number[]): DifferenceAreas {
  const [toMale, toFemale] = [against(later, then), against(then, later)];
  const onMapThere = onMap(toMale.map((value, cell) => Math.max(value, entryAt(toFemale, cell))));
  return {
    toMale: gridArea(toMale, LEAST),
    toFemale: gridArea(toFemale, LEAST),
    share: shareText(onMapThere.filter((value) => value >= LEAST).length, onMapThere.length)
  };
}
