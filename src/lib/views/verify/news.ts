import { fill } from '../../lesson';
import { verify } from '../../lesson/verify';
import type { VerifyState } from '../../machine/verify';
import { percentText } from '../percent';

/** What is worth saying aloud. How a re-run was cancelled or failed is said where it was started. */
export function verifyNews(
  { at, receipt, refusal }: VerifyState,
  warnings: readonly string[],
  headline: string | null
): string {
  if (refusal !== null) return fill(verify.news.refused, { reason: refusal });
  if (at === 'claims' && receipt) {
    return [fill(verify.news.claims, { percent: percentText(receipt.result) }), ...warnings].join(' ');
  }
  return headline ?? '';
}
