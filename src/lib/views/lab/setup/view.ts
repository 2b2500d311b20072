import { diff, DRIFT_IDS, driftChanges, PARTS, type Drift, type Part } from '../../../experiment';
import { count, fill } from '../../../lesson';
import { CATALOGUE, type CatalogueDrift } from '../../../experiment/lab';
import { catalogueWords, type DriftCard } from '../../../lesson/catalogue';
import { labWords } from '../../../lesson/lab';
import { manifestWords } from '../../../lesson/manifest';
import type { LabState } from '../../../machine/lab';
import { labFieldName, labValueText } from '../../field-text';

/** One field that the two runs do not share. */
export interface LabDifferenceView {
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** What the field takes to be as in the first run. */
  readonly recorded: unknown;
}

export interface DriftView {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  /** Whether it is one of those that are shown before somebody asks for all: the lesson's. */
  readonly first: boolean;
  /** What it changes, field by field. */
  readonly changes: readonly string[];
  readonly card: DriftCard;
}

export interface LabSetupView {
  readonly title: string;
  readonly differences: readonly LabDifferenceView[];
  /** Said when the first run is not the lesson's either. */
  readonly bothDiffer: string | null;
  readonly parts: readonly {
    readonly part: Part;
    readonly title: string;
    readonly chosen: string | null;
    readonly drifts: readonly DriftView[];
  }[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canReset: boolean;
}

const { setup } = labWords;

/** What a drift changes by itself, with an environment that moved and so calls itself otherwise left out. */
function changesOf(drift: Drift, { pair }: LabState): string[] {
  // Told from the first run, so that it stays the same whether the drift is in force or not.
  const differences = driftChanges(drift, pair.then);
  return differences.map(({ path, before, after }) => {
    const field = labFieldName(path);
    const added =
      Array.isArray(before) && Array.isArray(after) ? after.filter((entry) => !before.includes(entry)) : null;
    return added
      ? fill(setup.card.add, { field, after: labValueText(added) })
      : fill(setup.card.change, { field, before: labValueText(before), after: labValueText(after) });
  });
}

const driftView = (entry: CatalogueDrift, state: LabState): DriftView => ({
  ...catalogueWords[entry.id],
  id: entry.id,
  chosen: state.setup.drifts.includes(entry.id),
  first: (DRIFT_IDS as readonly string[]).includes(entry.id),
  changes: changesOf(entry, state)
});

/** What is set up, and what there is to choose from. */
export function labSetupView(state: LabState): LabSetupView {
  const { pair, canUndo, canRedo } = state;
  const differences = diff(pair.then, pair.later);
  const both = Object.keys(state.setup.then).length;
  return {
    title:
      differences.length > 0 ? count(setup.differences.title, differences.length) : setup.differences.none,
    differences: differences.map(({ path, before, after }) => ({
      path,
      name: labFieldName(path),
      before: labValueText(before),
      after: labValueText(after),
      recorded: before
    })),
    bothDiffer: both > 0 ? count(setup.bothDiffer, both) : null,
    parts: PARTS.map((part) => {
      const drifts = CATALOGUE.filter((entry) => entry.part === part).map((entry) => driftView(entry, state));
      const chosen = drifts.filter((drift) => drift.chosen).length;
      return {
        part,
        title: manifestWords.parts[part],
        chosen: chosen > 0 ? fill(setup.chosen, { n: chosen }) : null,
        drifts
      };
    }),
    canUndo,
    canRedo,
    canReset: differences.length > 0 || both > 0
  };
}
