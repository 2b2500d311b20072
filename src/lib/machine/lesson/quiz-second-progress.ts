import * as v from 'valibot';
import { TASK_IDS, type TaskId } from '../../experiment/quiz-second';
import { TRAINER_VERSION } from '../../experiment/receipt';
import { perTask, taskById, type Choice, type Reply } from './quiz-tasks';

/** How an answer was marked by the runs that it led to. */
export type TaskMark = 'open' | 'right' | 'wrong';

/** Where a learner is with one task. Nothing is marked without an answer. */
export interface TaskAnswer {
  readonly reply: Reply;
  readonly mark: TaskMark;
  /** Whether runs ever spoke against an answer, so that a first attempt can be told from a later one. */
  readonly missed: boolean;
}

export type TaskAnswers = Readonly<Record<TaskId, TaskAnswer>>;

/** What is kept of the second round between visits. Runs are not: they can be trained again. */
export interface SecondProgress {
  readonly version: 1;
  /** Whose runs the marks are. Those of another trainer say nothing of what this one would find. */
  readonly trainer: typeof TRAINER_VERSION;
  /** Which task is shown. */
  readonly at: TaskId;
  readonly answers: TaskAnswers;
}

export const freshTaskAnswers = (): TaskAnswers =>
  perTask(() => ({ reply: [], mark: 'open', missed: false }));

/** A reply with a choice made or taken back: of several in the task's order, of one in place of the other. */
export function withChoice(id: TaskId, reply: Reply, choice: Choice, chosen: boolean): Reply {
  const { several, choices } = taskById(id);
  if (!several) return chosen ? [choice] : reply;
  return choices.filter((other) => (other === choice ? chosen : reply.includes(other)));
}

/** Whether a task can be answered so. */
function canBe(id: TaskId, reply: readonly string[]): reply is Reply {
  const { several, choices } = taskById(id);
  const inOrder: readonly string[] = choices.filter((choice) =>
    (reply as readonly string[]).includes(choice)
  );
  return (several || reply.length <= 1) && JSON.stringify(inOrder) === JSON.stringify(reply);
}

const answerSchema = (id: TaskId) =>
  v.pipe(
    v.strictObject({
      reply: v.pipe(
        v.array(v.string()),
        v.check((reply) => canBe(id, reply)),
        v.transform((reply) => reply as Reply)
      ),
      mark: v.picklist(['open', 'right', 'wrong']),
      missed: v.boolean()
    }),
    v.check(
      ({ reply, mark, missed }) => mark === 'open' || (reply.length > 0 && (mark === 'right' || missed))
    )
  );

const schema = v.strictObject({
  version: v.literal(1),
  trainer: v.literal(TRAINER_VERSION),
  at: v.picklist(TASK_IDS),
  answers: v.strictObject(perTask(answerSchema))
});

/**
 * Reads progress that comes from outside.
 * @returns null for anything that this round cannot have saved: a lost mark is better than a false one.
 */
export function parseSecondProgress(input: unknown): SecondProgress | null {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : null;
}
