import { describe, expect, it } from 'vitest';
import { BASELINE, type DriftId, type RunRecord } from '$lib/experiment';
import { STEPS, type Step } from '$lib/lesson';
import { finishedLesson } from '$lib/machine/lesson';
import { promptTrainer } from '../fake-trainer';
import { lessonAt, PLACES, startLesson, type LessonDriver } from './driver';

const runs = (lesson: LessonDriver) => lesson.trainer.trainings.map(({ input }) => input.run);

/** The positions that NEXT leads through, with every training answered at once. */
function positionsOnTheWay(lesson: LessonDriver): string[] {
  const positions: string[] = [lesson.state.at];
  lesson.actor.subscribe(() => {
    const { at } = lesson.state;
    if (at !== positions.at(-1)) positions.push(at);
  });
  for (let presses = 0; presses < 8; presses++) {
    lesson.send('NEXT');
    lesson.settle();
  }
  return positions;
}

describe('stepping through the lesson', () => {
  it('starts at rest: nothing is trained before the learner asks', () => {
    const lesson = startLesson();
    lesson.wait(60_000);
    expect(lesson.state.at).toBe('idle');
    expect(lesson.trainer.trainings).toEqual([]);
  });

  it('walks the match path to trust, and stops there', () => {
    expect(positionsOnTheWay(startLesson())).toEqual([
      'idle',
      'training',
      'trained',
      'saved',
      'loaded',
      'retraining',
      'retrained',
      'compared',
      'trusted'
    ]);
  });

  it('walks the mismatch path to the investigation, and stops there', () => {
    expect(positionsOnTheWay(startLesson({ input: { drifts: ['library-default'] } }))).toEqual([
      'idle',
      'training',
      'trained',
      'saved',
      'loaded',
      'retraining',
      'retrained',
      'compared',
      'mismatched',
      'investigating'
    ]);
  });

  it('takes a verdict of equal predictions for a match, and one of equal scores for none', () => {
    const verdict = (...drifts: ('float32' | 'rows-reversed')[]) => {
      const lesson = startLesson({ trainer: promptTrainer(), input: { drifts } });
      lesson.goTo(5);
      lesson.judge();
      return lesson.state.at;
    };
    expect(verdict('float32')).toBe('trusted');
    expect(verdict('rows-reversed')).toBe('mismatched');
  });

  it('takes the learner from a mismatch through the fix and a new re-run to trust', () => {
    const lesson = lessonAt('investigating');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(lesson.state).toMatchObject({ at: 'investigating', step: 6, differs: false, drifts: [] });
    lesson.send('RERUN');
    expect(lesson.state.at).toBe('retraining');
    lesson.settle();
    expect(lesson.state.at).toBe('trusted');
  });

  it('still finds a mismatch while one of two causes is left, and trust after the second is fixed', () => {
    const lesson = startLesson({
      trainer: promptTrainer(),
      input: { drifts: ['library-default', 'more-epochs'] }
    });
    lesson.goTo(6);
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(lesson.state).toMatchObject({ at: 'investigating', drifts: ['more-epochs'] });
    lesson.send('RERUN');
    lesson.judge();
    expect(lesson.state.at).toBe('mismatched');
    lesson.send('NEXT', { type: 'RESTORE', id: 'more-epochs' }, 'RERUN');
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
  });

  it('shows no more than is known at the step, however much is known', () => {
    const lesson = lessonAt('mismatched');
    const known = () => {
      const { then, later, comparison } = lesson.state;
      return [then, later, comparison].map((value) => value !== null);
    };
    const seen = [5, 4, 3, 2, 1, 0].map(() => {
      const here = known();
      lesson.send('BACK');
      return here;
    });
    expect(seen).toEqual([
      [true, true, true],
      [true, true, false],
      [true, false, false],
      [true, false, false],
      [true, false, false],
      [false, false, false]
    ]);
  });

  it('ignores a step back from the start and a step on from the end', () => {
    const start = startLesson();
    expect(start.state).toMatchObject({ canGoBack: false, canGoOn: true });
    start.send('BACK');
    expect(start.state.at).toBe('idle');

    for (const end of ['trusted', 'investigating'] as const) {
      const lesson = lessonAt(end);
      const before = lesson.actor.getSnapshot();
      expect(lesson.state).toMatchObject({ canGoBack: true, canGoOn: false });
      lesson.send('NEXT');
      expect(lesson.actor.getSnapshot()).toBe(before);
    }
  });
});

describe('what is trained', () => {
  it('is asked for with its manifest and a name for its result', () => {
    const lesson = lessonAt('mismatched');
    const [then, later] = lesson.trainer.trainings.map(({ input }) => input);
    expect(then).toMatchObject({ run: 'then', manifest: BASELINE });
    expect(later!.manifest).toEqual(lesson.state.loaded);
    expect(later!.manifest.code.l2).toBe(0.01);
    expect(later!.run).toBe(lesson.state.rerun);
  });

  it('is trained again when nothing differs: two runs of one manifest are two runs', () => {
    const lesson = lessonAt('trusted');
    const [then, later] = lesson.trainer.trainings.map(({ input }) => input);
    expect(lesson.trainer.trainings).toHaveLength(2);
    expect(later!.manifest).toEqual(then!.manifest);
    expect(later!.run).not.toBe(then!.run);
  });

  it('is never trained again while it is known', () => {
    const lesson = startLesson({ trainer: promptTrainer() });
    const back = () => lesson.send(...Array<'BACK'>(6).fill('BACK'));
    const on = () =>
      STEPS.forEach(() => {
        lesson.send('NEXT');
        lesson.judge();
      });
    on();
    back();
    on();
    expect(runs(lesson)).toHaveLength(2);
    lesson.send('TOGGLE_DRIFTS');
    on();
    back();
    on();
    expect(runs(lesson)).toHaveLength(3);
    lesson.send('TOGGLE_DRIFTS', 'BACK');
    on();
    lesson.send('TOGGLE_DRIFTS');
    on();
    expect(runs(lesson)).toHaveLength(3);
    expect(new Set(runs(lesson)).size).toBe(3);
  });

  it.each(['training', 'retraining'] as const)(
    'rests between epochs so that the first %s lasts 2.4 s at speed 1, and not at all when calm',
    (place) => {
      const pace = (input: { speed?: 0.5 | 2; calm?: boolean }) =>
        lessonAt(place, { input }).trainer.current.input.pace;
      expect(pace({})).toBe(24);
      expect(pace({ speed: 2 })).toBe(12);
      expect(pace({ speed: 0.5 })).toBe(48);
      expect(pace({ calm: true })).toBe(0);
    }
  );

  it('rests less once a training has been seen', () => {
    const lesson = lessonAt('trusted');
    lesson.send('BREAK', 'NEXT');
    expect(lesson.trainer.current.input.pace).toBe(8);
  });

  it('takes its pace from the speed at which it begins', () => {
    const lesson = lessonAt('loaded');
    lesson.send({ type: 'SET_SPEED', speed: 2 }, 'NEXT');
    expect(lesson.trainer.current.input.pace).toBe(12);
  });
});

describe('going straight to a step', () => {
  /** What differs, the last step that it leaves, and the places where it can't be found. */
  const CASES: [DriftId[], Step, string[]][] = [
    [[], 5, ['mismatched', 'investigating']],
    [['float32'], 5, ['mismatched', 'investigating']],
    [['random-seed'], 6, ['trusted']]
  ];
  for (const [drifts, last, elsewhere] of CASES) {
    it.each(PLACES.filter((place) => !elsewhere.includes(place)))(
      `leads from %s to every step up to ${last} when ${drifts[0] ?? 'nothing'} differs`,
      (from) => {
        for (const to of STEPS) {
          const lesson = lessonAt(from, { input: { drifts } });
          lesson.goTo(to);
          lesson.settle();
          expect(lesson.state, `to ${to}`).toMatchObject({
            step: Math.min(to, last),
            goal: Math.min(to, last),
            drifts
          });
        }
      }
    );
  }

  it('arrives at the same state as stepping there', () => {
    for (const to of STEPS) {
      const straight = startLesson({ trainer: promptTrainer(), input: { drifts: ['random-seed'] } });
      const stepping = startLesson({ trainer: promptTrainer(), input: { drifts: ['random-seed'] } });
      straight.goTo(to);
      straight.judge();
      for (let step = 0; step < to; step++) {
        stepping.send('NEXT');
        stepping.judge();
      }
      expect(straight.state, `step ${to}`).toEqual(stepping.state);
    }
  });
});

describe('a press while the two are compared', () => {
  it.each([
    ['a match', [], 'trusted'],
    ['a mismatch', ['random-seed'], 'mismatched']
  ] as const)('brings the verdict of %s at once, and passes nothing over', (_, drifts, verdict) => {
    const lesson = lessonAt('compared', { input: { drifts } });
    lesson.send('NEXT');
    expect(lesson.state).toMatchObject({ at: verdict, step: 5, goal: 5 });
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: verdict, step: 5 });
  });
});

/** Numbers that are no step, and the step that each is taken for; NaN is none at all. */
const NO_STEPS: [number, Step | null][] = [
  [-3, 0],
  [2.4, 2],
  [99, 6],
  [Infinity, 6],
  [NaN, null]
];

describe('a number that is no step', () => {
  it.each(NO_STEPS)(
    'to go to, %d is taken for the step %o, and left alone if there is none',
    (number, step) => {
      const lesson = lessonAt('mismatched');
      lesson.goTo(number as Step);
      lesson.settle();
      expect(lesson.state).toMatchObject({ step: step ?? 5, goal: step ?? 5 });
    }
  );

  it.each(NO_STEPS)(
    'to open, %d is taken for the step %o, and for the start if there is none',
    (number, step) => {
      const lesson = startLesson({ trainer: promptTrainer() });
      lesson.send({ type: 'OPEN', step: number as Step, drifts: ['random-seed'] });
      lesson.settle();
      expect(lesson.state).toMatchObject({ step: step ?? 0, goal: step ?? 0 });
    }
  );
});

describe('reset', () => {
  it.each(PLACES)('leads from %s to the start, with nothing differing and nothing known', (place) => {
    const lesson = lessonAt(place);
    lesson.send(
      { type: 'SET_SPEED', speed: 2 },
      { type: 'SET_CALM', calm: true },
      { type: 'PREDICT', answer: 'match' },
      { type: 'CHOOSE_DRIFT', id: 'ddof', on: true },
      'RESET'
    );
    const fresh = startLesson({ input: { speed: 2, calm: true } });
    expect({ ...lesson.actor.getSnapshot().context, beforeReset: null }).toEqual(
      fresh.actor.getSnapshot().context
    );
    expect(lesson.state).toEqual({ ...fresh.state, canUndoReset: true });
  });

  it.each(PLACES)('can be undone, back to %s with all that is known', (place) => {
    const lesson = lessonAt(place);
    lesson.send({ type: 'SET_CALM', calm: true }, { type: 'CHOOSE_DRIFT', id: 'ddof', on: true });
    lesson.settle();
    const before = lesson.state;
    lesson.send('RESET', 'RESET', 'UNDO_RESET'); // whoever presses twice loses nothing either
    lesson.settle();
    if (lesson.state.at === 'failed' || before.at === 'failed') return;
    expect(lesson.state).toEqual(before);
  });

  it('takes nothing away at the start, so nothing is offered', () => {
    const lesson = startLesson();
    lesson.send('RESET');
    expect(lesson.state.canUndoReset).toBe(false);
  });

  it.each(['NEXT', 'TOGGLE_DRIFTS'] as const)('is for good once the learner goes on: %s', (command) => {
    const lesson = lessonAt('loaded');
    lesson.send('RESET', command);
    expect(lesson.state.canUndoReset).toBe(false);
    const before = lesson.state;
    lesson.send('UNDO_RESET');
    expect(lesson.state).toEqual(before);
  });

  it.each(PLACES)('after %s trains everything anew', (place) => {
    const lesson = lessonAt(place);
    lesson.send('RESET');
    const before = lesson.trainer.trainings.length;
    lesson.goTo(5);
    lesson.settle();
    expect(runs(lesson).slice(before)).toEqual(['then', lesson.state.rerun]);
    expect(lesson.state.at).toBe('trusted');
  });
});

describe('opening the lesson', () => {
  it('at its start, lets a link say what differs', () => {
    const { state } = startLesson({ input: { drifts: ['more-epochs', 'library-default', 'more-epochs'] } });
    expect(state).toMatchObject({ at: 'idle', differs: true, drifts: ['library-default', 'more-epochs'] });
  });

  it('has nothing differing and the default drift in store when the link says nothing', () => {
    expect(startLesson().state).toMatchObject({ differs: false, choice: ['library-default'], drifts: [] });
  });

  it.each(PLACES)(
    'from %s at another place trains what that place needs, with its drifts in force',
    (place) => {
      const lesson = lessonAt(place);
      lesson.send({ type: 'SET_SPEED', speed: 2 }, { type: 'OPEN', step: 6, drifts: ['more-epochs'] });
      expect(lesson.state).toMatchObject({
        at: 'training',
        goal: 6,
        drifts: ['more-epochs'],
        investigated: []
      });
      lesson.settle();
      expect(lesson.state).toMatchObject({ at: 'investigating', speed: 2, drifts: ['more-epochs'] });
    }
  );

  it('at a place that a match does not have leads to the end of the match path', () => {
    const lesson = startLesson({ trainer: promptTrainer() });
    lesson.send({ type: 'OPEN', step: 6, drifts: [] });
    expect(lesson.state).toMatchObject({ at: 'trusted', goal: 5 });
  });

  it('finished, for readers without JavaScript, shows what walking there shows', () => {
    const walked = lessonAt('trusted').state;
    expect(walked.then).not.toBeNull();
    expect(finishedLesson(walked.then as RunRecord)).toEqual({ ...walked, prediction: null });
  });
});
