import { OPTIONS } from '../../experiment/quiz';
import { TASK_IDS, type Packable, type Runs, type TaskId } from '../../experiment/quiz-second';
import { allOf, count, fill } from '../../lesson';
import { quiz } from '../../lesson/quiz';
import { quizSecond as words } from '../../lesson/quiz-second';
import type { SecondSnapshot } from '../../machine/lesson/quiz-second-machine';
import type { TaskAnswer, TaskMark } from '../../machine/lesson/quiz-second-progress';
import { packed, taskById, type Choice, type Reply } from '../../machine/lesson/quiz-tasks';
import type { TrainingFailure } from '../../machine/training';
import type { Work } from '../../machine/work';
import { workView, type WorkView } from '../work';
import type { FeedbackView, NoteView, OptionView } from './quiz';
import { runRows, type RunRow } from './quiz-runs';
import { markOf, stepsView, turnView, type QuizStep, type QuizTurn } from './quiz-steps';

export interface TaskView {
  readonly id: TaskId;
  readonly text: string;
  readonly several: boolean;
  readonly options: readonly OptionView<Choice>[];
  readonly verdict: TaskMark;
  /** Whether nothing can be chosen now. */
  readonly locked: boolean;
  readonly check: string;
  /** Whether a check would begin now. */
  readonly ready: boolean;
  readonly note: NoteView | null;
  readonly work: WorkView;
  readonly failure: TrainingFailure | null;
  /** What was trained in this visit; empty before. */
  readonly rows: readonly RunRow[];
  readonly feedback: FeedbackView | null;
  /** What there is to say about single things of the list. */
  readonly details: readonly { readonly name: string; readonly why: string }[];
  readonly turn: QuizTurn<TaskId>;
}

export interface SecondView {
  readonly score: string;
  readonly steps: readonly QuizStep<TaskId>[];
  readonly at: TaskId;
  readonly tasks: readonly TaskView[];
  /** Said once every answer is marked. */
  readonly closing: string | null;
  /** Whether there is anything to start again from. */
  readonly started: boolean;
  /** What has just happened, for the page's live region; empty when nothing needs saying. */
  readonly news: string;
}

const { pack } = words;

const thingsOf = (reply: Reply): Packable[] =>
  (taskById('pack').choices as readonly Packable[]).filter((thing) => reply.includes(thing));

const namesOf = (things: readonly Packable[]): string =>
  allOf(things.map((thing) => pack.things[thing].name));

function optionsOf(id: TaskId, reply: Reply): OptionView<Choice>[] {
  const chosen = (choice: Choice) => reply.includes(choice);
  return id === 'pack'
    ? thingsOf(taskById(id).choices).map((thing) => ({
        id: thing,
        letter: '',
        text: pack.things[thing].text,
        chosen: chosen(thing)
      }))
    : OPTIONS.map((option) => ({
        id: option,
        letter: quiz.letters[option],
        text: words.tasks[id].options[option].text,
        chosen: chosen(option)
      }));
}

/** What there is to say of a list that was packed. Without its runs, only that they bore it out or did not is known. */
function packText(reply: Reply, mark: TaskMark, runs: Runs | null): string {
  if (mark === 'right') return pack.right;
  if (runs === null) return pack.unknown;
  const { isSame, idle } = packed(reply, runs);
  const leftOut = thingsOf(taskById('pack').choices).filter((thing) => !reply.includes(thing));
  return isSame
    ? count(pack.tooLong, idle.length, { things: namesOf(thingsOf(idle)) })
    : fill(pack.missing, { things: namesOf(leftOut) });
}

/** All things once the list is right; before, only those that the runs have shown to make no difference. */
function detailsOf(id: TaskId, { reply, mark }: TaskAnswer, runs: Runs | null): TaskView['details'] {
  if (id !== 'pack' || mark === 'open') return [];
  const { isSame, idle } = packed(reply, runs ?? []);
  const told = mark === 'right' ? taskById(id).choices : isSame ? idle : [];
  return thingsOf(told).map((thing) => pack.things[thing]);
}

function feedbackOf(id: TaskId, { reply, mark }: TaskAnswer, runs: Runs | null): FeedbackView | null {
  const option = OPTIONS.find((each) => reply.includes(each));
  if (mark === 'open') return null;
  const why = id === 'pack' ? packText(reply, mark, runs) : option ? words.tasks[id].options[option].why : '';
  return { verdict: quiz.verdict[mark], why };
}

const textOf = (id: TaskId): string => (id === 'pack' ? pack.text : words.tasks[id].text);

function workOf({ context }: SecondSnapshot, id: TaskId): Work<never> {
  const { asked, failure, trained, answers, latest } = context;
  if (asked === id && failure === null) {
    const total = taskById(id).most(answers[id].reply);
    return { at: 'running', progress: { done: trained.length, total } };
  }
  const isCancelled = latest?.kind === 'cancelled' && latest.task === id;
  return { at: isCancelled ? 'cancelled' : 'idle' };
}

function noteOf(snapshot: SecondSnapshot, id: TaskId): NoteView | null {
  const { asked, answers, latest } = snapshot.context;
  if (snapshot.matches('measuring')) return asked === id ? null : { text: words.busy, urgent: false };
  if (answers[id].reply.length > 0) return null;
  const urgent = latest?.kind === 'unanswered' && latest.task === id;
  const [quiet, loud] =
    id === 'pack' ? [words.chooseThings, words.nothingTicked] : [quiz.chooseFirst, quiz.nothingChosen];
  return { text: urgent ? loud : quiet, urgent };
}

function taskView(snapshot: SecondSnapshot, id: TaskId): TaskView {
  const { answers, asked, failure } = snapshot.context;
  const answer = answers[id];
  const runs = snapshot.context.runs[id];
  const isMeasuring = snapshot.matches('measuring');
  return {
    id,
    text: textOf(id),
    several: taskById(id).several,
    options: optionsOf(id, answer.reply),
    verdict: answer.mark,
    locked: answer.mark === 'right' || (isMeasuring && asked === id),
    check: answer.mark === 'open' ? quiz.check : words.again,
    ready: !isMeasuring,
    note: noteOf(snapshot, id),
    work: workView(workOf(snapshot, id), words.work, (progress) =>
      fill(words.trained, { n: (progress?.done ?? 0) + 1, total: progress?.total ?? 1 })
    ),
    failure: asked === id ? failure : null,
    rows: runs ? runRows(id, answer.reply, runs) : [],
    feedback: feedbackOf(id, answer, runs),
    details: detailsOf(id, answer, runs),
    turn: turnView(TASK_IDS, id)
  };
}

function closingOf({ context: { answers } }: SecondSnapshot): string | null {
  const all = TASK_IDS.map((id) => answers[id]);
  if (all.some(({ mark }) => mark === 'open')) return null;
  if (all.some(({ mark }) => mark === 'wrong')) return words.closing.some;
  return all.some(({ missed }) => missed) ? words.closing.all : words.closing.first;
}

/** What an answer's runs found, and what that makes of it, in sentences. */
function measuredNews(view: TaskView, score: string): string {
  const [then, later] = view.rows;
  if (!then || !later || !view.feedback) return '';
  const found = fill(words.news.pair, {
    then: then.accuracy,
    later: later.accuracy,
    answers: later.answers,
    bits: later.bits.text
  });
  return fill(words.news.measured, { ...view.feedback, found, score });
}

function newsOf({ context: { latest } }: SecondSnapshot, tasks: readonly TaskView[], score: string): string {
  if (latest === null) return '';
  if (latest.kind === 'restarted') return fill(words.news.restarted, { score });
  const view = tasks.find(({ id }) => id === latest.task)!;
  switch (latest.kind) {
    case 'measuring':
      return words.news.measuring;
    case 'measured':
      return measuredNews(view, score);
    case 'cancelled':
      return words.work.cancelled;
    case 'unanswered':
      return view.note?.text ?? '';
    case 'shown': // and not its text, which the focus brings
      return fill(quiz.news.shown, { place: view.turn.place });
  }
}

/** Everything that the second round of the quiz shows. */
export function secondView(snapshot: SecondSnapshot): SecondView {
  const { answers, at } = snapshot.context;
  const right = TASK_IDS.filter((id) => answers[id].mark === 'right').length;
  const score = fill(words.score, { right, total: TASK_IDS.length });
  const tasks = TASK_IDS.map((id) => taskView(snapshot, id));
  return {
    score,
    steps: stepsView(TASK_IDS, at, (id) => markOf(answers[id].mark, answers[id].missed)),
    at,
    tasks,
    closing: closingOf(snapshot),
    started: TASK_IDS.some((id) => answers[id].reply.length > 0 || answers[id].missed),
    news: newsOf(snapshot, tasks, score)
  };
}
