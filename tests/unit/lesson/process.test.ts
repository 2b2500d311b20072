import { describe, expect, it } from 'vitest';
import { cellId, COLUMNS, lesson, NODES, STEPS } from '$lib/lesson';
import { investigation } from '$lib/lesson/investigation';

const { table, tracker, flow, news } = lesson.process;

describe('the words of the process table', () => {
  it('name its columns', () => {
    expect(Object.values(table.columns)).toEqual([
      'Step',
      'Action',
      'Environment state',
      'Model output',
      'Result comparison'
    ]);
    expect(Object.keys(table.columns)).toEqual(['step', ...COLUMNS]);
  });

  it('name the six actions', () => {
    expect(table.actions).toEqual({
      1: 'Train model with initial data and params',
      2: 'Save environment and code versions',
      3: 'Later: load saved environment',
      4: 'Retrain model with same data and params',
      5: 'Compare new results with old',
      6: 'If mismatch occurs'
    });
  });

  it('say what a cell can hold', () => {
    expect(table).toMatchObject({
      title: 'Process table',
      notApplicable: 'N/A',
      saved: 'Env {env} saved',
      loaded: 'Env {env} loaded',
      accuracy: 'Accuracy {percent}%',
      matches: 'Matches previous',
      differs: 'Differs from previous',
      trust: 'Trust established',
      mismatch: 'Mismatch found',
      road: {
        environment: 'Env differs or code changed',
        output: 'Accuracy varies',
        comparison: 'Investigate cause'
      }
    });
  });

  it('explain how step 1 can already say saved: its record is made then, and written at step 2', () => {
    expect(table.savedNote).toMatch(/step 1.*records its environment.*Step 2 writes/s);
  });

  it('have an id for each cell, none twice', () => {
    const ids = STEPS.flatMap((step) =>
      step === 0 ? [] : COLUMNS.map((column) => cellId({ step, column }))
    );
    expect(new Set(ids).size).toBe(24);
    expect(cellId({ step: 4, column: 'output' })).toBe('cell-4-output');
  });
});

it('names the columns and rows of the status tracker', () => {
  expect(tracker).toMatchObject({
    title: 'Status tracker',
    columns: {
      variable: 'Variable',
      start: 'Start',
      1: 'After step 1',
      3: 'After step 3',
      4: 'After step 4',
      final: 'Final'
    },
    rows: { environment: 'Environment', accuracy: 'Model accuracy', comparison: 'Result comparison' },
    notSet: 'Not set',
    percent: '{percent}%'
  });
});

it('has words for every node of the flow', () => {
  expect(Object.keys(flow.nodes)).toEqual(NODES);
  for (const { label, tip } of Object.values(flow.nodes)) {
    expect(label).toBeTruthy();
    expect(tip).toMatch(/\.$/);
  }
});

it('never prints an accuracy that ought to be measured', () => {
  const { code, runs, page } = lesson;
  const words = JSON.stringify([lesson.process, code, runs, investigation, page]);
  expect(words).not.toMatch(/\b(85|71|89)\b/);
  expect(Object.values(news).filter((sentence) => /\{(then|later)\}%/.test(sentence))).toHaveLength(7);
});
