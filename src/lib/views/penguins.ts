import type { Feature } from '../experiment';
import { fill, lesson } from '../lesson';
import { maps } from '../lesson/maps';
import type { LessonState } from '../machine/lesson';
import type { TestPenguin } from '../trainer';
import type { MapScales } from './map-scales';
import { predictionsOf } from './lesson/runs';

/** One test penguin on a map. */
export interface PenguinView {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly sex: TestPenguin['sex'];
  /** Its measurements, its true sex, and what each run said. */
  readonly text: string;
}

const { runs } = lesson;

/** Test penguins on their map, from left to right, as arrow keys walk through them. */
export const placedPenguins = (
  penguins: readonly TestPenguin[],
  scales: MapScales,
  textOf: (penguin: TestPenguin) => string
): PenguinView[] =>
  [...penguins]
    .sort((a, b) => a.features[0] - b.features[0] || a.id - b.id)
    .map((penguin) => ({
      id: penguin.id,
      x: scales.x(penguin.features[0]),
      y: scales.y(penguin.features[1]),
      sex: penguin.sex,
      text: textOf(penguin)
    }));

/**
 * What was measured of a penguin, and its sex.
 * @param sex in words. @default its true one
 */
export function penguinText(
  penguin: TestPenguin,
  features: readonly [Feature, Feature],
  sex: string = maps.sex[penguin.sex]
): string {
  const measured = (place: 0 | 1) => fill(maps.units[features[place]], { value: penguin.features[place] });
  return fill(maps.penguin, { id: penguin.id + 1, first: measured(0), second: measured(1), sex });
}

/** The lesson's test penguins, with what each run said of them. */
export function penguinsView(
  penguins: readonly TestPenguin[],
  scales: MapScales,
  state: LessonState
): PenguinView[] {
  const said = (
    [
      [runs.then, predictionsOf(state.then)],
      [runs.later, predictionsOf(state.later)]
    ] as const
  ).filter(([, predictions]) => predictions.size > 0);
  return placedPenguins(penguins, scales, (penguin) =>
    [
      penguinText(penguin, state.saved.data.features),
      ...said.map(([run, predictions]) =>
        fill(maps.said, { run, sex: maps.sex[predictions.get(penguin.id) ?? penguin.sex] })
      )
    ].join(' · ')
  );
}
