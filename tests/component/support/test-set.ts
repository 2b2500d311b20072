import type { LessonState } from '$lib/machine/lesson';
import type { Area } from '$lib/views/area';
import { decisionArea } from '$lib/views/decision-map';
import type { RunView } from '$lib/views/lesson';
import { realRun } from '../../unit/machine/fake-trainer';
import { scales } from '../../unit/views/lesson/real-lesson';

/** Where the really trained models say MALE, in the lesson as it stands. */
export const areaOf =
  (state: LessonState) =>
  (run: RunView): Area | null => {
    if (run.weights === null) return null;
    const { weights, scaling } = realRun(run.name === 'then' ? state.saved : state.loaded);
    return decisionArea(weights, run.hiddenUnits, scaling, scales);
  };
