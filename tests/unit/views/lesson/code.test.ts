import { expect, it } from 'vitest';
import { STEPS } from '$lib/lesson';
import { codeView } from '$lib/views/lesson/code';
import { stateAt } from './real-lesson';

const currentAt = (step: (typeof STEPS)[number]) =>
  codeView(stateAt(step, 'library-default'))
    .filter(({ current }) => current)
    .map(({ text }) => text);

it('runs the lines that belong to each step', () => {
  expect(STEPS.map(currentAt)).toEqual([
    [],
    ['run_1 = train_model(data, params)', 'results_1 = evaluate_model(run_1)'],
    ['save_environment()'],
    ['load_environment("v1")'],
    ['run_2 = train_model(data, params)', 'results_2 = evaluate_model(run_2)'],
    ['# compare results_1 and results_2'],
    ['# compare results_1 and results_2']
  ]);
});

it('shows the whole listing at every step', () => {
  const [first, ...others] = STEPS.map((step) => codeView(stateAt(step, 'ddof')).map(({ text }) => text));
  expect(first).toHaveLength(9);
  for (const listing of others) expect(listing).toEqual(first);
});

it('tells comments from calls', () => {
  const comments = codeView(stateAt(0)).filter(({ comment }) => comment);
  expect(comments.map(({ text }) => text)).toEqual([
    '# then',
    '# later',
    '# compare results_1 and results_2'
  ]);
});

it('takes the colour of its run, and then of the verdict', () => {
  const tone = (...args: Parameters<typeof stateAt>) => codeView(stateAt(...args))[0]!.tone;
  expect([tone(1), tone(2), tone(3), tone(4)]).toEqual(['then', 'then', 'later', 'later']);
  expect(tone(5)).toBe('match');
  expect(tone(5, 'library-default')).toBe('differs');
  expect(tone(6, 'library-default')).toBe('differs');
});
