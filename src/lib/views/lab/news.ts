import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import type { LabState } from '../../machine/lab';
import { percentText } from '../percent';

/** What is worth saying aloud when both results are known. */
export function labNews({ comparison, then, later }: LabState): string {
  if (!comparison || !then || !later) return '';
  return fill(labWords.page.news[comparison.kind], {
    flips: comparison.flipped.length,
    then: percentText(then),
    later: percentText(later)
  });
}
