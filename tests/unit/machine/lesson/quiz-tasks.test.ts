import { describe, expect, it } from 'vitest';
import { compare } from '$lib/experiment';
import { CATALOGUE } from '$lib/experiment/catalogue';
import { OPTIONS } from '$lib/experiment/quiz';
import { CLAIMS, freshRuns, PACKABLE, TASK_IDS, type OptionTaskId } from '$lib/experiment/quiz-second';
import { RECORDED } from '$lib/experiment/recorded';
import { chosenEpoch, packed, taskById } from '$lib/machine/lesson/quiz-tasks';
import { RIGHT, runsFor } from './quiz-second-driver';

const optionTasks = TASK_IDS.filter((id): id is OptionTaskId => id !== 'pack');
const rightOptions = (id: OptionTaskId) =>
  OPTIONS.filter((option) => taskById(id).isRight([option], runsFor(id, [option])));

/** The figures that the questions state, as the runs give them. */
const figures = (id: OptionTaskId) => {
  const [then, later] = runsFor(id, ['a']);
  const { kind, flipped } = compare(then!, later!);
  return [then!.accuracy.correct, later!.accuracy.correct, kind, flipped.length];
};

describe('the tasks with four options', () => {
  it.each(optionTasks)('%s: one claim is true of the runs, and one only', (id) => {
    expect(rightOptions(id)).toEqual(RIGHT[id]);
  });

  it.each([
    ['same-score', [85, 85, 'same-score', 6]],
    ['better', [85, 89, 'mismatch', 4]],
    ['seed-saved', [85, 84, 'mismatch', 13]],
    ['two-checks', [85, 85, 'equivalent', 0]],
    ['leak', [90, 90, 'identical', 0]]
  ] as const)('%s: the runs give what the question says', (id, found) => {
    expect(figures(id)).toEqual(found);
  });

  it('claim nothing that is true of runs that are not there', () => {
    for (const id of optionTasks) for (const option of OPTIONS) expect(CLAIMS[id][option]([])).toBe(false);
  });

  it('the leak: halving finds the epoch that it kept, and 20 other splits speak', () => {
    const runs = runsFor('leak', ['a']);
    expect(chosenEpoch(runs)).toEqual({ from: 46, to: 46 });
    expect(freshRuns(runs)).toHaveLength(20);
    expect(freshRuns(runs).every(({ manifest }) => manifest.code.epochs === 46)).toBe(true);
  });
});

describe('the list to pack', () => {
  const harmless = PACKABLE.filter((id) => CATALOGUE.some((drift) => drift.id === id && drift.harmless));
  const needed = PACKABLE.filter((id) => !harmless.includes(id));

  it('has things that matter and things that do not', () => {
    expect([needed.length, harmless.length]).toEqual([6, 2]);
  });

  it('is right in one way only, of all that can be ticked', () => {
    const subsets = Array.from({ length: 2 ** PACKABLE.length }, (_, bits) =>
      PACKABLE.filter((_, index) => (bits >> index) % 2 === 1)
    );
    const right = subsets.filter((list) => taskById('pack').isRight(list, runsFor('pack', list)));
    expect(right).toEqual([needed]);
    expect(needed).toEqual(RIGHT.pack);
  });

  it('is too long by what makes no difference, which is found by training without it', () => {
    const runs = runsFor('pack', PACKABLE);
    expect(runs).toHaveLength(2 + PACKABLE.length);
    expect(packed(PACKABLE, runs)).toEqual({ isSame: true, idle: harmless });
  });

  it('never takes more runs than are told beforehand', () => {
    for (const id of TASK_IDS)
      expect(runsFor(id, RIGHT[id]).length).toBeLessThanOrEqual(taskById(id).most(RIGHT[id]));
  });

  it('is not looked at further where it is too short', () => {
    const runs = runsFor('pack', ['random-seed']);
    expect(runs).toHaveLength(2);
    expect(packed(['random-seed'], runs).isSame).toBe(false);
    expect(runs[0]!.manifest).toEqual(RECORDED);
  });
});
