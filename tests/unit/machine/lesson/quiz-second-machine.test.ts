import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASK_IDS, type TaskId } from '$lib/experiment/quiz-second';
import { secondProgress, type SecondCommand } from '$lib/machine/lesson/quiz-second-machine';
import { freshTaskAnswers, parseSecondProgress } from '$lib/machine/lesson/quiz-second-progress';
import { taskById, type Choice } from '$lib/machine/lesson/quiz-tasks';
import { fakeTrainer, realTrainer } from '../fake-trainer';
import { choose, reply, RIGHT, runsFor, startSecond } from './quiz-second-driver';
import { saying } from '../../trainer/saying';

const after = (...commands: SecondCommand[]) => {
  const round = startSecond();
  round.send(...commands);
  return round.snapshot;
};

describe('one task', () => {
  it('only tells, when it is to be checked before anything is chosen', () => {
    const { value, context } = after({ type: 'CHECK', task: 'better' });
    expect(value).toBe('answering');
    expect(context.latest).toEqual({ kind: 'unanswered', task: 'better' });
  });

  it('takes one option in place of the other, and things in the order of the list', () => {
    expect(after(...choose('better', 'a', 'c')).context.answers.better.reply).toEqual(['c']);
    const { context } = after(...choose('pack', 'random-seed', 'more-epochs', 'host-name'), {
      type: 'CHOOSE',
      task: 'pack',
      choice: 'host-name',
      chosen: false
    });
    expect(context.answers.pack.reply).toEqual(['more-epochs', 'random-seed']);
  });

  it.each(TASK_IDS)('%s is marked right by its runs, and by nothing else', (id) => {
    const round = startSecond();
    round.send(...reply(id, ...RIGHT[id]));
    expect(round.snapshot.context.answers[id]).toEqual({ reply: RIGHT[id], mark: 'right', missed: false });
    expect(round.snapshot.context.runs[id]).toEqual(runsFor(id, RIGHT[id]));
    expect(round.trainer.trainings.map(({ input }) => input.manifest)).toEqual(
      runsFor(id, RIGHT[id]).map(({ manifest }) => manifest)
    );
  });

  it('would be marked otherwise if the runs were others', () => {
    // A trainer that gives the first run whatever it is asked: then the bits are equal, and only a claims that.
    const trainer = fakeTrainer((training) => training.finish(runsFor('better', ['a'])[0]));
    const round = startSecond(trainer);
    round.send(...reply('same-score', 'c'));
    expect(round.snapshot.context.answers['same-score'].mark).toBe('wrong');
    round.send(...reply('same-score', 'a'));
    expect(round.snapshot.context.answers['same-score']).toEqual({
      reply: ['a'],
      mark: 'right',
      missed: true
    });
  });

  it('opens again when another answer is chosen, and forgets the runs of the first', () => {
    const { context } = after(...reply('better', 'a'), ...choose('better', 'd'));
    expect(context.answers.better).toEqual({ reply: ['d'], mark: 'open', missed: true });
    expect(context.runs.better).toBeNull();
  });

  it('once right, stays so, and can be run again', () => {
    const right = reply('better', 'd');
    const round = startSecond();
    round.send(...right, ...choose('better', 'a'));
    expect(round.snapshot.context.answers.better.reply).toEqual(['d']);
    round.send({ type: 'CHECK', task: 'better' });
    expect(round.trainer.trainings).toHaveLength(4);
    expect(round.snapshot.context.answers.better).toEqual({ reply: ['d'], mark: 'right', missed: false });
  });
});

describe('while it trains', () => {
  const training = () => {
    const round = startSecond(fakeTrainer());
    round.send(...reply('better', 'd'));
    return round;
  };

  it('keeps the answer as it is, begins nothing else, and lets other tasks be looked at and answered', () => {
    const round = training();
    expect(round.snapshot.value).toBe('measuring');
    round.send(...choose('better', 'a'), ...reply('leak', 'a'), { type: 'SHOW', task: 'leak' });
    expect(round.trainer.trainings).toHaveLength(1);
    const { answers, at, asked } = round.snapshot.context;
    expect([answers.better.reply, answers.leak.reply, at, asked]).toEqual([['d'], ['a'], 'leak', 'better']);
  });

  it('trains one run after the other', () => {
    const round = training();
    round.trainer.current.epoch();
    round.trainer.current.finish();
    expect(round.trainer.trainings.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(round.snapshot.context.trained).toHaveLength(1);
    round.trainer.current.finish();
    expect(round.snapshot.value).toBe('answering');
  });

  it.each([
    ['cancelled', { type: 'CANCEL' }],
    ['started again', { type: 'RESTART' }]
  ] as const)('can be %s, which stops the training and marks nothing', (_, command) => {
    const round = training();
    round.trainer.current.finish();
    round.send(command);
    expect(round.trainer.current.stopped).toBe(true);
    expect(round.snapshot.value).toBe('answering');
    expect(round.snapshot.context.answers.better.mark).toBe('open');
    expect(round.snapshot.context).toMatchObject({ asked: null, trained: [] });
  });

  it('tells a failure, marks nothing, and tries again from the start', () => {
    const round = training();
    round.trainer.current.finish();
    round.trainer.current.fail('broken', 'out of memory');
    expect(round.snapshot.value).toBe('failed');
    expect(round.snapshot.context).toMatchObject({
      asked: 'better',
      failure: { kind: 'broken', reason: saying('out of memory') }
    });
    round.send({ type: 'RETRY' });
    expect(round.snapshot.context).toMatchObject({ asked: 'better', failure: null, trained: [] });
    round.trainer.current.finish();
    round.trainer.current.finish();
    expect(round.snapshot.context.answers.better.mark).toBe('right');
  });

  it('leaves a failure behind when the answer is changed and checked', () => {
    const round = training();
    round.trainer.current.fail();
    round.send(...reply('better', 'a'));
    expect(round.snapshot.value).toBe('measuring');
    expect(round.snapshot.context.failure).toBeNull();
  });
});

const anyTask = fc.constantFrom(...TASK_IDS);
const choiceOf = (task: TaskId): fc.Arbitrary<Choice> => fc.constantFrom(...taskById(task).choices);
const anyCommand: fc.Arbitrary<SecondCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: anyTask.chain((task) =>
      fc.record({
        type: fc.constant('CHOOSE' as const),
        task: fc.constant(task),
        choice: choiceOf(task),
        chosen: fc.boolean()
      })
    )
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('CHECK' as const), task: anyTask }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('SHOW' as const), task: anyTask }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'CANCEL' as const }, { type: 'RETRY' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'RESTART' as const }) }
);
const anyCommands = fc.array(anyCommand, { maxLength: 40 });

describe('whatever a learner does', () => {
  const trainer = realTrainer();

  it('a mark is what the runs of the answer say', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const round = startSecond(trainer);
        round.send(...commands);
        const { answers, runs } = round.snapshot.context;
        for (const id of TASK_IDS) {
          const { reply: given, mark, missed } = answers[id];
          const trained = runs[id];
          expect(mark === 'open').toBe(trained === null);
          if (trained !== null) {
            expect(trained).toEqual(runsFor(id, given));
            expect(mark === 'right').toBe(taskById(id).isRight(given, trained));
          }
          if (mark === 'wrong') expect(missed).toBe(true);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('one task never moves another', () => {
    fc.assert(
      fc.property(anyCommands, anyCommand, (commands, command) => {
        fc.pre('task' in command);
        const round = startSecond(trainer);
        round.send(...commands);
        const before = round.snapshot.context.answers;
        round.send(command);
        for (const id of TASK_IDS) {
          if ('task' in command && command.task !== id)
            expect(round.snapshot.context.answers[id]).toEqual(before[id]);
        }
      }),
      { numRuns: 40 }
    );
  });

  it('a later visit goes on where this one ended', () => {
    fc.assert(
      fc.property(anyCommands, anyCommands, (commands, further) => {
        const whole = startSecond(trainer);
        whole.send(...commands);
        const saved = parseSecondProgress(JSON.parse(JSON.stringify(secondProgress(whole.snapshot))));
        expect(saved).toEqual(secondProgress(whole.snapshot));
        const later = startSecond(trainer, saved);
        whole.send(...further);
        later.send(...further);
        expect(secondProgress(later.snapshot)).toEqual(secondProgress(whole.snapshot));
      }),
      { numRuns: 40 }
    );
  });
});

describe('reading stored progress', () => {
  const progress = secondProgress(
    after(...reply('better', 'd'), ...reply('leak', 'a'), ...choose('pack', 'random-seed', 'split-seed'))
  );
  type Stored = { answers: Record<TaskId, Record<string, unknown>> } & Record<string, unknown>;
  const spoilt = (change: (stored: Stored) => void): unknown => {
    const stored = JSON.parse(JSON.stringify(progress)) as Stored;
    change(stored);
    return stored;
  };

  it('gives back what was saved', () => {
    expect(parseSecondProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
  });

  it.each([
    ['nothing', null],
    ['another version', spoilt((stored) => (stored['version'] = 2))],
    ['marks of another trainer', spoilt((stored) => (stored['trainer'] = '0'))],
    ['an unknown task to show', spoilt((stored) => (stored['at'] = 'other'))],
    ['a field too many', spoilt((stored) => (stored['score'] = 6))],
    ['a task too few', spoilt(({ answers }) => delete (answers as Partial<typeof answers>).leak)],
    ['two options of one', spoilt(({ answers }) => (answers.better['reply'] = ['a', 'd']))],
    ['an option of another task', spoilt(({ answers }) => (answers.better['reply'] = ['random-seed']))],
    ['a thing twice', spoilt(({ answers }) => (answers.pack['reply'] = ['random-seed', 'random-seed']))],
    ['things out of order', spoilt(({ answers }) => (answers.pack['reply'] = ['split-seed', 'random-seed']))],
    ['an unknown mark', spoilt(({ answers }) => (answers.better['mark'] = 'good'))],
    ['a mark without an answer', spoilt(({ answers }) => (answers.better['reply'] = []))],
    ['a miss that left no trace', spoilt(({ answers }) => (answers.leak['missed'] = false))]
  ])('refuses %s', (_, stored) => {
    expect(parseSecondProgress(stored)).toBeNull();
  });

  it('begins anew without it', () => {
    expect(startSecond().snapshot.context).toMatchObject({ at: 'pack', answers: freshTaskAnswers() });
  });
});
