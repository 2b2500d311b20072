import type { SnapshotFrom } from 'xstate';
import type { RunRecord } from '../../../experiment';
import type { Causes, Change, Probe } from '../../../experiment/lab';
import type { BisectQuestion, FinishedProbe } from './bisect-context';
import type { bisectMachine } from './bisect-machine';
import type { TrainingFailure } from '../../training';

/** A finished probe with its changes themselves. */
export interface ProbeReport extends Pick<FinishedProbe, 'phase' | 'finding'> {
  readonly kept: readonly Change[];
  readonly putBack: readonly Change[];
}

/** The search as the views read it. */
export interface BisectState {
  readonly at: Exclude<SnapshotFrom<typeof bisectMachine>['value'], 'routing'>;
  readonly busy: boolean;
  readonly question: BisectQuestion | null;
  /** Everything in which the two manifests differ. */
  readonly changes: readonly Change[];
  /** What `then` gave: what every probe is compared with. */
  readonly reference: RunRecord | null;
  readonly probes: readonly ProbeReport[];
  /** The probe under way, or where the search stopped. Null before the reference is known, and at the end. */
  readonly current: Probe<Change> | null;
  /** How many probes can still follow at worst, the current one included. Shrinks with every probe. */
  readonly remaining: number;
  readonly result: Causes<Change> | null;
  readonly failure: TrainingFailure | null;
  readonly canRetry: boolean;
}

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function bisectState(snapshot: SnapshotFrom<typeof bisectMachine>): BisectState {
  const { question, reference, probes, search, failure } = snapshot.context;
  const changes = question?.changes ?? [];
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const named = (keys: readonly string[]): Change[] => keys.flatMap((key) => byKey.get(key) ?? []);

  const current = (probe: Probe<string>): Probe<Change> => ({
    ...probe,
    applied: named(probe.applied),
    putBack: named(probe.putBack),
    suspects: named(probe.suspects),
    found: probe.found.map(named)
  });
  const result = (causes: Causes<string>): Causes<Change> =>
    causes.kind === 'found'
      ? {
          ...causes,
          groups: causes.groups.map(named),
          repair: named(causes.repair),
          harmless: named(causes.harmless),
          untold: named(causes.untold)
        }
      : causes;

  return {
    at: snapshot.value as BisectState['at'],
    busy: snapshot.hasTag('busy'),
    question,
    changes,
    reference,
    probes: probes.map(({ phase, kept, putBack, finding }) => ({
      phase,
      kept: named(kept),
      putBack: named(putBack),
      finding
    })),
    current: search && !search.done && reference ? current(search.probe) : null,
    remaining: search && !search.done ? search.probe.remaining : 0,
    result: search?.done ? result(search.causes) : null,
    failure,
    canRetry: snapshot.can({ type: 'RETRY' })
  };
}
