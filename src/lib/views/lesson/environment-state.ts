import { driftedParts } from '../../experiment';
import { allOf, fill, lesson } from '../../lesson';
import type { LessonState } from '../../machine/lesson';

const { flow, table } = lesson.process;

export const savedText = (state: LessonState): string =>
  fill(table.saved, { env: state.saved.environment.name });

/** What was loaded, and whether code or data are no longer what was saved. */
export function loadedText(state: LessonState): string {
  const loaded = fill(table.loaded, { env: state.loaded.environment.name });
  const others = driftedParts(state.loadedDrifts)
    .filter((part) => part !== 'environment')
    .map((part) => flow.chips[part]);
  return others.length === 0 ? loaded : fill(table.changed, { state: loaded, parts: allOf(others) });
}
