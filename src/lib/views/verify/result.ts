import type { RunRecord } from '../../experiment';
import type { Receipt } from '../../experiment/receipt';
import { fill } from '../../lesson';
import { labWords } from '../../lesson/lab';
import { verify } from '../../lesson/verify';
import { percentText } from '../percent';
import { resultView, type ResultView } from '../runs';

/** A result with its name: the claim, or what came of it here. */
export interface JudgedRun {
  readonly name: 'then' | 'later';
  readonly label: string;
  readonly result: ResultView;
}

const judged = (
  name: JudgedRun['name'],
  label: string,
  result: Pick<RunRecord, 'accuracy' | 'digest'>,
  differing: readonly number[]
): JudgedRun => ({
  name,
  label,
  result: {
    ...resultView(result, differing),
    percent: percentText(result),
    detail: fill(labWords.compare.verdict.accuracy, result.accuracy)
  }
});

/** What a receipt claims to have come of its run. */
export const claimedRun = ({ result }: Pick<Receipt, 'result'>): JudgedRun =>
  judged('then', verify.claims.label, result, []);

/** What came of it here. @param differing positions of the bytes of its digest that are not as claimed. */
export const rerun = (record: RunRecord, differing: readonly number[]): JudgedRun =>
  judged('later', verify.verdict.later, record, differing);
