import { caseOf, drawCase, isUnnamed, type Case, type Level } from '../../experiment/case';
import type { CatalogueId } from '../../experiment/lab';
import type { AdviceKind } from '../../lesson/catalogue';
import { splitmix32 } from '../../trainer/generators/splitmix32';
import { below } from '../../trainer/rng';

/** Where a case comes from: drawn, by its level and number, or broken by someone for someone else. */
export type CaseSource =
  | { readonly kind: 'drawn'; readonly level: Level; readonly number: number }
  | { readonly kind: 'chosen'; readonly drifts: readonly CatalogueId[] };

/** Cases of a level have numbers from 1 up to this. */
export const LAST_CASE = 9999;

/** Something that a reader has done in a case: put differences back and trained, or named some as the causes. */
export interface Step {
  readonly does: 'try' | 'name';
  readonly keys: readonly string[];
}

/** What was said to prevent a cause from happening again, right or wrong. */
export interface Advised {
  readonly key: string;
  readonly kind: AdviceKind;
}

/** What a link to a case carries: everything, so that whoever opens it trains every try again. */
export interface CasePlace {
  readonly source: CaseSource;
  readonly steps: readonly Step[];
  /** Keys of what the next try puts back. */
  readonly selection: readonly string[];
  /** How many hints were asked for. */
  readonly hints: number;
  readonly advice: readonly Advised[];
}

export const caseAt = (source: CaseSource): CasePlace => ({
  source,
  steps: [],
  selection: [],
  hints: 0,
  advice: []
});

export const CASE_START: CasePlace = caseAt({ kind: 'drawn', level: 1, number: 1 });

/** The case that a source stands for, and its causes where they were drawn. */
export function openedCase(source: CaseSource): Case {
  if (source.kind === 'chosen') return caseOf(source.drifts);
  const rng = splitmix32(source.level * (LAST_CASE + 1) + source.number);
  return caseOf(drawCase(source.level, (n) => below(rng, n)).drifts);
}

/** Whether nobody tells what the differences are before the causes were found. */
export const hidesNames = (source: CaseSource): boolean => source.kind === 'drawn' && isUnnamed(source.level);
