import { compare, percent, sameTestSet, type RunRecord } from '../../experiment';
import { freshRuns, type Runs, type TaskId } from '../../experiment/quiz-second';
import { count, fill } from '../../lesson';
import { quizSecond as words } from '../../lesson/quiz-second';
import { chosenEpoch, type Reply } from '../../machine/lesson/quiz-tasks';
import { percentText, roundedPercent } from '../percent';

/** One line of what was trained for an answer. */
export interface RunRow {
  readonly name: string;
  readonly accuracy: string;
  /** How many answers are not those of the run that it is compared with. */
  readonly answers: string;
  readonly bits: { readonly text: string; readonly equal: boolean | null };
}

const { result } = words;

const NOT_COMPARED = { answers: result.none, bits: { text: result.none, equal: null } };

/** A run by itself. */
export const firstRow = (name: string, run: RunRecord): RunRow => ({
  ...NOT_COMPARED,
  name,
  accuracy: percentText(run)
});

/** A run beside another. @param base the run that it is compared with. */
export function comparedRow(name: string, base: RunRecord, run: RunRecord): RunRow {
  const { flipped } = compare(base, run);
  const equal = base.digest === run.digest;
  return {
    name,
    accuracy: percentText(run),
    answers: sameTestSet(base, run)
      ? fill(result.differ, { n: flipped.length, total: run.testIds.length })
      : result.otherTest,
    bits: { text: equal ? result.equal : result.other, equal }
  };
}

/** What the leak's epoch gives on other splits of the penguins. */
function freshRow(runs: Runs, claimed: RunRecord): RunRow {
  const scores = freshRuns(runs).map(({ accuracy }) => percent(accuracy));
  const reached = scores.filter((score) => score >= percent(claimed.accuracy)).length;
  return {
    ...NOT_COMPARED,
    name: fill(result.fresh, { epoch: chosenEpoch(runs).to, n: scores.length }),
    accuracy: fill(result.range, {
      least: roundedPercent(Math.min(...scores)),
      most: roundedPercent(Math.max(...scores))
    }),
    answers: count(result.reached, reached, { claim: percentText(claimed) })
  };
}

/** What the runs after the first two say, where a task has any. */
function further(id: TaskId, reply: Reply, runs: Runs): RunRow[] {
  const [then, later, ...rest] = runs;
  if (!then || !later) return [];
  switch (id) {
    case 'pack':
      return rest.map((run, index) => {
        const thing = words.pack.things[reply[index] as keyof typeof words.pack.things];
        return comparedRow(fill(result.without, { thing: thing.name }), then, run);
      });
    case 'seed-saved':
      return rest.map((run) => comparedRow(result.suspect, later, run));
    case 'leak':
      return [freshRow(runs, then)];
    default:
      return [];
  }
}

const LATER: Partial<Record<TaskId, string>> = { pack: result.list, leak: result.again };

/** All runs of a task, in lines. */
export function runRows(id: TaskId, reply: Reply, runs: Runs): RunRow[] {
  const [then, later] = runs;
  if (!then || !later) return [];
  return [
    firstRow(result.then, then),
    comparedRow(LATER[id] ?? result.later, then, later),
    ...further(id, reply, runs)
  ];
}
