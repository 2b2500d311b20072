import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import StatusTracker from '$lib/components/lesson/status-tracker/StatusTracker.svelte';
import type { LessonState } from '$lib/machine/lesson';
import { trackerView } from '$lib/views/lesson/tracker';
import { realLesson, stateAt } from '../../unit/views/lesson/real-lesson';
import { heard } from '../support/heard';
import { showLesson } from '../support/show-lesson';

const propsOf = (state: LessonState) => ({ rows: trackerView(state) });
const show = (state: LessonState) => render(StatusTracker, propsOf(state));

const table = () => screen.getByRole('table', { name: 'Status tracker' });
const row = (name: string) => within(table()).getByRole('rowheader', { name }).closest('tr') as HTMLElement;
const cells = (name: string) => within(row(name)).getAllByRole('cell');

describe('the status tracker', () => {
  it('has one name, from its heading, a head for each moment and each variable', () => {
    show(stateAt(0));
    expect(screen.getByRole('heading', { name: 'Status tracker' })).toBeVisible();
    expect(table().querySelector('caption'), 'its name').toHaveTextContent('Status tracker');
    expect(screen.queryByRole('region', { name: 'Status tracker' }), 'the same name again').toBeNull();
    expect(within(table()).getAllByRole('columnheader').map(heard)).toEqual([
      'Variable',
      'Start',
      'After step 1',
      'After step 3',
      'After step 4',
      'Final'
    ]);
    expect(within(table()).getAllByRole('rowheader').map(heard)).toEqual([
      'Environment',
      'Model accuracy',
      'Result comparison'
    ]);
  });

  it('says nothing of what is not known yet', () => {
    show(stateAt(0));
    expect(cells('Environment').map(heard)).toEqual(['Not set', '', '', '', '']);
    expect(cells('Model accuracy').map(heard)).toEqual(['N/A', '', '', '', '']);
  });

  it('lets what came last stand out', () => {
    const lesson = realLesson();
    showLesson(StatusTracker, lesson, propsOf);
    const newest = () => cells('Environment').findIndex((cell) => cell.classList.contains('newest'));
    const moments = ([0, 1, 2, 3, 4, 5] as const).map((step) => {
      lesson.goTo(step);
      return newest();
    });
    lesson.judge();
    expect([...moments, newest()]).toEqual([0, 1, 1, 2, 3, 3, 4]);
  });

  it('fills in moment by moment', () => {
    const lesson = realLesson();
    showLesson(StatusTracker, lesson, propsOf);
    const known = () => table().querySelectorAll('td.known').length;
    const counts = ([0, 1, 2, 3, 4, 5] as const).map((step) => {
      lesson.goTo(step);
      if (step === 3) lesson.send('SKIP_PREDICTION');
      return known();
    });
    lesson.judge();
    expect([...counts, known()]).toEqual([3, 6, 6, 9, 12, 12, 15]);
    expect(cells('Model accuracy').map(heard)).toEqual(['N/A', '85%', 'N/A', '85%', '85%']);
    expect(cells('Result comparison').map(heard)).toEqual([
      'N/A',
      'N/A',
      'N/A',
      'Matches previous',
      'Trust established'
    ]);
  });

  it('says of each value which step made it', () => {
    show(stateAt(5));
    for (const name of ['Environment', 'Model accuracy', 'Result comparison']) {
      expect(cells(name).map((cell) => cell.getAttribute('title'))).toEqual([
        null,
        'Made by step 1',
        'Made by step 3',
        'Made by step 4',
        'Made by step 5'
      ]);
    }
  });

  it('says nothing of the steps that have not made anything yet', () => {
    show(stateAt(1));
    expect(cells('Environment').map((cell) => cell.title)).toEqual(['', 'Made by step 1', '', '', '']);
  });

  it('colours the verdict, and only that', () => {
    const coloured = () =>
      [...table().querySelectorAll('td.match, td.differs')].map((cell) => [
        cell.className.split(' ')[0],
        heard(cell)
      ]);
    const { unmount } = show(stateAt(5));
    expect(coloured()).toEqual([['match', 'Trust established']]);
    unmount();
    show(stateAt(5, 'library-default'));
    expect(coloured()).toEqual([['differs', 'Mismatch found']]);
  });
});
