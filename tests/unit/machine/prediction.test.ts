import { describe, expect, it } from 'vitest';
import type { Answer } from '$lib/machine';
import { promptTrainer } from './fake-trainer';
import { lessonAt, PLACES, startLesson, type LessonDriver } from './lesson-driver';

const predict = (answer: Answer) => ({ type: 'PREDICT' as const, answer });

/** Predicts at the right moment, then lets the verdict fall. */
function judged(answer: Answer | null, drifts: ('library-default' | 'more-epochs')[] = []): LessonDriver {
  const lesson = startLesson({ trainer: promptTrainer(), input: { drifts } });
  lesson.goTo(4);
  if (answer) lesson.send(predict(answer));
  lesson.goTo(5);
  lesson.judge();
  return lesson;
}

describe('the question before the comparison', () => {
  it('is asked from loading to the comparison, and nowhere else', () => {
    const asked = PLACES.filter((place) => lessonAt(place).state.prediction?.kind === 'asked');
    expect(asked).toEqual(['loaded', 'retraining', 'retrained']);
  });

  it('takes an answer, another one, and none', () => {
    const lesson = lessonAt('loaded');
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
    lesson.send(predict('match'));
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: 'match' });
    lesson.send(predict('mismatch'));
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: 'mismatch' });
    lesson.send('ASK_AGAIN');
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
  });

  it('is not asked again once it was skipped, until a reset', () => {
    const lesson = lessonAt('loaded');
    lesson.send('SKIP_PREDICTION');
    expect(lesson.state.prediction).toBeNull();
    lesson.send(predict('match'), 'ASK_AGAIN');
    expect(lesson.state.prediction).toBeNull();
    lesson.send('RESET');
    lesson.goTo(3);
    lesson.settle();
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
  });

  it('does not move the learner, nor cancel a training', () => {
    const lesson = lessonAt('retraining');
    lesson.send(predict('match'), 'ASK_AGAIN', predict('mismatch'));
    expect(lesson.state.at).toBe('retraining');
    expect(lesson.trainer.current.stopped).toBe(false);
    expect(lesson.trainer.trainings).toHaveLength(2);
  });

  it.each(PLACES.filter((place) => !['loaded', 'retraining', 'retrained'].includes(place)))(
    'takes no answer at %s, where it is not asked',
    (place) => {
      const lesson = lessonAt(place);
      const before = lesson.actor.getSnapshot().context.prediction;
      lesson.send(predict('match'), 'SKIP_PREDICTION', 'ASK_AGAIN', predict('mismatch'));
      expect(lesson.actor.getSnapshot().context.prediction).toEqual(before);
    }
  );
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
    const lesson = lessonAt('retrained');
    lesson.send(predict('match'), 'NEXT');
    expect(lesson.state).toMatchObject({ at: 'compared', prediction: null });
  });

  it('is recalled through the investigation of that verdict', () => {
    const lesson = judged('mismatch', ['library-default']);
    lesson.send('NEXT');
    expect(lesson.state).toMatchObject({
      at: 'investigating',
      prediction: { kind: 'recalled', answer: 'mismatch' }
    });
  });

  it('is recalled when the investigation is gone to straight away', () => {
    const lesson = lessonAt('retraining', { input: { drifts: ['random-seed'] } });
    lesson.send(predict('mismatch'));
    lesson.goTo(6);
    lesson.trainer.current.finish();
    expect(lesson.state.prediction).toEqual({ kind: 'recalled', answer: 'mismatch' });
  });

  it('is spent: another comparison neither asks nor recalls', () => {
    const lesson = judged('mismatch', ['library-default']);
    lesson.send('NEXT', { type: 'RESTORE', id: 'library-default' });
    expect(lesson.state).toMatchObject({ at: 'loaded', prediction: null });
    lesson.send(predict('match'));
    expect(lesson.state.prediction).toBeNull();
    lesson.goTo(5);
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', prediction: null });
  });

  it('is recalled on coming back to the comparison it was given for', () => {
    const lesson = judged('match');
    lesson.send('BACK');
    expect(lesson.state.prediction).toBeNull();
    lesson.send('NEXT');
    lesson.judge();
    expect(lesson.state.prediction).toEqual({ kind: 'recalled', answer: 'match' });
  });

  it('that was never given is not asked for after the first verdict', () => {
    const lesson = judged(null);
    expect(lesson.state.prediction).toBeNull();
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ at: 'loaded', prediction: null });
  });

  it('is forgotten by a reset, and asked for anew', () => {
    const lesson = judged('match');
    lesson.send('RESET');
    lesson.goTo(3);
    expect(lesson.state.prediction).toEqual({ kind: 'asked', answer: null });
  });
});
