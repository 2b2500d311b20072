import { BASELINE } from '$lib/experiment';
import type { LessonState } from '$lib/machine';
import { describeTestSet } from '$lib/trainer';
import { mapScales, penguinsView, type Band, type RunView } from '$lib/views';
import { decisionBands } from '$lib/views/decision-map';
import { realDataset, realRun } from '../../unit/machine/fake-trainer';

/** The 100 penguins that the page tests its runs on. */
export const testSet = describeTestSet(BASELINE, realDataset);

const scales = mapScales(testSet.penguins);

/** The penguins as the maps show them. */
export const penguinsOf = (state: LessonState) => penguinsView(testSet.penguins, scales, state);

/** What the really trained models say all over their maps, in the lesson as it stands. */
export const bandsOf =
  (state: LessonState) =>
  (run: RunView): readonly Band[] => {
    if (run.weights === null) return [];
    const { weights, scaling } = realRun(run.name === 'then' ? state.saved : state.loaded);
    return decisionBands(weights, run.hiddenUnits, scaling, scales);
  };
