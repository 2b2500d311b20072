import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ExecutionSample from '$lib/components/lesson/execution-sample/ExecutionSample.svelte';
import { code } from '$lib/lesson/record';
import type { LessonState } from '$lib/machine/lesson';
import { codeView } from '$lib/views/lesson/code';
import { realLesson, stateAt } from '../../unit/views/lesson/real-lesson';
import { showLesson } from '../support/show-lesson';

const propsOf = (state: LessonState) => ({ lines: codeView(state) });

const region = () => screen.getByRole('region', { name: 'Execution sample' });
const lines = () => within(region()).getAllByRole('listitem');
const current = () => lines().filter((line) => line.getAttribute('aria-current') === 'step');
const textOf = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent.trim());

describe('the execution sample', () => {
  it('is a region that lists the code line by line, and says in which language', () => {
    render(ExecutionSample, propsOf(stateAt(0)));
    expect(textOf(lines())).toEqual(Object.values(code.lines));
    expect(within(region()).getByText('Python')).toBeInTheDocument();
    expect(within(region()).getByText(code.note)).toBeInTheDocument();
    for (const line of lines()) expect(line.querySelector('code')).not.toBeNull();
  });

  it('marks the lines that the step runs', () => {
    const lesson = realLesson('library-default');
    showLesson(ExecutionSample, lesson, propsOf);
    const marked = ([0, 1, 2, 3, 4, 5, 6] as const).map((step) => {
      lesson.goTo(step);
      return textOf(current());
    });
    expect(marked).toEqual([
      [],
      ['run_1 = train_model(data, params)', 'results_1 = evaluate_model(run_1)'],
      ['save_environment()'],
      ['load_environment("v1")'],
      ['run_2 = train_model(data, params)', 'results_2 = evaluate_model(run_2)'],
      ['# compare results_1 and results_2'],
      ['# compare results_1 and results_2']
    ]);
  });

  it.each([
    ['then', stateAt(1)],
    ['later', stateAt(4)],
    ['match', stateAt(5)],
    ['differs', stateAt(5, 'library-default')]
  ] as const)('colours the current lines by where the lesson stands: %s', (tone, state) => {
    render(ExecutionSample, propsOf(state));
    expect(current().length).toBeGreaterThan(0);
    for (const line of current()) expect(line).toHaveClass('current', tone);
  });
});
