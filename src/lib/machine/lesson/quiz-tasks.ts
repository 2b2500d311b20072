import { driftedManifest, type Manifest } from '../../experiment';
import { CATALOGUE, type CatalogueId } from '../../experiment/catalogue';
import { OPTIONS, type OptionId } from '../../experiment/quiz';
import {
  CLAIMS,
  freshRuns,
  PACKABLE,
  SUSPECTS,
  TASK_DRIFTS,
  TASK_IDS,
  type OptionTaskId,
  type Packable,
  type Runs,
  type TaskId
} from '../../experiment/quiz-second';
import { RECORDED } from '../../experiment/recorded';
import { FRESH_SEEDS, recipes } from '../lab/leak/study';

export type Choice = OptionId | Packable;

/** What is answered: one option, or the things that are packed, in the order of the task. */
export type Reply = readonly Choice[];

/** How a task is answered, what is trained for an answer, and what the runs make of it. */
export interface Task {
  readonly id: TaskId;
  /** Whether more than one choice can be made. */
  readonly several: boolean;
  readonly choices: readonly Choice[];
  /** What is trained after these runs; null once all of them are there. */
  readonly next: (reply: Reply, runs: Runs) => Manifest | null;
  /** How many runs there are at the most. */
  readonly most: (reply: Reply) => number;
  /** Whether the runs bear the answer out. To be asked once all are there. */
  readonly isRight: (reply: Reply, runs: Runs) => boolean;
}

const drifted = (...ids: readonly CatalogueId[]): Manifest =>
  driftedManifest(
    CATALOGUE.filter(({ id }) => ids.includes(id)),
    RECORDED
  );

/** A task whose runs are known from the start, and that is right if the option's claim is true of them. */
const optionTask = (id: OptionTaskId, plan: (option: OptionId) => readonly Manifest[]): Task => ({
  id,
  several: false,
  choices: OPTIONS,
  next: ([option], runs) => plan(option as OptionId)[runs.length] ?? null,
  most: ([option]) => plan(option as OptionId).length,
  isRight: ([option], runs) => CLAIMS[id][option as OptionId](runs)
});

/** The re-run that a list gives: everything that is not on it has drifted. */
const repacked = (list: Reply): Manifest => drifted(...PACKABLE.filter((thing) => !list.includes(thing)));

/** How a packed list stands, with the things on it that make no difference. */
export function packed(list: Reply, [then, later, ...without]: Runs) {
  const isSame = then !== undefined && then.digest === later?.digest;
  return { isSame, idle: list.filter((_, index) => then?.digest === without[index]?.digest) };
}

const PACK: Task = {
  id: 'pack',
  several: true,
  choices: PACKABLE,
  next: (list, runs) => {
    if (runs.length < 2) return [RECORDED, repacked(list)][runs.length] ?? null;
    // Only of a list that is long enough is it asked whether it is too long: by training without each thing on it.
    const left = packed(list, runs).isSame ? list[runs.length - 2] : undefined;
    return left === undefined ? null : repacked(list.filter((thing) => thing !== left));
  },
  most: (list) => 2 + list.length,
  isRight: (list, runs) => {
    const { isSame, idle } = packed(list, runs);
    return isSame && idle.length === 0;
  }
};

/** Halving the epochs that are left, until one is: how many looks that takes at the most. */
const MOST_LOOKS = RECORDED.code.epochs.toString(2).length;

/**
 * The epochs among which the leak's choice is: a run that stops earlier and gives the same model has met it, and one that
 * gives another model has not.
 */
export function chosenEpoch([leaky, , ...runs]: Runs): { readonly from: number; readonly to: number } {
  let [from, to] = [1, RECORDED.code.epochs];
  for (const { manifest, digest } of runs.filter((run) => run.manifest.code.checkpoint !== 'last')) {
    if (digest === leaky?.digest) to = manifest.code.epochs;
    else from = manifest.code.epochs + 1;
  }
  return { from, to };
}

const LEAK: Task = {
  ...optionTask('leak', () => []),
  next: (_, runs) => {
    if (runs.length < 2) return recipes.leaky();
    const { from, to } = chosenEpoch(runs);
    if (from < to) return recipes.leakyUpTo(Math.floor((from + to) / 2));
    const seed = FRESH_SEEDS[freshRuns(runs).length];
    return seed === undefined ? null : recipes.upTo(to, seed);
  },
  most: () => 2 + MOST_LOOKS + FRESH_SEEDS.length
};

const rerun = (id: keyof typeof TASK_DRIFTS): Task =>
  optionTask(id, () => [RECORDED, drifted(TASK_DRIFTS[id])]);

const TASKS: Readonly<Record<TaskId, Task>> = {
  pack: PACK,
  'same-score': rerun('same-score'),
  better: rerun('better'),
  'seed-saved': optionTask('seed-saved', (option) => [
    RECORDED,
    drifted(TASK_DRIFTS['seed-saved']),
    drifted(SUSPECTS[option])
  ]),
  'two-checks': rerun('two-checks'),
  leak: LEAK
};

export const taskById = (id: TaskId): Task => TASKS[id];

export const perTask = <T>(make: (id: TaskId) => T): Record<TaskId, T> =>
  Object.fromEntries(TASK_IDS.map((id) => [id, make(id)])) as Record<TaskId, T>;
