import { describe, expect, it } from 'vitest';
import { lessonAt, type LessonDriver } from './driver';
import { saying } from '../../trainer/saying';

const FAILURES = [
  { place: 'failed', step: 1, before: 'idle', again: 'training', after: 'trained' },
  { place: 'failed again', step: 4, before: 'loaded', again: 'retraining', after: 'retrained' }
] as const;

describe.each(FAILURES)('a training that fails at step $step', ({ place, step, before, again, after }) => {
  it('says why, at the step whose training it was', () => {
    const lesson = lessonAt(again);
    lesson.trainer.current.epoch();
    lesson.trainer.current.fail('refused', 'In epoch 3 the weights outgrew what a number can hold.');
    expect(lesson.state).toMatchObject({
      at: 'failed',
      step,
      progress: null,
      failure: {
        step,
        kind: 'refused',
        reason: saying('In epoch 3 the weights outgrew what a number can hold.')
      },
      canGoBack: true,
      canGoOn: true
    });
  });

  it('ends that training', () => {
    expect(lessonAt(place).trainer.current.stopped).toBe(true);
  });

  it.each([
    ['RETRY', (lesson: LessonDriver) => lesson.send('RETRY')],
    ['NEXT', (lesson: LessonDriver) => lesson.send('NEXT')],
    ['going to the step', (lesson: LessonDriver) => lesson.goTo(step)]
  ])('is tried again by %s', (_, retry) => {
    const lesson = lessonAt(place);
    const before = lesson.trainer.trainings.length;
    retry(lesson);
    expect(lesson.state).toMatchObject({ at: again, step, goal: step, failure: null });
    expect(lesson.trainer.trainings).toHaveLength(before + 1);
    lesson.trainer.current.finish();
    expect(lesson.state.at).toBe(after);
  });

  it('can fail again, and is then no better known', () => {
    const lesson = lessonAt(place);
    lesson.send('RETRY');
    lesson.trainer.current.fail('broken', 'once more');
    expect(lesson.state).toMatchObject({ at: 'failed', failure: { step, reason: saying('once more') } });
  });

  it('is left behind by a step back', () => {
    const lesson = lessonAt(place);
    lesson.send('BACK');
    expect(lesson.state).toMatchObject({ at: before, failure: null });
    lesson.send('NEXT');
    expect(lesson.state.at).toBe(again);
  });

  it('keeps where the learner was heading, and goes there after all', () => {
    const lesson = lessonAt(again);
    lesson.goTo(5);
    lesson.trainer.current.fail();
    expect(lesson.state).toMatchObject({ at: 'failed', step, goal: 5 });
    lesson.send('RETRY');
    lesson.settle();
    expect(lesson.state.at).toBe('trusted');
  });

  it('steps back from the failed step, however far the learner was heading', () => {
    const lesson = lessonAt(again);
    lesson.goTo(6);
    lesson.trainer.current.fail();
    lesson.send('BACK');
    expect(lesson.state).toMatchObject({ at: before, goal: step - 1 });
  });
});

describe('after a failure', () => {
  it('the first result is still known when the second training failed', () => {
    const lesson = lessonAt('failed again');
    const { then } = lesson.state;
    expect(then).not.toBeNull();
    lesson.goTo(2);
    expect(lesson.state).toMatchObject({ at: 'saved', then });
    expect(lesson.trainer.trainings).toHaveLength(2);
  });

  it('an earlier re-run is still known', () => {
    const lesson = lessonAt('mismatched');
    const { later } = lesson.state;
    lesson.send('TOGGLE_DRIFTS', 'NEXT');
    lesson.trainer.current.fail();
    lesson.send('TOGGLE_DRIFTS', 'NEXT');
    expect(lesson.state).toMatchObject({ at: 'retrained', later });
  });

  it('another choice of what differs leads back to loading when it bears on what failed', () => {
    const lesson = lessonAt('failed again');
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ at: 'loaded', goal: 3, failure: null, differs: true });
  });

  it('another choice of what differs leaves a failed first training where it is', () => {
    const lesson = lessonAt('failed');
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ at: 'failed', step: 1, differs: true });
    expect(lesson.trainer.trainings).toHaveLength(1);
  });

  it('a choice that changes nothing in force leaves a failed re-run where it is', () => {
    const lesson = lessonAt('failed again');
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'library-default', on: false });
    expect(lesson.state).toMatchObject({ at: 'failed', step: 4, choice: [] });
  });

  it('nothing is tried again by itself, nor by PLAY', () => {
    const lesson = lessonAt('failed');
    lesson.send('PLAY');
    lesson.wait(30_000);
    expect(lesson.state).toMatchObject({ at: 'failed', playing: false });
    expect(lesson.trainer.trainings).toHaveLength(1);
  });

  it('RETRY is ignored where nothing has failed', () => {
    const lesson = lessonAt('loaded');
    const before = lesson.actor.getSnapshot();
    lesson.send('RETRY');
    expect(lesson.actor.getSnapshot()).toBe(before);
  });
});
