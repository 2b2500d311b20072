import type { ComparisonKind } from '../experiment';

export type Sign = '=' | '≈' | '≠' | '?';

/** What stands for each kind of comparison. */
export const SIGNS: Readonly<Record<ComparisonKind, Sign>> = {
  identical: '=',
  equivalent: '≈',
  'same-score': '≠',
  mismatch: '≠'
};
