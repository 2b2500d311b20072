import { fill, lesson } from '../lesson';
import type { LessonState } from '../machine';
import type { TestPenguin } from '../trainer';
import type { MapScales } from './map-scales';
import { predictionsOf } from './runs';

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

/** The test penguins from left to right, as arrow keys walk through them. */
export function penguinsView(
  penguins: readonly TestPenguin[],
  scales: MapScales,
  state: LessonState
): PenguinView[] {
  const features = state.saved.data.features;
  const said = (
    [
      [runs.then, predictionsOf(state.then)],
      [runs.later, predictionsOf(state.later)]
    ] as const
  ).filter(([, predictions]) => predictions.size > 0);
  const measure = (penguin: TestPenguin, index: 0 | 1) =>
    fill(runs.units[features[index] as keyof typeof runs.units], { value: penguin.features[index] });

  return [...penguins]
    .sort((a, b) => a.features[0] - b.features[0] || a.id - b.id)
    .map((penguin) => ({
      id: penguin.id,
      x: scales.x(penguin.features[0]),
      y: scales.y(penguin.features[1]),
      sex: penguin.sex,
      text: [
        fill(runs.penguin, {
          id: penguin.id + 1,
          first: measure(penguin, 0),
          second: measure(penguin, 1),
          sex: runs.sex[penguin.sex]
        }),
        ...said.map(([run, predictions]) =>
          fill(runs.said, { run, sex: runs.sex[predictions.get(penguin.id) ?? penguin.sex] })
        )
      ].join(' · ')
    }));
}
