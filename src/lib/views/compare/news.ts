import type { Comparison } from '../../experiment/environment/diff';
import { compare as words } from '../../lesson/compare';
import { leadText, type OnRecord } from './view';

/** What is said aloud: what was refused, else what the comparison answers. */
export function compareNews(
  sides: readonly { readonly at: string; readonly message?: string }[],
  compared: { readonly comparison: Comparison; readonly onRecord: OnRecord } | null
): string {
  const refused = sides.flatMap(({ message }) => message ?? []);
  if (refused.length > 0) return refused.join(' ');
  if (sides.some(({ at }) => at === 'reading')) return words.open.reading;
  return compared ? leadText(compared.comparison, compared.onRecord) : '';
}
