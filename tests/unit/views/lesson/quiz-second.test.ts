import { describe, expect, it } from 'vitest';
import { OPTIONS } from '$lib/experiment/quiz';
import { PACKABLE, TASK_IDS, type OptionTaskId, type TaskId } from '$lib/experiment/quiz-second';
import { quizSecond } from '$lib/lesson/quiz-second';
import { secondProgress, type SecondCommand } from '$lib/machine/lesson/quiz-second-machine';
import type { Choice } from '$lib/machine/lesson/quiz-tasks';
import { secondView } from '$lib/views/lesson/quiz-second';
import { fakeTrainer, realTrainer, type FakeTrainer } from '../../machine/fake-trainer';
import { choose, reply, RIGHT, startSecond } from '../../machine/lesson/quiz-second-driver';
import { saying } from '../../trainer/saying';

function shown(trainer: FakeTrainer, ...commands: SecondCommand[]) {
  const round = startSecond(trainer);
  round.send(...commands);
  return secondView(round.snapshot);
}

const after = (...commands: SecondCommand[]) => shown(realTrainer(), ...commands);
const taskAfter = (id: TaskId, ...commands: SecondCommand[]) =>
  after(...commands).tasks.find((task) => task.id === id)!;

const optionTasks = TASK_IDS.filter((id): id is OptionTaskId => id !== 'pack');

/** Everything that is shown of the runs, line by line. */
const lines = (id: TaskId, ...choices: readonly Choice[]) =>
  taskAfter(id, ...reply(id, ...choices)).rows.map(({ name, accuracy, answers, bits }) => [
    name,
    accuracy,
    answers,
    bits.text
  ]);

describe('what was trained, in lines', () => {
  it('is nothing before an answer is marked', () => {
    for (const { rows, feedback } of after(...TASK_IDS.flatMap((id) => choose(id, ...RIGHT[id]))).tasks)
      expect([rows, feedback]).toEqual([[], null]);
  });

  it('tells equal scores with other answers', () => {
    expect(lines('same-score', 'c')).toEqual([
      ['The first run', '85%', '–', '–'],
      ['The re-run', '85%', '6 of 100', 'not equal']
    ]);
  });

  it('tells a better score, and other bits without another answer', () => {
    expect(lines('better', 'd')[1]).toEqual(['The re-run', '89%', '4 of 100', 'not equal']);
    expect(lines('two-checks', 'c')[1]).toEqual(['The re-run', '85%', '0 of 100', 'not equal']);
  });

  it('holds a suspect against the re-run', () => {
    const name = 'Your suspect, compared with the re-run';
    expect(lines('seed-saved', 'a').slice(1)).toEqual([
      ['The re-run', '84%', '13 of 100', 'not equal'],
      [name, '84%', '0 of 100', 'equal']
    ]);
    expect(lines('seed-saved', 'b')[2]).toEqual([name, '85%', '13 of 100', 'not equal']);
  });

  it('holds the leak against other draws', () => {
    expect(lines('leak', 'b')).toEqual([
      ['The first run', '90%', '–', '–'],
      ['Trained again', '90%', '0 of 100', 'equal'],
      ['Epoch 46 on 20 other draws of test penguins', '74% to 88%', '90% or more: 0 times', '–']
    ]);
  });

  it('tells what a list gives, and where that is the same model, what it gives without each thing', () => {
    expect(lines('pack', 'random-seed')).toHaveLength(2);
    expect(lines('pack', ...PACKABLE)).toEqual([
      ['The first run', '85%', '–', '–'],
      ['The re-run with your list', '85%', '0 of 100', 'equal'],
      ['Without the code', '89%', '4 of 100', 'not equal'],
      ['Without the time zone', '85%', '0 of 100', 'equal'],
      ['Without the data rows', '85%', '6 of 100', 'not equal'],
      ['Without the seed', '86%', '7 of 100', 'not equal'],
      ['Without the name of the computer', '85%', '0 of 100', 'equal'],
      ['Without the seed of the split', '83%', 'other test penguins', 'not equal'],
      ['Without the RNG algorithm', '84%', '13 of 100', 'not equal'],
      ['Without the library’s defaults', '71%', '28 of 100', 'not equal']
    ]);
  });
});

describe('what is said of an answer', () => {
  it.each(optionTasks)('%s explains each of its options', (id) => {
    for (const option of OPTIONS) {
      const right = RIGHT[id].includes(option);
      expect(taskAfter(id, ...reply(id, option))).toMatchObject({
        verdict: right ? 'right' : 'wrong',
        locked: right,
        check: 'Run it again',
        feedback: {
          verdict: right ? 'Right' : 'Not quite',
          why: quizSecond.tasks[id].options[option].why
        }
      });
    }
  });

  it('names what was left out of a list that is too short, without telling which of it matters', () => {
    const { feedback, details } = taskAfter('pack', ...reply('pack', ...PACKABLE.slice(1)));
    expect(feedback!.why).toMatch(/^The re-run is another model\. You left out the code,/);
    expect(details).toEqual([]);
  });

  it('names what makes no difference on a list that is too long', () => {
    const one = taskAfter('pack', ...reply('pack', ...RIGHT.pack, 'host-name'));
    expect(one.feedback!.why).toContain(
      'Without the name of the computer, the training gives the same model'
    );
    expect(one.details.map(({ name }) => name)).toEqual(['the name of the computer']);
    const two = taskAfter('pack', ...reply('pack', ...PACKABLE));
    expect(two.feedback!.why).toContain(
      'These make no difference: the time zone and the name of the computer.'
    );
  });

  it('explains each thing once the list is right', () => {
    const { feedback, details } = taskAfter('pack', ...reply('pack', ...RIGHT.pack));
    expect(feedback!.why).toBe(quizSecond.pack.right);
    expect(details).toHaveLength(PACKABLE.length);
  });

  it('of an earlier visit tells the mark and the explanation, and offers the runs', () => {
    const round = startSecond();
    round.send(...reply('better', 'd'), ...reply('pack', 'random-seed'));
    const later = secondView(startSecond(realTrainer(), secondProgress(round.snapshot)).snapshot);
    const find = (id: TaskId) => later.tasks.find((task) => task.id === id)!;
    expect(find('better')).toMatchObject({ verdict: 'right', rows: [], check: 'Run it again', ready: true });
    expect(find('better').feedback!.why).toBe(quizSecond.tasks.better.options.d.why);
    expect(find('pack').feedback!.why).toBe(quizSecond.pack.unknown);
    expect([later.news, later.score]).toEqual(['', 'By training: 1 of 6']);
  });
});

describe('notes and work', () => {
  it('says what to do, and says so louder where someone has tried without', () => {
    expect(taskAfter('pack').note).toEqual({ text: quizSecond.chooseThings, urgent: false });
    const check: SecondCommand = { type: 'CHECK', task: 'pack' };
    expect(taskAfter('pack', check).note).toEqual({ text: quizSecond.nothingTicked, urgent: true });
    expect(after(check).news).toBe(quizSecond.nothingTicked);
    expect(taskAfter('better', ...choose('better', 'a')).note).toBeNull();
  });

  it('shows how far the training is, where it was asked for, and locks the answer', () => {
    const trainer = fakeTrainer();
    const view = shown(trainer, ...choose('leak', 'a'), ...reply('better', 'd'));
    const [better, leak] = (['better', 'leak'] as const).map((id) =>
      view.tasks.find((task) => task.id === id)!
    );
    expect(better).toMatchObject({ locked: true, ready: false, note: null });
    expect(better!.work).toMatchObject({ running: true, progress: 'Run 1 of 2 at most', done: 0, total: 2 });
    expect(leak).toMatchObject({ locked: false, ready: false, note: { text: quizSecond.busy } });
    expect(leak!.work.running).toBe(false);
    expect(view.news).toBe('Training.');
  });

  it('tells that it was cancelled, and why it failed', () => {
    const cancelled = shown(fakeTrainer(), ...reply('better', 'd'), { type: 'CANCEL' });
    expect(cancelled.news).toBe(quizSecond.work.cancelled);
    expect(cancelled.tasks.find(({ id }) => id === 'better')!.work.outcome).toBe(quizSecond.work.cancelled);
    const failed = shown(
      fakeTrainer((training) => training.fail()),
      ...reply('better', 'd')
    );
    expect(failed.tasks.find(({ id }) => id === 'better')!.failure).toEqual({
      kind: 'broken',
      reason: saying('out of memory')
    });
    expect(failed.tasks.find(({ id }) => id === 'leak')!.failure).toBeNull();
  });
});

describe('the round', () => {
  it('counts what the runs bear out, and closes with words that fit', () => {
    const all = TASK_IDS.flatMap((id) => reply(id, ...RIGHT[id]));
    expect(after()).toMatchObject({ score: 'By training: 0 of 6', closing: null, started: false });
    expect(after(...all)).toMatchObject({ score: 'By training: 6 of 6', closing: quizSecond.closing.first });
    expect(after(...reply('leak', 'a'), ...all).closing).toBe(quizSecond.closing.all);
    expect(after(...all.slice(0, -2), ...reply('leak', 'a')).closing).toBe(quizSecond.closing.some);
  });

  it('says how each task stands, in a word', () => {
    const { steps } = after(...reply('pack', ...RIGHT.pack), ...reply('better', 'a'));
    expect(steps.map(({ word }) => word)).toEqual(['first try', 'open', 'not yet', 'open', 'open', 'open']);
  });

  it('tells what the runs found, why, and the score', () => {
    expect(after(...reply('better', 'd')).news).toBe(
      `Right. The first run scores 85%, the re-run 89%. Other answers: 4 of 100. Fingerprint: not equal. ${quizSecond.tasks.better.options.d.why} By training: 1 of 6.`
    );
    expect(after({ type: 'SHOW', task: 'leak' }).news).toBe('Question 6 of 6.');
    expect(after({ type: 'RESTART' }).news).toBe('The second round starts again. By training: 0 of 6.');
  });
});
