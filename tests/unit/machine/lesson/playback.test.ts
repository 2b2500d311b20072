import { describe, expect, it } from 'vitest';
import type { LessonCommand } from '$lib/machine/lesson';
import { promptTrainer } from '../fake-trainer';
import { lessonAt, startLesson, type LessonDriver } from './driver';

const PERIOD = 2600;
/** How long the comparison is shown for the first time. */
const LOOK = 1900;

const playing = (drifts: ('library-default' | 'random-seed')[] = []): LessonDriver => {
  const lesson = startLesson({ trainer: promptTrainer(), input: { drifts } });
  lesson.send('PLAY');
  return lesson;
};

/** Plays to the question and answers it. */
function playedPast(lesson: LessonDriver): LessonDriver {
  lesson.wait(2 * PERIOD);
  lesson.send({ type: 'PREDICT', answer: 'match' });
  return lesson;
}

describe('playback', () => {
  it('never starts by itself', () => {
    for (const place of ['idle', 'trained', 'loaded', 'mismatched'] as const) {
      const lesson = lessonAt(place);
      const before = lesson.actor.getSnapshot();
      lesson.wait(60_000);
      expect(lesson.actor.getSnapshot()).toBe(before);
      expect(lesson.state.playing).toBe(false);
    }
  });

  it('takes the first step at once', () => {
    expect(playing().state).toMatchObject({ at: 'trained', playing: true });
  });

  it('takes a further step each period', () => {
    const lesson = playing();
    lesson.wait(PERIOD - 1);
    expect(lesson.state.at).toBe('trained');
    lesson.wait(1);
    expect(lesson.state.at).toBe('saved');
    lesson.wait(PERIOD - 1);
    expect(lesson.state.at).toBe('saved');
    lesson.wait(1);
    expect(lesson.state.at).toBe('loaded');
  });

  it('waits for an answer to the question, or for it to be skipped', () => {
    for (const answer of [{ type: 'PREDICT', answer: 'mismatch' }, { type: 'SKIP_PREDICTION' }] as const) {
      const lesson = playing();
      lesson.wait(20 * PERIOD);
      expect(lesson.state).toMatchObject({ at: 'loaded', playing: true });
      lesson.send(answer);
      lesson.wait(PERIOD);
      expect(lesson.state).toMatchObject({ at: 'retrained', playing: true });
    }
  });

  it('stops at trust', () => {
    const lesson = playedPast(playing());
    lesson.wait(2 * PERIOD);
    expect(lesson.state).toMatchObject({ at: 'compared', playing: true });
    lesson.wait(LOOK);
    expect(lesson.state).toMatchObject({ at: 'trusted', playing: false });
  });

  it('shows the mismatch for a while, and stops at the investigation', () => {
    const lesson = playedPast(playing(['library-default']));
    lesson.wait(2 * PERIOD + LOOK);
    expect(lesson.state).toMatchObject({ at: 'mismatched', playing: true });
    lesson.wait(PERIOD - LOOK - 1);
    expect(lesson.state.at).toBe('mismatched');
    lesson.wait(1);
    expect(lesson.state).toMatchObject({ at: 'investigating', playing: false });
  });

  it('waits for a training, however long it takes, and queues nothing behind it', () => {
    const lesson = startLesson();
    lesson.send('PLAY');
    lesson.wait(10 * PERIOD);
    expect(lesson.state).toMatchObject({ at: 'training', goal: 1, playing: true });
    lesson.trainer.current.finish();
    expect(lesson.state.at).toBe('trained');
    lesson.wait(PERIOD);
    expect(lesson.state.at).toBe('saved');
  });

  it('waits for the second training as well', () => {
    const lesson = lessonAt('loaded');
    lesson.send('SKIP_PREDICTION', 'PLAY');
    lesson.wait(10 * PERIOD);
    expect(lesson.state).toMatchObject({ at: 'retraining', goal: 4, playing: true });
  });

  it('stops when a training fails', () => {
    const lesson = startLesson();
    lesson.send('PLAY');
    lesson.trainer.current.fail();
    expect(lesson.state).toMatchObject({ at: 'failed', playing: false });
  });

  it('pauses where it is, and goes on from there', () => {
    const lesson = playing();
    lesson.wait(PERIOD);
    lesson.send('PAUSE');
    expect(lesson.state).toMatchObject({ at: 'saved', playing: false });
    lesson.wait(10 * PERIOD);
    expect(lesson.state.at).toBe('saved');
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({ at: 'loaded', playing: true });
  });

  it.each(['training', 'retraining'] as const)('started during %s, queues nothing behind it', (place) => {
    const lesson = lessonAt(place);
    const { goal } = lesson.state;
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({ at: place, goal, playing: true });
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ step: goal, playing: true });
  });

  it('started while the results stand side by side, does not run past the verdict', () => {
    const lesson = lessonAt('compared', { input: { drifts: ['random-seed'] } });
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({ at: 'compared', playing: true });
    lesson.wait(LOOK);
    expect(lesson.state.at).toBe('mismatched');
  });

  it('lets a training go on when it is paused', () => {
    const lesson = startLesson();
    lesson.send('PLAY', 'PAUSE');
    expect(lesson.trainer.current.stopped).toBe(false);
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: 'trained', playing: false });
  });

  const MOVES: LessonCommand[] = [
    { type: 'NEXT' },
    { type: 'BACK' },
    { type: 'GO_TO', step: 5 },
    { type: 'GO_TO', step: 1 },
    { type: 'RESET' },
    { type: 'OPEN', step: 4, drifts: [] },
    { type: 'TOGGLE_DRIFTS' },
    { type: 'CHOOSE_DRIFT', id: 'ddof', on: true },
    { type: 'RESTORE', id: 'library-default' },
    { type: 'UNDO_RESTORE', id: 'ddof' }
  ];
  it.each(MOVES)('pauses when the learner takes over by $type', (command) => {
    const lesson = playing(['library-default']);
    lesson.send(command);
    expect(lesson.state.playing).toBe(false);
    lesson.judge();
    const before = lesson.actor.getSnapshot();
    lesson.wait(10 * PERIOD);
    expect(lesson.actor.getSnapshot()).toBe(before);
  });

  const ASIDE: LessonCommand[] = [
    { type: 'SET_CALM', calm: true },
    { type: 'SET_SPEED', speed: 2 },
    { type: 'PLAY' }
  ];
  it.each(ASIDE)('goes on through $type', (command) => {
    const lesson = playedPast(playing());
    lesson.send(command);
    expect(lesson.state).toMatchObject({ at: 'loaded', playing: true });
    lesson.wait(PERIOD);
    expect(lesson.state.step).toBeGreaterThan(3);
  });

  it('starts over at the end, with a training that is really run again', () => {
    const lesson = playedPast(playing());
    lesson.wait(3 * PERIOD);
    expect(lesson.state.at).toBe('trusted');
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({ at: 'trained', playing: true });
    expect(lesson.trainer.trainings.map(({ input }) => input.run === 'then')).toEqual([true, false, true]);
    playedPast(lesson).wait(3 * PERIOD);
    expect(lesson.state.at).toBe('trusted');
    expect(lesson.trainer.trainings).toHaveLength(4);
  });

  it('starts over after an investigation with the same differing, and the investigation closed', () => {
    const lesson = lessonAt('investigating', { trainer: promptTrainer() });
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({
      at: 'trained',
      playing: true,
      drifts: ['library-default'],
      investigated: []
    });
  });

  it('goes on from a mismatch to its investigation rather than starting over', () => {
    const lesson = lessonAt('mismatched');
    lesson.send('PLAY');
    expect(lesson.state).toMatchObject({ at: 'investigating', playing: false });
  });
});

describe('the speed', () => {
  it.each([
    [0.5, 5200],
    [1, 2600],
    [2, 1300]
  ] as const)('at %sx makes a period of %i ms', (speed, period) => {
    const lesson = startLesson({ trainer: promptTrainer(), input: { speed } });
    lesson.send('PLAY');
    lesson.wait(period - 1);
    expect(lesson.state.at).toBe('trained');
    lesson.wait(1);
    expect(lesson.state.at).toBe('saved');
  });

  it('changes the period that is under way', () => {
    const lesson = playing();
    lesson.wait(1000);
    lesson.send({ type: 'SET_SPEED', speed: 2 });
    expect(lesson.state.speed).toBe(2);
    lesson.wait(1299);
    expect(lesson.state.at).toBe('trained');
    lesson.wait(1);
    expect(lesson.state.at).toBe('saved');
  });

  it('can be set while nothing plays, without starting it', () => {
    const lesson = lessonAt('trained');
    lesson.send({ type: 'SET_SPEED', speed: 0.5 });
    lesson.wait(60_000);
    expect(lesson.state).toMatchObject({ at: 'trained', speed: 0.5, playing: false });
  });

  it('sets how long the results stand side by side before the verdict', () => {
    const look = (input: { speed?: 0.5 | 2; calm?: boolean }) => {
      const lesson = lessonAt('compared', { input });
      let ms = 0;
      while (lesson.state.at === 'compared') {
        lesson.clock.increment(1);
        ms++;
      }
      return ms;
    };
    expect(look({})).toBe(1900);
    expect(look({ speed: 2 })).toBe(950);
    expect(look({ speed: 0.5 })).toBe(3800);
    expect(look({ calm: true })).toBe(1);
  });

  it('is short where the comparison was shown before', () => {
    const lesson = lessonAt('mismatched');
    lesson.send('BACK', 'NEXT');
    expect(lesson.state).toMatchObject({ at: 'compared', isNew: false });
    lesson.wait(300);
    expect(lesson.state.at).toBe('mismatched');
  });
});
