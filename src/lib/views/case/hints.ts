import { PARTS } from '../../experiment';
import type { Difference } from '../../experiment/case';
import { allOf, count } from '../../lesson';
import { caseWords } from '../../lesson/case';
import { catalogueWords, type DriftCard } from '../../lesson/catalogue';
import { manifestWords } from '../../lesson/manifest';
import { HINTS, type BisectOfCase, type CaseState } from '../../machine/case';

/** The hints that were asked for, one by one. */
export interface HintsView {
  /** What asks for the next one. */
  readonly ask: string;
  /** Said while the search that hints come from is under way. */
  readonly wait: string;
  readonly section: string;
  /** What one of the causes is about, without what would have prevented it. */
  readonly card: Pick<DriftCard, 'world' | 'fact' | 'source'> | null;
  readonly next: string;
}

const words = caseWords.hints;

/**
 * Hints come from a search of the case: nobody else knows its causes.
 * @param search what delta debugging has found so far in this case; null before it began
 */
export function hintsView({ hints, differences, isNew }: CaseState, search: BisectOfCase): HintsView {
  const found = search?.result?.kind === 'found' ? search.result.groups.flat().map(({ key }) => key) : null;
  const causes: readonly Difference[] = differences.filter(({ key }) => found?.includes(key));
  const parts = PARTS.filter((part) => causes.some(({ drift }) => drift.part === part));
  const [cause] = causes;
  return {
    ask: words.ask[Math.min(hints, HINTS) as keyof typeof words.ask],
    wait: hints > 0 && !found ? words.wait : '',
    section:
      hints > 0 && found
        ? count(words.section, causes.length, {
            sections: allOf(parts.map((part) => manifestWords.parts[part]))
          })
        : '',
    card: hints > 1 && cause ? catalogueWords[cause.drift.id].card : null,
    next: hints >= HINTS ? (isNew ? words.next : words.found) : ''
  };
}
