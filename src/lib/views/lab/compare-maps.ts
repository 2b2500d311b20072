import { fill, lesson } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { LabRun } from '../../machine/lab';
import type { Scaling, TestSet } from '../../trainer';
import type { Both } from '../../trainer/lab';
import { decisionBands, gridRings, probabilityGrid, type Band } from '../decision-map';
import { MAP_SIZE, mapScales, type MapScales } from '../map-scales';
import type { PenguinView } from '../penguins';
import { polyline } from '../polyline';
import type { ComparedRuns } from './compare-pair';
import { capitalised, featureName, penguinTable, type PenguinRow } from './compare-penguins';

const { maps: words } = labWords.compare;

/** What is needed to ask a run's model anything. */
export interface ComparedModel {
  readonly weights: Float64Array;
  readonly scaling: Scaling;
}

/** The map of one run. */
export interface RunMap {
  readonly label: string;
  readonly name: string;
  readonly help: string;
  /** Such as “→ bill length, ↑ body mass”. */
  readonly axes: string;
  readonly bands: readonly Band[];
  readonly penguins: readonly PenguinView[];
  /** Ids of the penguins to ring. */
  readonly flipped: readonly number[];
}

/** Where two models would answer differently, as paths on one map. */
export interface DifferenceMap extends Omit<RunMap, 'bands'> {
  readonly toMale: string;
  readonly toFemale: string;
  /** Where each model changes its mind. */
  readonly borders: Both<string>;
  /** How much of the map it is, in a sentence. */
  readonly share: string;
}

export interface MapsView extends Both<RunMap> {
  /** Null where the runs look at different measurements. */
  readonly difference: DifferenceMap | null;
  /** Why there is no map of the difference. */
  readonly noDifference: string;
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

/** Where one model says male and another female, on one map. */
export function differenceAreas(
  then: readonly number[],
  later: readonly number[]
): Pick<DifferenceMap, 'toMale' | 'toFemale' | 'borders' | 'share'> {
  const [toMale, toFemale] = [against(later, then), against(then, later)];
  const disagreeing = toMale.filter((value, cell) => Math.max(value, toFemale[cell]) >= LEAST).length;
  return {
    toMale: area(toMale, LEAST),
    toFemale: area(toFemale, LEAST),
    borders: { then: border(then), later: border(later) },
    share: shareText(disagreeing, then.length)
  };
}

function penguinText(row: PenguinRow, features: readonly string[], values: readonly number[]): string {
  const units = lesson.runs.units as Readonly<Record<string, string>>;
  const [first, second] = features.map((feature, index) => fill(units[feature], { value: values[index] }));
  const said = (run: LabRun) => fill(words.said, { run: words.heads[run], sex: row[run] });
  return [
    fill(words.penguin, { id: row.number, first, second, sex: row.sex }),
    said('then'),
    said('later')
  ].join(' · ');
}

/**
 * Both models all over the map, and where they would answer differently.
 * @returns null until the models and what they were tested on are known.
 */
export function mapsView(pair: ComparedRuns, models: Both<ComparedModel | null>): MapsView | null {
  const { testSets } = pair;
  const table = penguinTable(pair);
  if (!table || !testSets.then || !testSets.later || !models.then || !models.later) return null;
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const flipped = table.rows.filter((row) => row.flipped).map(({ id }) => id);
  const featuresOf = (run: LabRun) => pair[run].manifest.data.features;
  const shared = featuresOf('then').join() === featuresOf('later').join();
  const everyone = mapScales([...testSets.then.penguins, ...testSets.later.penguins]);
  const namesOf = (run: LabRun) => {
    const [first, second] = featuresOf(run).map(featureName);
    return { first, second };
  };

  const marks = (run: LabRun, { penguins }: TestSet, scales: MapScales): PenguinView[] =>
    [...penguins]
      .sort((a, b) => a.features[0] - b.features[0] || a.id - b.id)
      .flatMap(({ id, features, sex }) => {
        const row = rows.get(id);
        const text = row ? penguinText(row, featuresOf(run), features) : '';
        return { id, sex, text, x: scales.x(features[0]), y: scales.y(features[1]) };
      });

  const mapOf = (run: LabRun, model: ComparedModel, testSet: TestSet) => {
    const scales = shared ? everyone : mapScales(testSet.penguins);
    const asked = [model.weights, pair[run].manifest.code.hiddenUnits, model.scaling, scales] as const;
    const { first, second } = namesOf(run);
    const map: RunMap = {
      label: words.heads[run],
      name: words.names[run],
      help: fill(words.help, { first: capitalised(first), second }),
      axes: fill(words.axes, { first, second }),
      bands: decisionBands(...asked),
      penguins: marks(run, testSet, scales),
      flipped: run === 'later' ? flipped : []
    };
    return { map, asked };
  };

  const then = mapOf('then', models.then, testSets.then);
  const later = mapOf('later', models.later, testSets.later);
  const inCommon = new Set(then.map.penguins.map(({ id }) => id));
  const difference: DifferenceMap | null = shared
    ? {
        ...differenceAreas(probabilityGrid(...then.asked), probabilityGrid(...later.asked)),
        label: words.heads.difference,
        name: words.names.difference,
        help: then.map.help,
        axes: then.map.axes,
        penguins: later.map.penguins.filter(({ id }) => inCommon.has(id)),
        flipped
      }
    : null;
  const looked = (run: LabRun) => fill(words.and, namesOf(run));
  return {
    then: then.map,
    later: later.map,
    difference,
    noDifference: fill(words.otherFeatures, { then: looked('then'), later: looked('later') })
  };
}
