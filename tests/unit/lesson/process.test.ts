import { describe, expect, it } from 'vitest';
import { cellId, COLUMNS, lesson, NODES, STEPS } from '$lib/lesson';
import { column } from '$lib/lesson/column';
import { investigation } from '$lib/lesson/investigation';
import { maps } from '$lib/lesson/maps';
import { code, tracker } from '$lib/lesson/record';
import { verdict } from '$lib/lesson/verdict';

const { table, flow, news } = lesson.process;

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
    percent: '{percent}%'
  });
});

it('has words for every node of the flow', () => {
  expect(Object.keys(flow.nodes)).toEqual(NODES);
  expect(new Set(Object.values(flow.nodes)).size).toBe(NODES.length);
});

/** Every text in a table of words, with where it stands. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

it('never prints an accuracy that ought to be measured, but for the claim that the lesson begins with', () => {
  const { runs, page } = lesson;
  const texts = textsIn(
    { process: lesson.process, code, tracker, runs, maps, page, column, investigation, verdict },
    'words'
  );
  expect(texts.length).toBeGreaterThan(200);
  const printed = texts.filter(([, text]) => /\b(85|71|89)\b/.test(text));
  expect(printed).toEqual([
    [
      'words.process.news.idle',
      'A colleague says: “My model tells a penguin’s sex with 85% accuracy.” Would you sign for it?'
    ]
  ]);
});

it('tells a result by what was measured, wherever one is told', () => {
  const told = textsIn(news, 'news').filter(([, text]) => /\{(then|later|percent)\}/.test(text));
  expect(told.map(([path]) => path)).toEqual([
    'news.trained',
    'news.retrained',
    'news.retrainedOpen',
    'news.trusted',
    'news.mismatched.one',
    'news.mismatched.other',
    'news.mismatchedSameScore.one',
    'news.mismatchedSameScore.other'
  ]);
});
