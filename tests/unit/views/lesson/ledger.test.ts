import { describe, expect, it } from 'vitest';
import { lesson } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { ledgerView, tableView } from '$lib/views/lesson';
import { lessonAt } from '../../machine/lesson/driver';
import { stateAt } from './real-lesson';

const texts = (state: LessonState) => ledgerView(state).cells.map(({ text }) => text);

describe('the ledger', () => {
  it('begins where the status tracker begins', () => {
    expect(ledgerView(stateAt(0)).title).toBe('Before step 1');
    expect(texts(stateAt(0))).toEqual(['Not set', 'N/A', 'N/A']);
  });

  it('names its cells as the table does, without the action, which the narration tells', () => {
    const { environment, output, comparison } = lesson.process.table.columns;
    for (const step of [0, 3, 5] as const) {
      const { cells } = ledgerView(stateAt(step));
      expect(cells.map(({ name }) => name)).toEqual([environment, output, comparison]);
      for (const { name, short } of cells) expect(name.toLowerCase()).toContain(short.toLowerCase());
    }
  });

  it('tells the match path', () => {
    expect(([1, 2, 3, 4, 5] as const).map((step) => texts(stateAt(step)))).toEqual([
      ['Env v1 saved', 'Accuracy 85%', 'N/A'],
      ['Env v1 saved', 'N/A', 'N/A'],
      ['Env v1 loaded', 'N/A', 'N/A'],
      ['Env v1 loaded', 'Accuracy 85%', 'Matches previous'],
      ['Env v1 loaded', 'Accuracy 85%', 'Trust established']
    ]);
  });

  it('tells the mismatch path', () => {
    expect(([3, 4, 5] as const).map((step) => texts(stateAt(step, 'library-default')))).toEqual([
      ['Env v2 loaded', 'N/A', 'N/A'],
      ['Env v2 loaded', 'Accuracy 71%', 'Differs from previous'],
      ['Env v2 loaded', 'Accuracy 71%', 'Mismatch found']
    ]);
  });

  it('does not call the environment another where only code or data changed', () => {
    expect(texts(stateAt(3, 'more-epochs'))[0]).toBe('Env v1 loaded, code changed');
    expect(texts(stateAt(3, 'rows-reversed'))[0]).toBe('Env v1 loaded, data changed');
  });

  it('leaves open what a training has yet to tell', () => {
    expect(texts(lessonAt('training').state)).toEqual(['Env v1 saved', '–', 'N/A']);
    expect(texts(lessonAt('retraining').state)).toEqual(['Env v1 loaded', '–', '–']);
    expect(texts(lessonAt('compared').state)[2]).toBe('–');
  });

  it('has the colour of the verdict, and none before it', () => {
    const tones = (state: LessonState) => ledgerView(state).cells.map(({ tone }) => tone);
    expect(tones(stateAt(4, 'library-default'))).toEqual([null, null, null]);
    expect(tones(stateAt(5))).toEqual([null, null, 'match']);
    expect(tones(stateAt(5, 'library-default'))).toEqual([null, null, 'differs']);
  });

  it('is the current row of the table', () => {
    for (const step of [1, 2, 3, 4, 5, 6] as const) {
      const state = stateAt(step, 'library-default');
      const row = tableView(state).find((entry) => entry.state === 'current');
      expect(ledgerView(state).title).toBe(`Step ${step}`);
      expect(texts(state)).toEqual(row?.cells.slice(1).map(({ text }) => text));
    }
  });
});
