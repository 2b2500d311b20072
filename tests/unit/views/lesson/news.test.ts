import { expect, it } from 'vitest';
import { applyDrifts, DRIFT_IDS } from '$lib/experiment';
import { fill, lesson } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { newsView } from '$lib/views/lesson';
import { fakeTrainer, realRun } from '../../machine/fake-trainer';
import { lessonAt, startLesson } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const { news } = lesson.process;

const says = (state: LessonState) => newsView(state).text;

/** A sentence with the figures that it should have. */
const told = (sentence: string, figures: Record<string, string | number>) => fill(sentence, figures);

it('tells the match path, with the figures that were trained', () => {
  expect(([0, 1, 2, 3, 4, 5] as const).map((step) => says(stateAt(step)))).toEqual([
    news.idle,
    told(news.trained, { then: 85, total: 100 }),
    news.saved,
    news.loaded,
    told(news.retrained, { later: 85, total: 100 }),
    told(news.trusted, { percent: '85%' })
  ]);
});

it('tells the mismatch path, with the figures that were trained, and never the cause', () => {
  expect(([2, 3, 4, 5, 6] as const).map((step) => says(stateAt(step, 'library-default')))).toEqual([
    news.savedWithout,
    news.loadedDiffers,
    told(news.retrained, { later: 71, total: 100 }),
    told(news.mismatched.other, { n: 28, then: 85, later: 71 }),
    news.investigating
  ]);
});

it('asks whether it is the same model for as long as nobody has said, and it was not compared', () => {
  const lesson = realLesson('library-default');
  lesson.goTo(4);
  expect(says(lesson.state)).toBe(told(news.retrainedOpen, { later: 71, total: 100 }));
  lesson.goTo(5);
  lesson.judge();
  lesson.goTo(4);
  expect(says(lesson.state)).toBe(told(news.retrained, { later: 71, total: 100 }));
});

it('says the same of every drift, as far as the result is the same', () => {
  for (const id of DRIFT_IDS) {
    expect(says(stateAt(2, id)), id).toBe(news.savedWithout);
    expect(says(stateAt(3, id)), id).toBe(news.loadedDiffers);
  }
});

it('counts one penguin in the singular', () => {
  const { state } = lessonAt('mismatched');
  if (!state.comparison) throw new Error('there is no verdict');
  const one = { ...state, comparison: { ...state.comparison, flipped: [0] } };
  expect(says(one)).toContain('answers 1 penguin differently');
});

it('begins with where the lesson stands', () => {
  expect(([0, 1, 2, 3, 4, 5] as const).map((step) => newsView(stateAt(step)).label)).toEqual([
    'Start.',
    'Step 1.',
    'Step 2.',
    'Step 3.',
    'Step 4.',
    'Step 5.'
  ]);
  expect(newsView(lessonAt('failed again').state).label).toBe('Step 4.');
});

it('does not claim bits where only the predictions are the same', () => {
  expect(news.trusted).toContain('down to the last bit');
  for (const id of ['float32', 'ddof', 'gradient-chunks'] as const) {
    expect(says(stateAt(5, id))).toBe(news.trustedEquivalent);
    expect(news.trustedEquivalent).not.toMatch(/\bbit/);
  }
});

it('does not claim another score where only the predictions differ', () => {
  expect(says(stateAt(5, 'rows-reversed'))).toBe(told(news.mismatchedSameScore.other, { n: 6, then: 85 }));
});

it('says what is put back, once part of it is and once all of it is', () => {
  const lesson = realLesson('library-default', 'more-epochs');
  lesson.goTo(6);
  lesson.send({ type: 'RESTORE', id: 'library-default' });
  expect(says(lesson.state)).toBe(news.investigatingPartly);
  lesson.send({ type: 'RESTORE', id: 'more-epochs' });
  expect(says(lesson.state)).toBe(news.investigatingFixed);
  lesson.send({ type: 'UNDO_RESTORE', id: 'more-epochs' }, { type: 'UNDO_RESTORE', id: 'library-default' });
  expect(says(lesson.state)).toBe(news.investigating);
});

it('gives trust back only where bits do, and calls what was put back the cause', () => {
  const solved = realLesson('library-default');
  solved.goTo(6);
  solved.send('TOGGLE_DRIFTS', 'RERUN');
  solved.judge();
  expect(says(solved.state)).toBe(news.trustedSolved);
  const alike = realLesson('library-default', 'float32');
  alike.goTo(6);
  alike.send({ type: 'RESTORE', id: 'library-default' }, 'RERUN');
  alike.judge();
  expect(says(alike.state)).toBe(news.trustedEquivalent);
});

it('says that results differ from run to run where nothing is left that differs, and the result does', () => {
  const wayward = fakeTrainer(({ input, finish }) =>
    finish(realRun(input.run === 'then' ? input.manifest : applyDrifts(['library-default'])).record)
  );
  const lesson = startLesson({ trainer: wayward });
  lesson.goTo(5);
  lesson.judge();
  lesson.send('NEXT');
  expect(lesson.state.at).toBe('investigating');
  expect(says(lesson.state)).toBe(news.unexplained);
});

it('says that a training was seen before, looked back from its result', () => {
  const lesson = realLesson();
  lesson.goTo(5);
  lesson.judge();
  lesson.goTo(3);
  expect(says(lesson.state)).toBe(news.loadedKnown);
  lesson.send('LET_DIFFER');
  expect(says(lesson.state)).toBe(news.loadedDiffers);
  lesson.send('TOGGLE_DRIFTS');
  expect(says(lesson.state)).toBe(news.loadedKnown);
});

it('says what is under way', () => {
  expect(says(lessonAt('training').state)).toBe(news.training);
  expect(says(lessonAt('retraining').state)).toBe(news.retraining);
  expect(says(lessonAt('compared').state)).toBe(news.compared);
});

it('consoles when a training failed', () => {
  expect(newsView(lessonAt('failed').state)).toEqual({
    label: 'Step 1.',
    text: news.failed,
    tone: 'differs'
  });
});

it('says that a reset can be undone, for as long as it can', () => {
  const lesson = realLesson();
  lesson.goTo(2);
  lesson.send('RESET');
  expect(says(lesson.state)).toBe(news.reset);
  lesson.send('NEXT', 'BACK');
  expect(says(lesson.state)).toBe(news.idle);
});

it('takes the colour of the verdict, and before it that of then or later', () => {
  const tones = ([0, 2, 3, 4] as const).map((step) => newsView(stateAt(step, 'library-default')).tone);
  expect(tones).toEqual(['then', 'then', 'later', 'later']);
  expect(newsView(stateAt(5)).tone).toBe('match');
  expect(newsView(stateAt(5, 'library-default')).tone).toBe('differs');
});
