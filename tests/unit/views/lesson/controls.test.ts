import { describe, expect, it } from 'vitest';
import { DRIFT_IDS } from '$lib/experiment';
import type { LessonState } from '$lib/machine/lesson';
import { controlsView } from '$lib/views/lesson';
import { lessonAt, PLACES, startLesson } from '../../machine/lesson/driver';
import { stateAt } from './real-lesson';

describe('the control bar', () => {
  it('says at which of six steps the learner is, and what it is about', () => {
    expect(controlsView(stateAt(0)).stepText).toBe('Step 0 of 6: start');
    expect(controlsView(stateAt(3)).stepText).toBe('Step 3 of 6: Later: load saved environment');
    expect(controlsView(stateAt(6, 'ddof', 'library-default')).stepText).toBe(
      'Step 6 of 6: If mismatch occurs'
    );
  });

  it('marks the six steps as they stand', () => {
    const marks = controlsView(stateAt(5)).marks.map(({ step, state }) => `${step} ${state}`);
    expect(marks).toEqual(['0 done', '1 done', '2 done', '3 done', '4 done', '5 current', '6 skipped']);
    expect(controlsView(stateAt(2)).marks[3]!.state).toBe('todo');
  });

  it('marks step 6 as one that may not come, until the results are known to differ', () => {
    const perhaps = (state: LessonState) =>
      controlsView(state)
        .marks.filter((mark) => mark.perhaps)
        .map(({ step }) => step);
    expect(perhaps(stateAt(0))).toEqual([6]);
    expect(perhaps(stateAt(4, 'library-default'))).toEqual([6]);
    expect(perhaps(stateAt(5))).toEqual([6]);
    expect(perhaps(stateAt(5, 'library-default'))).toEqual([]);
    expect(perhaps(stateAt(6, 'library-default'))).toEqual([]);
  });

  it('offers a step back where there is one', () => {
    expect(controlsView(stateAt(0)).canGoBack).toBe(false);
    expect(controlsView(stateAt(3)).canGoBack).toBe(true);
  });

  it('shows playback and its speed', () => {
    const lesson = startLesson({ input: { speed: 0.5 } });
    expect(controlsView(lesson.state)).toMatchObject({ playing: false, speed: 0.5 });
    lesson.send('PLAY', { type: 'SET_SPEED', speed: 2 });
    expect(controlsView(lesson.state)).toMatchObject({ playing: true, speed: 2 });
  });
});

describe('what the large button leads to', () => {
  const primary = (state: LessonState) => controlsView(state).primary;

  it('is the next step, and never says before the verdict what that finds', () => {
    for (const step of [0, 1, 2, 3, 4] as const) {
      expect(primary(stateAt(step))).toMatchObject({ kind: 'next', name: 'Next step', ready: true });
      expect(primary(stateAt(step, 'library-default'))).toEqual(primary(stateAt(step)));
    }
    const matching = lessonAt('compared');
    const differing = lessonAt('compared', { input: { drifts: ['library-default'] } });
    expect(primary(differing.state)).toEqual(primary(matching.state));
  });

  it('tries a step again that has failed, and says which', () => {
    expect(primary(lessonAt('failed').state)).toMatchObject({ kind: 'next', note: 'train the model' });
    expect(primary(lessonAt('failed again').state)).toMatchObject({ kind: 'next', note: 'train again' });
  });

  it('follows from the verdict', () => {
    expect(primary(stateAt(5))).toMatchObject({ kind: 'break', ready: true });
    expect(primary(stateAt(5, 'float32')), 'a match, though bits differ').toMatchObject({ kind: 'break' });
    expect(primary(stateAt(5, 'library-default'))).toMatchObject({ kind: 'cause', ready: true });
    expect(primary(stateAt(6, 'library-default'))).toMatchObject({ kind: 'rerun', ready: false });
  });

  it('is never without a name and a note, wherever the lesson stands', () => {
    for (const place of PLACES) {
      const { name, note, shortNote } = primary(lessonAt(place).state);
      for (const words of [name, note, shortNote]) expect(words, place).toBeTruthy();
    }
  });
});

describe('what differs, in the control bar', () => {
  it('is offered from the whole catalogue, by name', () => {
    const { drifts } = controlsView(stateAt(0));
    expect(drifts.map(({ id }) => id)).toEqual(DRIFT_IDS);
    for (const { name } of drifts) expect(name).toBeTruthy();
  });

  it('is said in a few words, whether or not it is switched on', () => {
    const lesson = startLesson();
    expect(controlsView(lesson.state)).toMatchObject({ differs: false, choiceText: 'library default' });
    lesson.send('TOGGLE_DRIFTS');
    expect(controlsView(lesson.state)).toMatchObject({ differs: true, choiceText: 'library default' });
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'more-epochs', on: true });
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'ddof', on: true });
    expect(controlsView(lesson.state).choiceText).toBe('library default + 2');
    expect(
      controlsView(lesson.state)
        .drifts.filter(({ chosen }) => chosen)
        .map(({ id }) => id)
    ).toEqual(['library-default', 'ddof', 'more-epochs']);
  });

  it('is said to be nothing when nothing is chosen', () => {
    const lesson = startLesson();
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'library-default', on: false });
    expect(controlsView(lesson.state).choiceText).toBe('nothing chosen');
  });
});
