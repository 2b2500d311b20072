import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ProcessTable from '$lib/components/lesson/process-table/ProcessTable.svelte';
import type { Column, Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { tableView } from '$lib/views/lesson';
import { lessonAt, PLACES } from '../../unit/machine/lesson/driver';
import { realLesson, stateAt } from '../../unit/views/lesson/real-lesson';
import { heard } from '../support/heard';
import { showLesson } from '../support/show-lesson';

const propsOf = (state: LessonState) => ({ rows: tableView(state) });
const show = (state: LessonState) => render(ProcessTable, propsOf(state));

const table = () => screen.getByRole('table', { name: 'Process table' });
/** The rows below the heads. */
const rows = () => within(table()).getAllByRole('row').slice(1);
const row = (step: Step) =>
  within(table())
    .getByRole('rowheader', { name: String(step) })
    .closest('tr') as HTMLElement;
const cell = (step: Step, column: Column) =>
  row(step).querySelector<HTMLElement>(`td[data-column="${column}"]`);
const current = () => rows().filter((entry) => entry.getAttribute('aria-current') === 'step');
const note = () => screen.queryByRole('button', { name: 'Why “saved” at step 1?' });

/** How many cells say something beside what is done at each step. */
const known = () => table().querySelectorAll('td.known:not(.action)').length;

const heardIn = (entry: HTMLElement) => within(entry).getAllByRole('cell').map(heard);

describe('the process table', () => {
  it('has one name, from its heading, column heads and a head for each row', () => {
    show(stateAt(0));
    expect(screen.getByRole('heading', { name: 'Process table' })).toBeVisible();
    expect(table().querySelector('caption'), 'its name').toHaveTextContent('Process table');
    expect(screen.queryByRole('region', { name: 'Process table' }), 'the same name again').toBeNull();
    expect(
      within(table())
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent)
    ).toEqual(['Step', 'Action', 'Environment state', 'Model output', 'Result comparison']);
    expect(within(table()).getAllByRole('rowheader').map(heard)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('shows step and action only of what the lesson has not come to', () => {
    show(stateAt(0));
    expect(heardIn(row(1))).toEqual(['Train model with initial data and params', '', '', '']);
    expect(known()).toBe(0);
  });

  it('fills a row in as the lesson comes to it', () => {
    const lesson = realLesson();
    showLesson(ProcessTable, lesson, propsOf);
    lesson.send('NEXT');
    expect(heardIn(row(1)).slice(2)).toEqual(['Accuracy 85%', 'N/A']);
    expect(known()).toBe(3);
    lesson.goTo(5);
    lesson.judge();
    expect(heardIn(row(4)).slice(1)).toEqual(['Env v1 loaded', 'Accuracy 85%', 'Matches previous']);
    expect(known()).toBe(18);
  });

  it('forgets what came later when the learner goes back', () => {
    const lesson = realLesson();
    showLesson(ProcessTable, lesson, propsOf);
    lesson.goTo(5);
    lesson.judge();
    lesson.goTo(1);
    expect(heardIn(row(5)).slice(1)).toEqual(['', '', '']);
  });

  it.each(PLACES)('marks the row of the step as the current one at %s', (place) => {
    const { state } = lessonAt(place);
    show(state);
    expect(current().map(({ dataset }) => Number(dataset.step))).toEqual(
      state.step === 0 ? [] : [state.step]
    );
    for (const entry of current()) expect(entry).toHaveAttribute('data-state', 'current');
  });

  it('says of every row whether it is done, current, to do or skipped', () => {
    const states = () => rows().map(({ dataset }) => dataset.state);
    const { unmount } = show(stateAt(2));
    expect(states()).toEqual(['done', 'current', 'todo', 'todo', 'todo', 'todo']);
    unmount();
    show(stateAt(5));
    expect(states()).toEqual(['done', 'done', 'done', 'done', 'current', 'skipped']);
  });

  it('says on each known result which step made it, and nothing on the others', () => {
    show(stateAt(4));
    for (const step of [1, 2, 3, 4] as const) {
      for (const column of ['environment', 'output', 'comparison'] as const) {
        expect(cell(step, column)).toHaveAttribute('title', `Made by step ${step}`);
      }
      expect(cell(step, 'action')).not.toHaveAttribute('title');
    }
    expect(cell(5, 'output')).not.toHaveAttribute('title');
  });

  it('says of the last row that it was not taken, when the results matched', () => {
    show(stateAt(5));
    expect(cell(6, 'comparison')).toHaveAttribute('title', 'not taken: the results matched');
  });

  it('adds to the last row what happened here', () => {
    show(stateAt(6, 'library-default'));
    expect(heardIn(row(6)).slice(1)).toEqual([
      'Env differs or code changed Env v2 loaded',
      'Accuracy varies 85% → 71%',
      'Investigate cause'
    ]);
  });

  it('colours the verdict', () => {
    const { unmount } = show(stateAt(5));
    expect(cell(5, 'comparison')).toHaveClass('match');
    unmount();
    show(stateAt(5, 'library-default'));
    expect(cell(5, 'comparison')).toHaveClass('differs');
    expect(cell(5, 'comparison')).toHaveTextContent('Mismatch found');
  });

  it('says each cell’s column on narrow screens to the eye only', () => {
    show(stateAt(5));
    for (const label of table().querySelectorAll('td > .label, th > .label')) {
      expect(label).toHaveAttribute('aria-hidden', 'true');
    }
    expect(cell(1, 'output')?.querySelector('.label')).toHaveTextContent('Model output');
  });
});

describe('the note at the first “saved”', () => {
  it('comes with the word, in the first row and nowhere else', () => {
    const lesson = realLesson();
    showLesson(ProcessTable, lesson, propsOf);
    expect(note()).toBeNull();
    lesson.goTo(2);
    expect(cell(1, 'environment')).toContainElement(note());
    expect(screen.getAllByRole('tooltip')).toHaveLength(1);
  });

  it('can be reached with the keyboard and says why', async () => {
    const user = userEvent.setup();
    show(stateAt(1));
    await user.tab();
    expect(note()).toHaveFocus();
    expect(note()).toHaveAccessibleDescription(/A run records its environment as it starts\. Step 2 writes/);
  });
});

describe('the cell that a hint points at', () => {
  const pointed = () => [...table().querySelectorAll('.pointed')].map(({ id }) => id);

  it('is that one alone', () => {
    render(ProcessTable, { ...propsOf(stateAt(4)), pointed: 'cell-4-output' });
    expect(pointed()).toEqual(['cell-4-output']);
    expect(document.getElementById('cell-4-output')).toBe(cell(4, 'output'));
  });

  it('is none unless a hint points', () => {
    show(stateAt(4));
    expect(pointed()).toEqual([]);
  });

  it('is found in one table of the page at the most', () => {
    render(ProcessTable, { ...propsOf(stateAt(4)), anchored: false });
    expect(document.querySelector('[id^="cell-"]')).toBeNull();
  });
});
