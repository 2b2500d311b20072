import type { Feature, Manifest } from '../../experiment';
import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { TestSet } from '../../trainer';
import type { Both } from '../../trainer/lab';
import { mapScales, type MapScales } from '../map-scales';
import { featureFirst, featureName } from './feature-text';

const { maps: words } = labWords.compare;

/** Whether both models look at the same measurements, so that one pair of axes serves both maps. */
export const sameAxes = ({ then, later }: Both<Manifest>): boolean =>
  then.data.features.join() === later.data.features.join();

/**
 * Where the penguins of two runs lie on their maps: on one scale that holds all of them, where the axes are the
 * same. A run has none until it is known what it was tested on.
 */
export function pairScales(
  pair: Both<Manifest>,
  { then, later }: Both<TestSet | null>
): Both<MapScales | null> {
  if (then && later && sameAxes(pair)) {
    const everyone = mapScales([...then.penguins, ...later.penguins]);
    return { then: everyone, later: everyone };
  }
  const own = (testSet: TestSet | null) => testSet && mapScales(testSet.penguins);
  return { then: own(then), later: own(later) };
}

/** What the axes of a map measure, in words. */
export interface MapAxes {
  /** Such as “→ bill length, ↑ body mass”. */
  readonly axes: string;
  /** What the axes are, and how the map is walked. */
  readonly help: string;
}

export function mapAxes([across, up]: readonly [Feature, Feature]): MapAxes {
  const second = featureName(up);
  return {
    axes: fill(words.axes, { first: featureName(across), second }),
    help: fill(words.help, { first: featureFirst(across), second })
  };
}
