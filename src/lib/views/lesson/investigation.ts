import { driftById, driftDifferences, orderedDrifts, PARTS, type DriftId, type Part } from '../../experiment';
import { count, fill, lesson, listOf } from '../../lesson';
import { driftStories } from '../../lesson/drift-stories';
import { investigation } from '../../lesson/investigation';
import type { LessonState } from '../../machine/lesson';
import { addressOf } from './address';
import { fieldName, valueText } from './difference-text';
import { isUnderWay } from './story';

export interface DifferenceView {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** One cause that was found, restored or not. */
export interface CauseView {
  readonly id: DriftId;
  readonly name: string;
  readonly story: string;
  readonly differences: readonly DifferenceView[];
  readonly restored: boolean;
}

export interface InvestigationView {
  readonly parts: readonly {
    readonly part: Part;
    readonly title: string;
    /** How the part calls itself now, where that has changed: “v1 → v2”. */
    readonly change: string | null;
    readonly causes: readonly CauseView[];
  }[];
  readonly status: string;
  readonly solved: boolean;
  readonly canRestoreAll: boolean;
  /** What the Lab's address carries to open with what was found. */
  readonly lab: string;
  /** Whether running again would now tell something new. */
  readonly canRerun: boolean;
}

function cause(id: DriftId, drifts: readonly DriftId[]): CauseView {
  return {
    id,
    name: lesson.drifts[id].name,
    story: driftStories[id],
    differences: driftDifferences(id).map((difference) => ({
      field: fieldName(difference),
      before: valueText(difference.before),
      after: valueText(difference.after)
    })),
    restored: !drifts.includes(id)
  };
}

function status({ at, drifts, investigated, investigation: story }: LessonState): string {
  if (story === 'solved') return at === 'trusted' ? investigation.solved : investigation.known;
  if (at === 'investigating' || at === 'mismatched') {
    if (drifts.length === 0) return investigation.unexplained;
    const restoredSome = investigated.length > drifts.length;
    const causes = listOf(drifts.map((id) => lesson.drifts[id].name));
    return restoredSome ? fill(investigation.stillDiffers, { causes }) : investigation.intro;
  }
  return drifts.length === 0 ? investigation.fixed : count(investigation.partly, drifts.length);
}

/** What was saved beside what was loaded; null until the learner goes after a mismatch. */
export function investigationView(state: LessonState): InvestigationView | null {
  const { at, step, drifts, investigated } = state;
  const solved = state.investigation === 'solved';
  const saved = state.saved.environment;
  const loaded = state.loaded.environment;
  if (!isUnderWay(state) || step < 3) return null;
  const ids = orderedDrifts([...investigated, ...drifts]);
  return {
    parts: PARTS.map((part) => ({
      part,
      title: investigation.parts[part],
      change: part === 'environment' && saved.name !== loaded.name ? `${saved.name} → ${loaded.name}` : null,
      causes: ids.filter((id) => driftById(id).part === part).map((id) => cause(id, drifts))
    })),
    status: status(state),
    solved,
    canRestoreAll: drifts.length > 0,
    lab: addressOf({ goal: 0, drifts: ids }),
    canRerun: at === 'loaded' && !solved
  };
}
