import { describe, expect, it } from 'vitest';
import type { Answer } from '$lib/machine/lesson';
import { promptTrainer } from '../fake-trainer';
import { lessonAt, PLACES, startLesson, type LessonDriver } from './driver';

const predict = (answer: Answer) => ({ type: 'PREDICT' as const, answer });

/** Predicts at the right moment, then lets the verdict fall. */
function judged(answer: Answer | null, drifts: ('library-default' | 'more-epochs')[] = []): LessonDriver {
  const lesson = startLesson({ trainer: promptTrainer(), input: { drifts } });
  lesson.goTo(3);
  if (answer) lesson.send(predict(answer));
  lesson.goTo(5);
  lesson.judge();
  return lesson;
}

describe('the question before the comparison', () => {
  it('is asked once the case is open, and nowhere else', () => {
    const asked = PLACES.filter((place) => lessonAt(place).state.prediction?.kind === 'asked');
    expect(asked).toEqual(['loaded']);
  });

  it('takes an answer, and another one', () => {
    const lesson = lessonAt('loaded');
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
    lesson.send(predict('match'));
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: 'match' });
    lesson.send(predict('mismatch'));
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: 'mismatch' });
  });

  it('is not asked again about the same re-run once it was skipped, until a reset', () => {
    const lesson = lessonAt('loaded');
    lesson.send('SKIP_PREDICTION');
    expect(lesson.state.prediction).toBeNull();
    lesson.send('BACK', 'NEXT');
    expect(lesson.state.prediction).toBeNull();
    lesson.send('RESET');
    lesson.goTo(3);
    lesson.settle();
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
  });

  it('is asked about each new difference', () => {
    const lesson = lessonAt('loaded');
    lesson.send('SKIP_PREDICTION', 'TOGGLE_DRIFTS');
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
    lesson.send(predict('match'), { type: 'CHOOSE_DRIFT', id: 'ddof', on: true });
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'ddof', on: false });
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: 'match' });
  });

  it('is not asked about a result that is known', () => {
    const lesson = lessonAt('retrained');
    lesson.send('BACK');
    expect(lesson.state).toMatchObject({ at: 'loaded', prediction: null });
  });

  it('does not move the learner', () => {
    const lesson = lessonAt('loaded');
    lesson.send(predict('match'));
    expect(lesson.state.at).toBe('loaded');
    expect(lesson.trainer.trainings).toHaveLength(1);
  });

  it.each(PLACES.filter((place) => place !== 'loaded'))('takes no answer at %s', (place) => {
    const lesson = lessonAt(place);
    const before = lesson.actor.getSnapshot().context.predictions;
    lesson.send(predict('match'), 'SKIP_PREDICTION', predict('mismatch'));
    expect(lesson.actor.getSnapshot().context.predictions).toEqual(before);
  });
});

describe('the answer', () => {
  it('is recalled at the verdict', () => {
    expect(judged('match').state.prediction).toEqual({ kind: 'recalled', answer: 'match' });
    expect(judged('match', ['library-default']).state).toMatchObject({
      at: 'mismatched',
      prediction: { kind: 'recalled', answer: 'match' }
    });
  });

  it('is not recalled before the verdict', () => {
    const lesson = lessonAt('loaded');
    lesson.send(predict('match'));
    lesson.goTo(5);
    expect(lesson.state).toMatchObject({ at: 'retraining', prediction: null });
    lesson.trainer.current.finish();
    expect(lesson.state).toMatchObject({ at: 'compared', prediction: null });
  });

  it('is recalled through the investigation of that verdict, whatever is put back', () => {
    const lesson = judged('mismatch', ['library-default']);
    lesson.send('NEXT', 'TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({
      at: 'investigating',
      prediction: { kind: 'recalled', answer: 'mismatch' }
    });
  });

  it('is recalled when the investigation is gone to straight away', () => {
    const lesson = lessonAt('loaded', { input: { drifts: ['random-seed'] } });
    lesson.send(predict('mismatch'));
    lesson.goTo(6);
    lesson.trainer.current.finish();
    expect(lesson.state.prediction).toEqual({ kind: 'recalled', answer: 'mismatch' });
  });

  it('is about one re-run: another comparison does not recall it', () => {
    const lesson = judged('mismatch', ['library-default']);
    lesson.send('NEXT', 'TOGGLE_DRIFTS', 'RERUN');
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', prediction: null });
  });

  it('is recalled on coming back to the comparison it was given for', () => {
    const lesson = judged('match');
    lesson.send('BACK', 'BACK');
    expect(lesson.state.prediction).toBeNull();
    lesson.send('NEXT', 'NEXT');
    lesson.judge();
    expect(lesson.state.prediction).toEqual({ kind: 'recalled', answer: 'match' });
  });

  it('that was never given is not recalled', () => {
    expect(judged(null).state.prediction).toBeNull();
  });

  it('is forgotten by a reset, and asked for anew', () => {
    const lesson = judged('match');
    lesson.send('RESET');
    lesson.goTo(3);
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
  });
});
