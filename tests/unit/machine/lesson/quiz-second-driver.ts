import { createActor } from 'xstate';
import type { Runs, TaskId } from '$lib/experiment/quiz-second';
import {
  secondMachine,
  type SecondCommand,
  type SecondSnapshot
} from '$lib/machine/lesson/quiz-second-machine';
import type { SecondProgress } from '$lib/machine/lesson/quiz-second-progress';
import { taskById, type Choice, type Reply } from '$lib/machine/lesson/quiz-tasks';
import { realRun, realTrainer, type FakeTrainer } from '../fake-trainer';

/** The second round under test: real machine, and by default the real trainer, which answers at once. */
export function startSecond(trainer: FakeTrainer = realTrainer(), saved: SecondProgress | null = null) {
  const actor = createActor(secondMachine.provide({ actors: { train: trainer.actor } }), {
    input: { saved }
  }).start();
  return {
    actor,
    trainer,
    send: (...commands: readonly SecondCommand[]) => commands.forEach((command) => actor.send(command)),
    get snapshot(): SecondSnapshot {
      return actor.getSnapshot();
    }
  };
}

export const choose = (task: TaskId, ...choices: readonly Choice[]): SecondCommand[] =>
  choices.map((choice) => ({ type: 'CHOOSE', task, choice, chosen: true }));

/** Events that answer a task and have it marked. */
export const reply = (task: TaskId, ...choices: readonly Choice[]): SecondCommand[] => [
  ...choose(task, ...choices),
  { type: 'CHECK', task }
];

/** A right answer to each task, as the runs have it. */
export const RIGHT: Readonly<Record<TaskId, Reply>> = {
  pack: ['more-epochs', 'rows-reversed', 'random-seed', 'split-seed', 'rng-algorithm', 'library-default'],
  'same-score': ['c'],
  better: ['d'],
  'seed-saved': ['a'],
  'two-checks': ['c'],
  leak: ['b']
};

/** All runs of a task for a reply, really trained. */
export function runsFor(id: TaskId, answer: Reply): Runs {
  const task = taskById(id);
  let runs: Runs = [];
  for (let next = task.next(answer, runs); next !== null; next = task.next(answer, runs))
    runs = [...runs, realRun(next).record];
  return runs;
}
