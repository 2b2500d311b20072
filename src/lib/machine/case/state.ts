import { manifestKey, type RunRecord } from '../../experiment';
import { floorOf, keysOf, manifestOfTry, type Difference } from '../../experiment/case';
import type { Criterion } from '../../experiment/lab';
import { catalogueWords, type AdviceKind } from '../../lesson/catalogue';
import type { SnapshotFrom } from 'xstate';
import type { BisectState } from '../lab';
import { causesIn, criterionOf, isTried, others, placeOf, type CaseContext, type Done } from './context';
import type { caseMachine } from './machine';
import { hidesNames, openedCase, type CasePlace } from './place';

/** A cause that was shown, with what has been advised about each of its differences. */
export interface AdvisedDifference extends Difference {
  readonly right: AdviceKind;
  /** In the order in which they were chosen. */
  readonly chosen: readonly AdviceKind[];
}

/** A case as its views read it. */
export interface CaseState extends CasePlace {
  readonly at: Exclude<SnapshotFrom<typeof caseMachine>['value'], 'routing'>;
  readonly busy: boolean;
  readonly differences: readonly Difference[];
  readonly then: RunRecord | null;
  readonly later: RunRecord | null;
  readonly criterion: Criterion | null;
  /** Whether both runs are known, and nothing is broken by any measure. */
  readonly isWhole: boolean;
  readonly log: readonly Done[];
  /** Whether what is selected can be tried: it is neither nothing, nor all, nor was it tried before. */
  readonly isNew: boolean;
  readonly canUndo: boolean;
  readonly hidden: boolean;
  /** What was named and shown to be the causes; null before. */
  readonly causes: readonly (readonly AdvisedDifference[])[] | null;
  readonly isSolved: boolean;
  /** Tries made; each wrong naming counts as one. */
  readonly tries: number;
  readonly wrong: number;
  /** How few tries would have shown the causes; null before they are found. */
  readonly floor: number | null;
  /** What each run gave, by the key that `runOfTry` gives. */
  readonly records: CaseContext['records'];
  readonly failure: CaseContext['failure'];
}

/** Under which key the run of a try is kept. */
export const runOfTry = ({ source }: Pick<CasePlace, 'source'>, putBack: readonly string[]): string => {
  const made = openedCase(source);
  return manifestKey(manifestOfTry(made, others({ made }, putBack)));
};

function advised(context: CaseContext, key: string): AdvisedDifference[] {
  const difference = context.made.differences.find((other) => other.key === key);
  if (!difference) return [];
  return [
    {
      ...difference,
      right: catalogueWords[difference.drift.id].card.advice.kind,
      chosen: context.advice.filter((advice) => advice.key === key).map(({ kind }) => kind)
    }
  ];
}

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function caseState(snapshot: SnapshotFrom<typeof caseMachine>): CaseState {
  const { context } = snapshot;
  const { made, then, later, log, records, failure, past } = context;
  const found = causesIn(context);
  const causes = found?.map((cause) => cause.flatMap((key) => advised(context, key))) ?? null;
  const criterion = criterionOf(context);
  const wrong = log.filter((done) => done.does === 'name' && done.naming.kind === 'refuted').length;
  return {
    ...placeOf(context),
    at: snapshot.value as CaseState['at'],
    busy: snapshot.hasTag('busy'),
    differences: made.differences,
    then,
    later,
    criterion,
    isWhole: then !== null && later !== null && criterion === null,
    log,
    isNew: !isTried(context, context.selection),
    canUndo: past.length > 0,
    hidden: hidesNames(context.source) && found === null,
    causes,
    isSolved: causes !== null && causes.flat().every(({ right, chosen }) => chosen.includes(right)),
    tries: log.filter(({ does }) => does === 'try').length + wrong,
    wrong,
    floor: found && floorOf(keysOf(made), found),
    records,
    failure
  };
}

/** What delta debugging has come to in a case; null before it was asked. */
export type BisectOfCase = BisectState | null;
