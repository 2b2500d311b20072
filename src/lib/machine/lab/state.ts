import type { SnapshotFrom } from 'xstate';
import { compare, type Comparison, type RunRecord } from '../../experiment';
import { runKey, type labMachine, type LabFailure, type LabPlace } from './machine';
import { pairOf, type LabPair, type LabRun } from './setup';
import type { Progress } from '../training';

export type LabAt = Exclude<SnapshotFrom<typeof labMachine>['value'], 'routing'>;

/** The Lab as its views read it. */
export interface LabState extends LabPlace {
  readonly at: LabAt;
  readonly pair: LabPair;
  /** Under which keys the weights of both runs are kept. */
  readonly keys: Readonly<Record<LabRun, string>>;
  readonly then: RunRecord | null;
  readonly later: RunRecord | null;
  readonly comparison: Comparison | null;
  /** The run being trained, if one is. */
  readonly training: LabRun | null;
  readonly progress: Progress | null;
  readonly failure: LabFailure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Reads a snapshot. Only ever called between macrosteps, where `routing` has been left. */
export function labState(snapshot: SnapshotFrom<typeof labMachine>): LabState {
  const { context, value } = snapshot;
  const { setup, view, tolerance, criterion, records, progress, failure } = context;
  const pair = pairOf(setup);
  const keys = { then: runKey('then', pair.then), later: runKey('later', pair.later) };
  const then = records[keys.then] ?? null;
  const later = records[keys.later] ?? null;
  return {
    at: value as LabAt,
    setup,
    view,
    tolerance,
    criterion,
    pair,
    keys,
    then,
    later,
    comparison: then && later ? compare(then, later) : null,
    training: Object.values(snapshot.getMeta())[0]?.trains ?? null,
    progress,
    failure,
    canUndo: context.past.length > 0,
    canRedo: context.future.length > 0
  };
}
