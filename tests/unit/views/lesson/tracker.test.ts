import { describe, expect, it } from 'vitest';
import type { LessonState } from '$lib/machine/lesson';
import { MOMENTS, trackerView } from '$lib/views/lesson/tracker';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

const texts = (state: LessonState) =>
  trackerView(state).map(({ cells }) => cells.map(({ value }) => value?.text ?? null));

describe('the status tracker, when nothing differs', () => {
  it('says at the end how each variable came to be, with results that were really trained', () => {
    expect(texts(stateAt(5))).toEqual([
      ['Not set', 'Env v1 saved', 'Env v1 loaded', 'Env v1 loaded', 'Env v1 loaded'],
      ['N/A', '85%', 'N/A', '85%', '85%'],
      ['N/A', 'N/A', 'N/A', 'Matches previous', 'Trust established']
    ]);
  });

  it('has a row for each variable and a column for each moment', () => {
    const rows = trackerView(stateAt(0));
    expect(rows.map(({ variable }) => variable)).toEqual(['environment', 'accuracy', 'comparison']);
    expect(MOMENTS).toEqual(['start', 1, 3, 4, 'final']);
    for (const { cells } of rows) expect(cells.map(({ moment }) => moment)).toEqual(MOMENTS);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5]
  ] as const)('after step %i knows %i columns and none beyond', (step, columns) => {
    const whole = texts(stateAt(5));
    expect(texts(stateAt(step))).toEqual(
      whole.map((row) => row.map((text, index) => (index < columns ? text : null)))
    );
  });
});

describe('the status tracker, while results are on their way', () => {
  it('knows the environment of a training before its accuracy', () => {
    const during = texts(lessonAt('training').state);
    expect(during.map((row) => row[1])).toEqual(['Env v1 saved', null, 'N/A']);
    const again = texts(lessonAt('retraining').state);
    expect(again.map((row) => row[3])).toEqual(['Env v1 loaded', null, null]);
  });

  it('has no end before the verdict has fallen', () => {
    const lesson = realLesson();
    lesson.goTo(5);
    expect(texts(lesson.state).map((row) => row[4])).toEqual([null, null, null]);
  });
});

describe('the status tracker, when something differs', () => {
  it('says what really happened, and keeps it through the investigation', () => {
    const expected = [
      ['Not set', 'Env v1 saved', 'Env v2 loaded', 'Env v2 loaded', 'Env v2 loaded'],
      ['N/A', '85%', 'N/A', '71%', '71%'],
      ['N/A', 'N/A', 'N/A', 'Differs from previous', 'Mismatch found']
    ];
    expect(texts(stateAt(5, 'library-default'))).toEqual(expected);
    expect(texts(stateAt(6, 'library-default'))).toEqual(expected);
  });

  it('tells code from data from environment', () => {
    expect(texts(stateAt(5, 'more-epochs'))[0]!.slice(2)).toEqual(
      Array(3).fill('Env v1 loaded, code changed')
    );
    expect(texts(stateAt(5, 'rows-reversed'))[0]!.slice(2)).toEqual(
      Array(3).fill('Env v1 loaded, data changed')
    );
  });
});

it('says which step made each value, and that the start was there from the start', () => {
  for (const { cells } of trackerView(stateAt(5))) {
    expect(cells.map(({ madeBy }) => madeBy)).toEqual([null, 1, 3, 4, 5]);
  }
});

it('colours the verdict, and no other value', () => {
  const tones = (state: LessonState) =>
    trackerView(state).flatMap(({ cells }) => cells.flatMap(({ value }) => value?.tone ?? []));
  expect(tones(stateAt(4))).toEqual([]);
  expect(tones(stateAt(5))).toEqual(['match']);
  expect(tones(stateAt(6, 'library-default'))).toEqual(['differs']);
});
