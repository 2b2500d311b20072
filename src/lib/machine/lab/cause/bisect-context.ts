import { compare, type Digest, type Manifest, type RunRecord } from '../../../experiment';
import {
  applyChanges,
  changesBetween,
  isBroken,
  searchAfter,
  type Change,
  type Criterion,
  type ProbePhase,
  type Search
} from '../../../experiment/lab';
import type { TrainingFailure } from '../../training';

/** What is to be explained: why `later` does not give what `then` gave. */
export interface BisectQuestion {
  readonly then: Manifest;
  readonly later: Manifest;
  readonly criterion: Criterion;
  /** How far apart two scores may be, in percentage points. */
  readonly tolerance: number;
  /** What `then` gave, when that is known, as from a receipt; null to train it first. */
  readonly record: RunRecord | null;
}

/** What a probe found. A manifest that the trainer refuses gives no result at all, and so none that matches. */
export type ProbeFinding =
  | {
      readonly kind: 'trained';
      readonly accuracy: RunRecord['accuracy'];
      readonly digest: Digest;
      /** How many penguins that both runs tested are classified differently. */
      readonly flips: number;
      readonly broken: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: TrainingFailure['reason']; readonly broken: true };

/** A probe that has been answered. Changes are named by their keys. */
export interface FinishedProbe {
  readonly phase: ProbePhase;
  /** The changes that were left in, and those that were put back. */
  readonly kept: readonly string[];
  readonly putBack: readonly string[];
  readonly finding: ProbeFinding;
}

export interface ProbeInput {
  readonly manifest: Manifest;
}

export type ProbeOutput =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly failure: TrainingFailure };

/** Plain data throughout: a search that was saved goes on from its snapshot. */
export interface BisectContext {
  /** Null before anything was asked; with the changes between its manifests. */
  readonly question: (BisectQuestion & { readonly changes: readonly Change[] }) | null;
  readonly reference: RunRecord | null;
  readonly probes: readonly FinishedProbe[];
  /** The next probe, or the result: what `searchAfter` says of the probes so far. */
  readonly search: Search<string> | null;
  readonly failure: TrainingFailure | null;
}

export const nothingAsked: BisectContext = {
  question: null,
  reference: null,
  probes: [],
  search: null,
  failure: null
};

const searchOf = (changes: readonly Change[], probes: readonly FinishedProbe[]): Search<string> =>
  searchAfter(
    changes.map(({ key }) => key),
    probes.map(({ finding }) => finding.broken)
  );

export function asked(question: BisectQuestion): BisectContext {
  const changes = changesBetween(question.then, question.later);
  return {
    ...nothingAsked,
    question: { ...question, changes },
    reference: question.record,
    search: searchOf(changes, [])
  };
}

/** What to train next: `then` for the reference, afterwards whatever the search asks about. */
export function nextManifest({ question, reference, search }: BisectContext): Manifest {
  if (!question || !search || search.done) throw new RangeError('the search has no question left');
  const applied = reference ? search.probe.applied : [];
  return applyChanges(
    question.then,
    question.changes.filter(({ key }) => applied.includes(key))
  );
}

/** What a training tells, beside the first run; null where it has not come to an end. */
export const findingOf = (
  { criterion, tolerance }: Pick<BisectQuestion, 'criterion' | 'tolerance'>,
  then: RunRecord,
  output: ProbeOutput
): ProbeFinding | null => {
  if (!output.ok) {
    const { kind, reason } = output.failure;
    return kind === 'refused' ? { kind, reason, broken: true } : null;
  }
  const { accuracy, digest } = output.record;
  return {
    kind: 'trained',
    accuracy,
    digest,
    flips: compare(then, output.record).flipped.length,
    broken: isBroken(criterion, then, output.record, tolerance)
  };
};

/** The context once an answer has come, be it to the reference or to a probe. */
export function answered(context: BisectContext, output: ProbeOutput): BisectContext {
  const { question, reference, probes, search } = context;
  if (!question || !search || search.done) return context;
  if (!reference) {
    return output.ok ? { ...context, reference: output.record } : { ...context, failure: output.failure };
  }
  const finding = findingOf(question, reference, output);
  if (!finding) return output.ok ? context : { ...context, failure: output.failure };
  const { phase, applied, putBack } = search.probe;
  const finished = [...probes, { phase, kept: applied, putBack, finding }];
  return { ...context, probes: finished, search: searchOf(question.changes, finished) };
}
