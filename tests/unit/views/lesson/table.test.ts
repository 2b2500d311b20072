import { describe, expect, it } from 'vitest';
import type { DriftId } from '$lib/experiment';
import type { Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { tableView } from '$lib/views/lesson';
import { lessonAt } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

/** The texts of the table, row by row, after the step's number. */
const texts = (state: LessonState) => tableView(state).map(({ cells }) => cells.map(({ text }) => text));

const rowStates = (state: LessonState) => tableView(state).map((row) => row.state);

const cell = (state: LessonState, step: Step, column: string) =>
  tableView(state)
    .find((row) => row.step === step)
    ?.cells.find((entry) => entry.column === column);

/** Rows 3 to 6, without the action, of a lesson in which something differed. */
const afterDrift = (step: Step, ...drifts: DriftId[]) =>
  texts(stateAt(step, ...drifts))
    .slice(2)
    .map(([, ...rest]) => rest);

describe('the process table, when nothing differs', () => {
  it('says at the end what the lesson is about, with results that were really trained', () => {
    expect(texts(stateAt(5))).toEqual([
      ['Train model with initial data and params', 'Env v1 saved', 'Accuracy 85%', 'N/A'],
      ['Save environment and code versions', 'Env v1 saved', 'N/A', 'N/A'],
      ['Later: load saved environment', 'Env v1 loaded', 'N/A', 'N/A'],
      ['Retrain model with same data and params', 'Env v1 loaded', 'Accuracy 85%', 'Matches previous'],
      ['Compare new results with old', 'Env v1 loaded', 'Accuracy 85%', 'Trust established'],
      ['If mismatch occurs', 'Env differs or code changed', 'Accuracy varies', 'Investigate cause']
    ]);
  });

  it.each([0, 1, 2, 3, 4] as const)('after step %i knows its rows and none beyond it', (step) => {
    const whole = texts(stateAt(5));
    expect(texts(stateAt(step))).toEqual(
      whole.map((row, index) => (index < step ? row : [row[0], null, null, null]))
    );
  });

  it('marks where it stands: done, current, to do', () => {
    expect(rowStates(stateAt(0))).toEqual(['todo', 'todo', 'todo', 'todo', 'todo', 'todo']);
    expect(rowStates(stateAt(3))).toEqual(['done', 'done', 'current', 'todo', 'todo', 'todo']);
  });

  it('keeps the last row to be read as the road not taken', () => {
    const [, , , , , last] = tableView(stateAt(5));
    expect(last!.state).toBe('skipped');
    expect(last!.cells.every(({ madeBy }) => madeBy === 'not taken: the results matched')).toBe(true);
    expect(last!.cells.every(({ detail, tone }) => detail === null && tone === null)).toBe(true);
  });

  it('explains why step 1 already says saved, where it says so and nowhere else', () => {
    const notes = (step: Step) =>
      tableView(stateAt(step)).flatMap(({ cells }) => cells.filter(({ note }) => note !== null));
    expect(notes(0)).toEqual([]);
    expect(notes(5).map(({ id }) => id)).toEqual(['cell-1-environment']);
    expect(notes(5)[0]!.note).toContain('A run records its environment as it starts');
  });
});

describe('the process table, while results are on their way', () => {
  it('knows the environment of a training before its accuracy', () => {
    const [first] = texts(lessonAt('training').state);
    expect(first!.slice(1)).toEqual(['Env v1 saved', null, 'N/A']);
    const [, , , fourth] = texts(lessonAt('retraining').state);
    expect(fourth!.slice(1)).toEqual(['Env v1 loaded', null, null]);
  });

  it('stays at the row whose training failed', () => {
    expect(rowStates(lessonAt('failed again').state)).toEqual([
      'done',
      'done',
      'done',
      'current',
      'todo',
      'todo'
    ]);
  });

  it('shows both results before the verdict has fallen', () => {
    const lesson = realLesson();
    lesson.goTo(5);
    expect(lesson.state.at).toBe('compared');
    expect(texts(lesson.state)[4]!.slice(1)).toEqual(['Env v1 loaded', 'Accuracy 85%', null]);
    expect(rowStates(lesson.state)[5]).toBe('todo');
  });
});

describe('the process table, when something differs', () => {
  it('says what really happened: another environment, another accuracy, a mismatch', () => {
    expect(afterDrift(6, 'library-default')).toEqual([
      ['Env v2 loaded', 'N/A', 'N/A'],
      ['Env v2 loaded', 'Accuracy 71%', 'Differs from previous'],
      ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found'],
      ['Env differs or code changed', 'Accuracy varies', 'Investigate cause']
    ]);
  });

  it('leaves the first two rows as they were', () => {
    expect(texts(stateAt(6, 'library-default')).slice(0, 2)).toEqual(texts(stateAt(5)).slice(0, 2));
  });

  it('does not know the last row before the learner comes to it', () => {
    const state = stateAt(5, 'library-default');
    expect(rowStates(state)).toEqual(['done', 'done', 'done', 'done', 'current', 'todo']);
    expect(texts(state)[5]!.slice(1)).toEqual([null, null, null]);
  });

  it('adds to the general words of the last row what happened here', () => {
    const state = stateAt(6, 'library-default');
    expect(cell(state, 6, 'environment')?.detail).toBe('Env v2 loaded');
    expect(cell(state, 6, 'output')?.detail).toBe('85% → 71%');
    expect(cell(state, 6, 'action')?.detail).toBeNull();
  });

  it('says that code changed when only code did', () => {
    expect(afterDrift(5, 'more-epochs').slice(0, 3)).toEqual([
      ['Env v1 loaded, code changed', 'N/A', 'N/A'],
      ['Env v1 loaded, code changed', 'Accuracy 89%', 'Differs from previous'],
      ['Env v1 loaded, code changed', 'Accuracy 89%', 'Mismatch found']
    ]);
  });

  it('says that data changed when only data did, and that an equal score can differ', () => {
    expect(afterDrift(5, 'rows-reversed').slice(0, 3)).toEqual([
      ['Env v1 loaded, data changed', 'N/A', 'N/A'],
      ['Env v1 loaded, data changed', 'Accuracy 85%', 'Differs from previous'],
      ['Env v1 loaded, data changed', 'Accuracy 85%', 'Mismatch found']
    ]);
  });

  it('names every part that differs', () => {
    const environment = (...drifts: DriftId[]) => cell(stateAt(3, ...drifts), 3, 'environment')?.text;
    expect(environment('rows-reversed', 'more-epochs')).toBe('Env v1 loaded, code and data changed');
    expect(environment('ddof', 'more-epochs')).toBe('Env v2 loaded, code changed');
  });

  it('finds trust in equal predictions even where the bits differ', () => {
    expect(afterDrift(5, 'float32').slice(0, 3)).toEqual([
      ['Env v2 loaded', 'N/A', 'N/A'],
      ['Env v2 loaded', 'Accuracy 85%', 'Matches previous'],
      ['Env v2 loaded', 'Accuracy 85%', 'Trust established']
    ]);
    expect(rowStates(stateAt(5, 'float32'))[5]).toBe('skipped');
  });

  it.each([
    ['rng-algorithm', 84],
    ['random-seed', 86],
    ['gradient-chunks', 85],
    ['ddof', 85]
  ] as const)('shows the accuracy that the retraining really reached with %s: %i%%', (drift, percent) => {
    expect(cell(stateAt(4, drift), 4, 'output')?.text).toBe(`Accuracy ${percent}%`);
  });
});

describe('the colours of the process table', () => {
  it('colour the current row by run, and the verdict by outcome', () => {
    const tones = (state: LessonState) => tableView(state).map(({ tone }) => tone);
    expect(tones(stateAt(4))).toEqual(['then', 'then', 'later', 'later', 'later', 'differs']);
    expect(tones(stateAt(5))[4]).toBe('match');
    expect(tones(stateAt(5, 'library-default'))[4]).toBe('differs');
  });

  it('colour the verdict and the investigation, and no other cell', () => {
    const coloured = (state: LessonState) =>
      tableView(state).flatMap(({ cells }) =>
        cells.filter(({ tone }) => tone !== null).map(({ id, tone }) => `${id}: ${tone}`)
      );
    expect(coloured(stateAt(4))).toEqual([]);
    expect(coloured(stateAt(5))).toEqual(['cell-5-comparison: match']);
    expect(coloured(stateAt(6, 'library-default'))).toEqual([
      'cell-5-comparison: differs',
      'cell-6-comparison: differs'
    ]);
  });
});

it('gives every cell an id to point at, and says which step made it', () => {
  const cells = tableView(stateAt(4)).flatMap((row) => row.cells);
  expect(new Set(cells.map(({ id }) => id)).size).toBe(24);
  expect(cell(stateAt(4), 4, 'output')).toMatchObject({ id: 'cell-4-output', madeBy: 'Made by step 4' });
});
