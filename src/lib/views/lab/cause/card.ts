import { driftChanges, type Drift, type Manifest } from '../../../experiment';
import { CATALOGUE, type Change } from '../../../experiment/lab';
import { fill } from '../../../lesson';
import { catalogueWords } from '../../../lesson/catalogue';
import { labWords } from '../../../lesson/lab';
import { changeView, type ChangeView } from './change';

/** One part of a cause, with the drift that it came from. */
export interface CausePartView extends ChangeView {
  readonly drift: {
    readonly name: string;
    readonly advice: { readonly lead: string; readonly text: string };
  } | null;
}

/** One cause: a single difference, or several that matter only together. */
export interface CauseCardView {
  readonly key: string;
  readonly title: string;
  readonly kind: 'alone' | 'together';
  readonly tag: string;
  readonly why: string;
  readonly parts: readonly CausePartView[];
}

const words = labWords.cause.found;

/** Whether a drift, as it is in force in a search, is what made this change. */
function made(drift: Drift, change: Change, then: Manifest): boolean {
  return driftChanges(drift, then).some(({ path, after }) => {
    if (path !== change.path) return false;
    if (change.kind === 'field') return after === change.after;
    return change.kind === 'edit' && (after as unknown[]).includes(change.after);
  });
}

function partView(change: Change, then: Manifest, drifts: readonly string[]): CausePartView {
  const drift = CATALOGUE.find((entry) => drifts.includes(entry.id) && made(entry, change, then));
  const said = drift && catalogueWords[drift.id];
  return {
    ...changeView(change),
    drift: said
      ? {
          name: fill(words.drift, { name: said.name }),
          advice: { lead: labWords.setup.card.advice[said.card.advice.kind], text: said.card.advice.text }
        }
      : null
  };
}

function cardView(
  group: readonly Change[],
  index: number,
  then: Manifest,
  drifts: readonly string[]
): CauseCardView {
  const kind = group.length === 1 ? 'alone' : 'together';
  const why = kind === 'alone' ? words.why.alone : group.length === 2 ? words.why.pair : words.why.more;
  return {
    key: group.map(({ key }) => key).join(),
    title: fill(words.card, { number: index + 1 }),
    kind,
    tag: words[kind],
    why: fill(why, { n: group.length }),
    parts: group.map((change) => partView(change, then, drifts))
  };
}

/**
 * The causes that a search has found, be it at its end or before.
 * @param drifts ids of those that were in force in it.
 */
export const causeCards = (
  groups: readonly (readonly Change[])[],
  then: Manifest,
  drifts: readonly string[]
): CauseCardView[] => groups.map((group, index) => cardView(group, index, then, drifts));
