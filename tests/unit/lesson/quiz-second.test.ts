import { describe, expect, it } from 'vitest';
import { OPTIONS } from '$lib/experiment/quiz';
import { PACKABLE, TASK_IDS, type OptionTaskId } from '$lib/experiment/quiz-second';
import { quizSecond } from '$lib/lesson/quiz-second';
import { compare, percent } from '$lib/experiment';
import { RIGHT, runsFor } from '../machine/lesson/quiz-second-driver';

const optionTasks = TASK_IDS.filter((id): id is OptionTaskId => id !== 'pack');
const whys = [
  ...optionTasks.flatMap((id) => OPTIONS.map((option) => quizSecond.tasks[id].options[option].why)),
  ...PACKABLE.map((thing) => quizSecond.pack.things[thing].why)
];

/** What the first two runs of a task give. */
const pairOf = (id: OptionTaskId) => {
  const [then, later] = runsFor(id, RIGHT[id]);
  const [before, after] = [then!, later!].map(({ accuracy }) => `${percent(accuracy)}%`);
  return { before, after, flips: compare(then!, later!).flipped.length, epochs: then!.manifest.code.epochs };
};

describe('the questions state what is trained', () => {
  it('equal scores', () => {
    const { before, after } = pairOf('same-score');
    expect(after).toBe(before);
    expect(quizSecond.tasks['same-score'].text).toContain(`Both runs score ${before}.`);
  });

  it('a better score', () => {
    const { before, after } = pairOf('better');
    expect(quizSecond.tasks.better.text).toContain(`It scores ${after} in place of ${before}, so four more`);
  });

  it('how many answers differ although the seed was saved', () => {
    const { flips } = pairOf('seed-saved');
    expect(quizSecond.tasks['seed-saved'].text).toContain(
      `answers ${flips} of the 100 test penguins differently`
    );
  });

  it('what the leak scores, twice', () => {
    const { before, after, epochs } = pairOf('leak');
    expect(after).toBe(before);
    expect(quizSecond.tasks.leak.text).toContain(`each of its ${epochs} epochs`);
    expect(quizSecond.tasks.leak.text).toContain(`It scores ${before}.`);
  });
});

describe('explanations', () => {
  it('are there for every choice, each its own, and never say just that it is wrong', () => {
    expect(new Set(whys).size).toBe(5 * 4 + 8);
    for (const why of whys) expect(why).not.toMatch(/\b(wrong answer|incorrect|fail(ed|ure)?)\b/i);
  });

  it('tell no figure of the runs, which the runs tell themselves', () => {
    const figures = /\b\d+ of 100\b|\b(?!90%)\d+%/;
    for (const why of whys) expect(why).not.toMatch(figures);
  });
});
