import type { Manifest } from '../../../experiment';
import { applyChanges } from '../../../experiment/lab';
import type { BisectState } from './bisect-state';

/** The re-run with what the repair puts back; null without one. */
export function repairedManifest({ question, changes, result }: BisectState): Manifest | null {
  if (!question || result?.kind !== 'found') return null;
  return applyChanges(
    question.then,
    changes.filter((change) => !result.repair.includes(change))
  );
}
