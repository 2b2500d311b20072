import { fill, lesson } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { maps } from '../../../lesson/maps';
import type { LabRun } from '../../../machine/lab';
import type { Scaling, TestPenguin, TestSet } from '../../../trainer';
import type { Both } from '../../../trainer/lab';
import type { Area } from '../../area';
import { gridArea, probabilityGrid } from '../../decision-map';
import type { MapScales } from '../../map-scales';
import { penguinText, placedPenguins, type PenguinView } from '../../penguins';
import { differenceAreas, type DifferenceAreas } from './difference';
import type { ComparedRuns } from './pair';
import { penguinTable } from './penguins';
import { featureName } from '../feature-text';
import { mapAxes, pairScales, sameAxes, type MapAxes } from '../pair-maps';

const { maps: words } = labWords.compare;

/** What is needed to ask a run's model anything. */
export interface ComparedModel {
  readonly weights: Float64Array;
  readonly scaling: Scaling;
}

/** The map of one run. */
export interface RunMap extends MapAxes {
  readonly label: string;
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly found: string;
  /** Where its model says MALE. */
  readonly area: Area;
  readonly penguins: readonly PenguinView[];
  /** Ids of the penguins that the runs answer differently. */
  readonly flipped: readonly number[];
}

export interface DifferenceMap extends Omit<RunMap, 'area' | 'found'>, DifferenceAreas {}

export interface MapsView extends Both<RunMap> {
  /** Null where the runs look at different measurements. */
  readonly difference: DifferenceMap | null;
  /** Why there is no map of the difference. */
  readonly noDifference: string;
}

/**
 * Both models all over the map, and where they would answer differently.
 * @returns null until the models and what they were tested on are known.
 */
export function mapsView(pair: ComparedRuns, models: Both<ComparedModel | null>): MapsView | null {
  const { then: before, later: after } = pair.testSets;
  const manifests = { then: pair.then.manifest, later: pair.later.manifest };
  const scales = pairScales(manifests, pair.testSets);
  const table = penguinTable(pair);
  if (!table || !before || !after || !scales.then || !scales.later || !models.then || !models.later)
    return null;
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const flipped = table.rows.filter((row) => row.flipped).map(({ id }) => id);

  const textOf = (penguin: TestPenguin, run: LabRun): string => {
    const row = rows.get(penguin.id)!; // the table has every penguin of both test sets
    const answers = (['then', 'later'] as const).map((of) =>
      fill(maps.said, { run: words.heads[of], sex: row[of] })
    );
    return [penguinText(penguin, manifests[run].data.features, row.sex), ...answers].join(' · ');
  };

  const mapOf = (run: LabRun, model: ComparedModel, { penguins }: TestSet, scales: MapScales) => {
    const { code, data } = manifests[run];
    const grid = probabilityGrid(model.weights, code.hiddenUnits, model.scaling, scales);
    const map: RunMap = {
      label: words.heads[run],
      name: words.names[run],
      found: fill(lesson.runs.accuracyTip, pair[run].accuracy),
      ...mapAxes(data.features),
      area: gridArea(grid, 0.5),
      penguins: placedPenguins(penguins, scales, (penguin) => textOf(penguin, run)),
      flipped
    };
    return { map, grid };
  };

  const then = mapOf('then', models.then, before, scales.then);
  const later = mapOf('later', models.later, after, scales.later);
  const inCommon = new Set(then.map.penguins.map(({ id }) => id));
  const difference: DifferenceMap | null = sameAxes(manifests)
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
  const looked = (run: LabRun) => {
    const [across, up] = manifests[run].data.features;
    return fill(words.and, { first: featureName(across), second: featureName(up) });
  };
  return {
    then: then.map,
    later: later.map,
    difference,
    noDifference: fill(words.otherFeatures, { then: looked('then'), later: looked('later') })
  };
}
