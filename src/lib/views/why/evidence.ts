import { diff, type RunRecord } from '../../experiment';
import type { Receipt, Verdict } from '../../experiment/receipt';
import { FIRST_CLAIM, SECOND_CLAIM } from '../../experiment/sample-receipts';
import { count, fill } from '../../lesson';
import { why } from '../../lesson/why';
import { labFieldName, labValueText } from '../field-text';
import { judgedRun, type JudgedRun } from '../pair-verdict';
import { percentText } from '../percent';

/** What can be believed, in the order in which it is offered. */
export const BELIEFS = ['first', 'second', 'neither'] as const;
export type Belief = (typeof BELIEFS)[number];

/** The two claims, as they are handed over. */
export const CLAIMS = { first: FIRST_CLAIM, second: SECOND_CLAIM } as const;

const { evidence: words, envelope } = why;

export interface ClaimView {
  readonly id: 'first' | 'second';
  readonly name: string;
  readonly note: string;
  readonly percent: string;
  readonly right: string;
}

export const claimViews: readonly ClaimView[] = (['first', 'second'] as const).map((id) => ({
  id,
  ...envelope[id],
  percent: percentText(CLAIMS[id].result),
  right: fill(envelope.right, CLAIMS[id].result.accuracy)
}));

/** One claim held against its re-run. */
export interface EvidenceView {
  readonly id: 'first' | 'second';
  readonly name: string;
  readonly claimed: string;
  readonly rerun: string;
  readonly bits: string;
  readonly holds: boolean;
  readonly run: JudgedRun;
}

/** A run that was trained from a receipt, and what that says of the claim. */
export interface Judged {
  readonly record: RunRecord;
  readonly verdict: Verdict;
}

const evidenceOf = (
  id: 'first' | 'second',
  { result }: Receipt,
  { record, verdict }: Judged
): EvidenceView => {
  const holds = verdict.outcome === 'same';
  return {
    id,
    name: envelope[id].name,
    claimed: fill(words.claimed, { percent: percentText(result) }),
    rerun: fill(words.rerun, { percent: percentText(record) }),
    bits: holds ? words.bits.same : words.bits.differs,
    holds,
    run: judgedRun(id === 'first' ? 'then' : 'later', envelope[id].name, record, verdict.differingBytes)
  };
};

/** What both trainings say; null before. */
export interface JudgedCase {
  readonly claims: readonly EvidenceView[];
  readonly headline: string;
  /** Whether the story that is told fits what was trained. */
  readonly holds: boolean;
  readonly differ: string;
  readonly changes: readonly string[];
}

/** Names that an environment gives itself change no result, so they are not among what the training reads. */
const isRead = ({ path }: { path: string }): boolean => path !== 'environment.name';

/** Holds both claims against the runs that were trained from their receipts. */
export function judgedCase([first, second]: readonly Judged[]): JudgedCase | null {
  if (!first || !second) return null;
  const claims = [evidenceOf('first', CLAIMS.first, first), evidenceOf('second', CLAIMS.second, second)];
  const holds = claims.every((claim) => claim.holds);
  const differences = diff(CLAIMS.first.manifest, CLAIMS.second.manifest).filter(isRead);
  return {
    claims,
    headline: holds ? words.both : words.notBoth,
    holds,
    differ: count(words.differ, differences.length),
    changes: differences.map(({ path, before, after }) =>
      fill(words.change, {
        field: labFieldName(path),
        before: labValueText(before),
        after: labValueText(after)
      })
    )
  };
}
