import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, getNextSnapshot } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import {
  questionVerdict,
  quizMachine,
  quizProgress,
  type QuizEvent,
  type QuizSnapshot
} from '$lib/machine/lesson/quiz-machine';
import { QUESTIONS, type QuestionId } from '$lib/experiment/quiz';
import { freshAnswers } from '$lib/machine/lesson/quiz-progress';
import { answer, answerRight, answerWrong, quizAfter, shownBy, wrongOption } from './quiz-driver';

const IDS = QUESTIONS.map(({ id }) => id);

const standing = ({ context }: QuizSnapshot) => IDS.map((id) => questionVerdict(context.answers, id));

describe('one question', () => {
  const question = 'loading';
  const CHECK: QuizEvent = { type: 'CHECK', question };

  it('only tells, when it is to be checked before anything is chosen', () => {
    const before = quizAfter([]);
    expect(getNextSnapshot(quizMachine, before, CHECK).context).toEqual({
      ...before.context,
      latest: { kind: 'unanswered', question }
    });
  });

  it('says nothing about a choice until it is checked', () => {
    const { context } = quizAfter([{ type: 'CHOOSE', question, option: 'c' }]);
    expect(context.answers[question]).toEqual({ phase: 'open', choice: 'c', hints: 0, missed: false });
  });

  it('is right or wrong by the option that was checked', () => {
    expect(standing(quizAfter(answer(question, 'c')))).toEqual(['open', 'right', 'open']);
    for (const option of ['a', 'b', 'd'] as const) {
      expect(standing(quizAfter(answer(question, option)))).toEqual(['open', 'wrong', 'open']);
    }
  });

  it('is not checked a second time, which would repeat old news in place of a hint', () => {
    const wrong = quizAfter([...answerWrong(question), { type: 'HINT', question }]);
    expect(getNextSnapshot(quizMachine, wrong, CHECK).context).toEqual(wrong.context);
  });

  it('reopens after a wrong check, by trying again or by choosing another option', () => {
    const again = quizAfter([...answerWrong(question), { type: 'RETRY', question }]);
    expect(again.context.answers[question]).toEqual({ phase: 'open', choice: null, hints: 0, missed: true });

    const other = quizAfter([...answerWrong(question), { type: 'CHOOSE', question, option: 'd' }]);
    expect(other.context.answers[question]).toEqual({ phase: 'open', choice: 'd', hints: 0, missed: true });
  });

  it('counts a later attempt, and remembers that it was not the first', () => {
    const { context } = quizAfter([...answerWrong(question), ...answerRight(question)]);
    expect(context.answers[question]).toEqual({ phase: 'checked', choice: 'c', hints: 0, missed: true });
  });

  it('once right, stays so until the quiz starts again', () => {
    const right = quizAfter(answerRight(question));
    const events: QuizEvent[] = [
      { type: 'CHOOSE', question, option: 'a' },
      CHECK,
      { type: 'RETRY', question },
      { type: 'HINT', question }
    ];
    for (const event of events) {
      expect(getNextSnapshot(quizMachine, right, event).context).toEqual(right.context);
    }
    const restarted = getNextSnapshot(quizMachine, right, { type: 'RESTART' });
    expect(restarted.context.answers).toEqual(freshAnswers());
  });

  it('shows one hint more at a time, and no more than it has', () => {
    const hint: QuizEvent = { type: 'HINT', question };
    const shown = [1, 2, 3].map((n) => quizAfter(Array(n).fill(hint)).context.answers[question].hints);
    expect(shown).toEqual([1, 2, 2]);
  });

  it('keeps its hints through a wrong check and a new attempt', () => {
    const { context } = quizAfter([
      { type: 'HINT', question },
      ...answerWrong(question),
      { type: 'RETRY', question }
    ]);
    expect(context.answers[question].hints).toBe(1);
  });
});

describe('all questions', () => {
  it.each([
    ['right', answerRight],
    ['wrong', answerWrong]
  ])('finish the quiz once each is checked, in any order, even if %s', (_, reply) => {
    const orders = IDS.flatMap((first) =>
      IDS.filter((id) => id !== first).map((second) => [
        first,
        second,
        ...IDS.filter((id) => id !== first && id !== second)
      ])
    );
    expect(orders).toHaveLength(6);
    for (const order of orders) {
      const events = order.flatMap(reply);
      expect(quizAfter(events).value).toBe('finished');
      expect(quizAfter(events.slice(0, -1)).value).toBe('answering');
    }
  });

  it('go on when a wrong one is tried again', () => {
    const events = [...answerRight(IDS[0]!), ...answerWrong(IDS[1]!), ...answerRight(IDS[2]!)];
    expect(quizAfter([...events, { type: 'RETRY', question: IDS[1]! }]).value).toBe('answering');
    expect(quizAfter([...events, ...answerRight(IDS[1]!)]).value).toBe('finished');
  });
});

/** Which questions have a choice, and whether it is the right one: what decides where CHECK leads. */
function chosen({ context }: QuizSnapshot): string {
  return QUESTIONS.map(({ id, right }) => {
    const { choice } = context.answers[id];
    return choice === null ? '-' : choice === right ? 'r' : 'w';
  }).join('');
}

/** Every event that can matter, for these questions: one right and two wrong options each. */
const eventsFor = (ids: readonly QuestionId[]): QuizEvent[] => [
  ...ids.flatMap((question) => [
    ...[answerRight(question)[0]!, answerWrong(question)[0]!],
    { type: 'CHOOSE' as const, question, option: wrongOption(question, 1) },
    ...(['SHOW', 'CHECK', 'HINT', 'RETRY'] as const).map((type) => ({ type, question }))
  ]),
  { type: 'OPEN_ROUND', round: 2 },
  { type: 'RESTART' }
];

describe('which question is shown, and which round', () => {
  it('is the first at first, any that is asked for, and the first again after a restart', () => {
    expect(quizAfter([]).context).toMatchObject({ round: 1, at: 'accuracy' });
    const elsewhere = quizAfter([
      { type: 'SHOW', question: 'not-saved' },
      { type: 'OPEN_ROUND', round: 2 }
    ]);
    expect(elsewhere.context).toMatchObject({ round: 2, at: 'not-saved', answers: freshAnswers() });
    const restarted = getNextSnapshot(quizMachine, elsewhere, { type: 'RESTART' });
    expect(restarted.context).toMatchObject({ round: 1, at: 'accuracy' });
  });
});

describe('the graph of the machine', () => {
  const events = eventsFor(IDS);
  const paths = getShortestPaths(quizMachine, {
    input: {},
    events,
    serializeState: (snapshot) => JSON.stringify([snapshot.value, standing(snapshot), chosen(snapshot)])
  });

  it('reaches every way in which the three questions can stand, and back from each to the start', () => {
    const found = new Map(paths.map(({ state }) => [standing(state).join(), state.value]));

    const verdicts = ['open', 'right', 'wrong'];
    const all = verdicts.flatMap((a) => verdicts.flatMap((b) => verdicts.map((c) => [a, b, c].join())));
    expect([...found.keys()].sort()).toEqual(all.sort());
    for (const [stands, value] of found)
      expect(value).toBe(stands.includes('open') ? 'answering' : 'finished');

    for (const { state } of paths) {
      const restarted = getNextSnapshot(quizMachine, state, { type: 'RESTART' });
      expect(restarted.value).toBe('answering');
      expect(restarted.context.answers).toEqual(freshAnswers());
    }
  });

  it('has no transition that cannot be taken', () => {
    const nodes = [quizMachine.root, ...Object.values(quizMachine.root.states)];
    const missing = new Set<object>(
      nodes.flatMap((node) => [...node.transitions.values(), node.always ?? []].flat())
    );
    expect(missing.size).toBe(10);
    for (const { steps } of paths) {
      for (const last of events) {
        if (missing.size === 0) break;
        const actor = createActor(quizMachine, {
          input: {},
          inspect: (report) => {
            if (report.type === '@xstate.microstep') report._transitions.forEach((t) => missing.delete(t));
          }
        }).start();
        // The first step is how the machine starts, which is not for an actor to be told.
        for (const { event } of steps.slice(1)) actor.send(event);
        actor.send(last);
        actor.stop();
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('keeps score along every simple path through one question', () => {
    const paths = getSimplePaths(quizMachine, {
      input: {},
      events: eventsFor(['accuracy']).filter(({ type }) => type !== 'HINT'),
      serializeState: (snapshot) => JSON.stringify(snapshot.context.answers)
    });
    // nothing chosen, three choices, three checked: all but the start also after a miss
    const ends = new Set(paths.map(({ state }) => JSON.stringify(state.context.answers.accuracy)));
    expect(ends.size).toBe(1 + 3 + 1 + (1 + 3 + 3));
    for (const { state, steps } of paths) {
      const checkedWrong = steps.some(({ state: before }) => standing(before)[0] === 'wrong');
      const { missed } = state.context.answers.accuracy;
      if (missed) expect(checkedWrong || standing(state)[0] === 'wrong').toBe(true);
      expect(shownBy(state).score).toBe(`Score: ${standing(state)[0] === 'right' ? 1 : 0} of 3`);
    }
  });
});

const anyQuestion = fc.constantFrom(...IDS);
const anyEvent: fc.Arbitrary<QuizEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('CHOOSE' as const),
      question: anyQuestion,
      option: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'd' as const)
    })
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('CHECK' as const), question: anyQuestion }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('HINT' as const, 'RETRY' as const), question: anyQuestion })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('SHOW' as const), question: anyQuestion }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('OPEN_ROUND' as const),
      round: fc.constantFrom(1 as const, 2 as const)
    })
  },
  { weight: 1, arbitrary: fc.constant({ type: 'RESTART' as const }) }
);
const anyEvents = fc.array(anyEvent, { maxLength: 60 });

/** The quiz as a learner with a pencil would keep it: by going through what happened. */
function bookkeeping(events: readonly QuizEvent[]) {
  const blank = () => new Map(IDS.map((id) => [id, { choice: '', checked: '', missed: false }]));
  let sheet = blank();
  for (const event of events) {
    if (event.type === 'RESTART') sheet = blank();
    if (!('question' in event)) continue;
    const line = sheet.get(event.question)!;
    const { right } = QUESTIONS.find(({ id }) => id === event.question)!;
    if (line.checked === right) continue;
    if (event.type === 'CHOOSE') Object.assign(line, { choice: event.option, checked: '' });
    if (event.type === 'RETRY' && line.checked) Object.assign(line, { choice: '', checked: '' });
    if (event.type === 'CHECK' && line.choice) {
      line.checked = line.choice;
      line.missed ||= line.choice !== right;
    }
  }
  return sheet;
}

describe('whatever a learner does', () => {
  it('the score is the number of questions whose checked option is the right one', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const snapshot = quizAfter(events);
        const sheet = bookkeeping(events);
        const right = QUESTIONS.filter(
          (question) => sheet.get(question.id)!.checked === question.right
        ).length;
        expect(shownBy(snapshot).score).toBe(`Score: ${right} of 3`);
        for (const [id, { choice, checked, missed }] of sheet) {
          const kept = snapshot.context.answers[id];
          expect(kept.choice).toBe(choice || null);
          expect(kept.phase).toBe(checked ? 'checked' : 'open');
          expect(kept.missed).toBe(missed);
        }
        const done = [...sheet.values()].every(({ checked }) => checked !== '');
        expect(snapshot.value).toBe(done ? 'finished' : 'answering');
      })
    );
  });

  it('one question never moves another', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent, (events, event) => {
        fc.pre(event.type !== 'RESTART');
        const before = quizAfter(events);
        const after = getNextSnapshot(quizMachine, before, event);
        for (const id of IDS) {
          if (!('question' in event) || event.question === id) continue;
          expect(after.context.answers[id]).toEqual(before.context.answers[id]);
        }
      })
    );
  });

  it('a later visit goes on where this one ended, only without its news', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (events, further) => {
        const before = quizAfter(events);
        const stored: unknown = JSON.parse(JSON.stringify(quizProgress(before)));
        const after = quizAfter([], stored as ReturnType<typeof quizProgress>);
        const told = Object.assign({}, before, { context: { ...before.context, latest: null } });
        expect(shownBy(after)).toEqual(shownBy(told));
        expect(quizProgress(quizAfter(further, quizProgress(before)))).toEqual(
          quizProgress(quizAfter([...events, ...further]))
        );
      })
    );
  });
});
