import { fill, lesson } from '../../lesson';
import { manifestWords } from '../../lesson/manifest';
import { maps } from '../../lesson/maps';
import { tryWords } from '../../lesson/try';
import type { TrainedRun } from '../../trainer';
import type { PythonRun } from '../../trainer/python/told';
import type { Area } from '../area';
import { decisionArea } from '../decision-map';
import { mapScales } from '../map-scales';
import { penguinText, placedPenguins, type PenguinView } from '../penguins';
import { comparisonOf } from './verdict';

const { result: words } = tryWords;

/** The map of a run in Python. */
export interface TryMap {
  readonly name: string;
  readonly found: string;
  readonly axes: string;
  readonly help: string;
  readonly area: Area;
  /** The lesson's, where both look at the same measurements. */
  readonly other: Area | null;
  readonly penguins: readonly PenguinView[];
  readonly flipped: readonly number[];
}

/** @param lesson null until it is trained */
export function tryMap(python: PythonRun, lessonRun: TrainedRun | null): TryMap {
  const scales = mapScales(python.penguins);
  const isSame = lessonRun?.record.manifest.data.features.join() === python.features.join();
  const [across, up] = python.features;
  const axes = { first: manifestWords.features[across], second: manifestWords.features[up] };
  const { flipped } = lessonRun ? comparisonOf({ lesson: lessonRun, python }) : { flipped: [] };
  const said = new Map(python.record.testIds.map((id, at) => [id, python.record.predictions[at] === 1]));
  return {
    name: words.map,
    found: fill(lesson.runs.accuracyTip, python.record.accuracy),
    axes: fill(words.axes, axes),
    help: fill(words.help, axes),
    area: decisionArea(python.weights, python.hiddenUnits, python.scaling, scales),
    other:
      lessonRun && isSame
        ? decisionArea(
            lessonRun.weights,
            lessonRun.record.manifest.code.hiddenUnits,
            lessonRun.scaling,
            scales
          )
        : null,
    penguins: placedPenguins(python.penguins, scales, (penguin) =>
      [penguinText(penguin, python.features), maps.says[said.get(penguin.id) ? 'MALE' : 'FEMALE']].join(' · ')
    ),
    flipped
  };
}
