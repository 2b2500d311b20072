import { BASELINE } from '$lib/experiment';
import type { LessonState } from '$lib/machine/lesson';
import { describeTestSet } from '$lib/trainer';
import type { Area } from '$lib/views/area';
import type { RunView } from '$lib/views/lesson';
import { mapScales } from '$lib/views/map-scales';
import { penguinsView } from '$lib/views/penguins';
import { decisionArea } from '$lib/views/decision-map';
import { realDataset, realRun } from '../../unit/machine/fake-trainer';

/** The 100 penguins that the page tests its runs on. */
export const testSet = describeTestSet(BASELINE, realDataset);

const scales = mapScales(testSet.penguins);

/** The penguins as the maps show them. */
export const penguinsOf = (state: LessonState) => penguinsView(testSet.penguins, scales, state);

/** Where the really trained models say MALE, in the lesson as it stands. */
export const areaOf =
  (state: LessonState) =>
  (run: RunView): Area | null => {
    if (run.weights === null) return null;
    const { weights, scaling } = realRun(run.name === 'then' ? state.saved : state.loaded);
    return decisionArea(weights, run.hiddenUnits, scaling, scales);
  };
