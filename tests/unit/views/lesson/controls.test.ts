import { describe, expect, it } from 'vitest';
import { DRIFT_IDS } from '$lib/experiment';
import { controlsView } from '$lib/views/lesson';
import { startLesson } from '../../machine/lesson/driver';
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
    expect(marks).toEqual(['1 done', '2 done', '3 done', '4 done', '5 current', '6 skipped']);
    expect(controlsView(stateAt(2)).marks[2].state).toBe('todo');
  });

  it('offers a step back and a step on where there is one', () => {
    expect(controlsView(stateAt(0))).toMatchObject({ canGoBack: false, canGoOn: true });
    expect(controlsView(stateAt(3))).toMatchObject({ canGoBack: true, canGoOn: true });
    expect(controlsView(stateAt(5))).toMatchObject({ canGoBack: true, canGoOn: false });
    expect(controlsView(stateAt(5, 'library-default'))).toMatchObject({ canGoBack: true, canGoOn: true });
  });

  it('shows playback and its speed', () => {
    const lesson = startLesson({ input: { speed: 0.5 } });
    expect(controlsView(lesson.state)).toMatchObject({ playing: false, speed: 0.5 });
    lesson.send('PLAY', { type: 'SET_SPEED', speed: 2 });
    expect(controlsView(lesson.state)).toMatchObject({ playing: true, speed: 2 });
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
