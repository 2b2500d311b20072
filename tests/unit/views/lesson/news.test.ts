import { expect, it } from 'vitest';
import { fill, lesson } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { newsView } from '$lib/views/lesson';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const { news } = lesson.process;

const says = (state: LessonState) => newsView(state).text;

/** A sentence with the figures that it should have. */
const told = (sentence: string, then?: number, later?: number) =>
  fill(sentence, { ...(then ? { then } : {}), ...(later ? { later } : {}) });

it('tells the match path, with the figures that were trained', () => {
  expect(([0, 1, 2, 3, 4, 5] as const).map((step) => says(stateAt(step)))).toEqual([
    news.idle,
    told(news.trained, 85),
    news.saved,
    news.loaded,
    told(news.retrained, 85, 85),
    news.trusted
  ]);
});

it('tells the mismatch path, with the figures that were trained', () => {
  expect(([3, 4, 5, 6] as const).map((step) => says(stateAt(step, 'library-default')))).toEqual([
    news.loadedDiffers,
    told(news.retrained, 85, 71),
    told(news.mismatched, 85, 71),
    told(news.investigating, 85, 71)
  ]);
});

it('does not claim bits where only the predictions are the same', () => {
  expect(news.trusted).toContain('bit for bit');
  expect(says(stateAt(5, 'float32'))).toBe(news.trustedEquivalent);
});

it('does not claim another score where only the predictions differ', () => {
  expect(says(stateAt(5, 'rows-reversed'))).toBe(told(news.mismatchedSameScore, 85));
  expect(says(stateAt(6, 'rows-reversed'))).toBe(told(news.investigatingSameScore, 85));
});

it('says that the cause is undone, once all of it is', () => {
  const lesson = realLesson('library-default', 'more-epochs');
  lesson.goTo(6);
  lesson.send({ type: 'RESTORE', id: 'library-default' });
  expect(says(lesson.state)).toBe(news.loadedDiffers);
  lesson.send({ type: 'RESTORE', id: 'more-epochs' });
  expect(says(lesson.state)).toBe(news.loadedFixed);
});

it('says that the re-run is known to match, looked back from a solved investigation', () => {
  const lesson = realLesson('library-default', 'float32');
  lesson.goTo(6);
  lesson.send({ type: 'RESTORE', id: 'library-default' });
  lesson.goTo(5);
  lesson.judge();
  lesson.send('BACK');
  expect(says(lesson.state)).toBe(told(news.retrainedKnown, 85, 85));
  lesson.send('BACK');
  expect(says(lesson.state)).toBe(news.loadedKnown);
  lesson.send('LET_DIFFER', 'RESTORE_ALL');
  expect(says(lesson.state)).toBe(news.loaded);
});

it('says what is under way', () => {
  expect(says(lessonAt('training').state)).toBe(news.training);
  expect(says(lessonAt('retraining').state)).toBe(news.retraining);
  expect(says(lessonAt('compared').state)).toBe(news.compared);
});

it('consoles when a training failed', () => {
  expect(newsView(lessonAt('failed').state)).toEqual({ text: news.failed, tone: 'differs' });
});

it('takes the colour of the verdict, and none before it', () => {
  expect(newsView(stateAt(4, 'library-default')).tone).toBeNull();
  expect(newsView(stateAt(5)).tone).toBe('match');
  expect(newsView(stateAt(5, 'library-default')).tone).toBe('differs');
});
