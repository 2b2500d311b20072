import { fill, lesson } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { LabRun } from '../../machine/lab';
import type { Scaling, TestSet } from '../../trainer';
import type { Both } from '../../trainer/lab';
import { gridBands, probabilityGrid, type Band } from '../decision-map';
import { mapScales, type MapScales } from '../map-scales';
import type { PenguinView } from '../penguins';
import { differenceAreas, type DifferenceAreas } from './compare-difference';
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

export interface DifferenceMap extends Omit<RunMap, 'bands'>, DifferenceAreas {}

export interface MapsView extends Both<RunMap> {
  /** Null where the runs look at different measurements. */
  readonly difference: DifferenceMap | null;
  /** Why there is no map of the difference. */
  readonly noDifference: string;
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
    const { hiddenUnits } = pair[run].manifest.code;
    const grid = probabilityGrid(model.weights, hiddenUnits, model.scaling, scales);
    const { first, second } = namesOf(run);
    const map: RunMap = {
      label: words.heads[run],
      name: words.names[run],
      help: fill(words.help, { first: capitalised(first), second }),
      axes: fill(words.axes, { first, second }),
      bands: gridBands(grid),
      penguins: marks(run, testSet, scales),
      flipped: run === 'later' ? flipped : []
    };
    return { map, grid };
  };

  const then = mapOf('then', models.then, testSets.then);
  const later = mapOf('later', models.later, testSets.later);
  const inCommon = new Set(then.map.penguins.map(({ id }) => id));
  const difference: DifferenceMap | null = shared
    ? {
        ...differenceAreas(then.grid, later.grid),
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
