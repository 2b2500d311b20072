import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LiveInvestigation from '$lib/components/lesson/investigation/LiveInvestigation.svelte';
import type { DriftId } from '$lib/experiment';
import { driftStories } from '$lib/lesson/drift-stories';
import { investigation } from '$lib/lesson/investigation';
import type { LessonCommand } from '$lib/machine/lesson';
import { realLesson } from '../../unit/views/lesson/real-lesson';
import { showLesson } from '../support/show-lesson';

/** The investigation of a mismatch, and every command that it sent to its lesson. */
function investigate(...drifts: DriftId[]) {
  const lesson = realLesson(...drifts);
  lesson.goTo(6);
  const send = vi.fn((command: LessonCommand) => lesson.send(command));
  showLesson(LiveInvestigation, lesson, (state) => ({ state, send }));
  return { lesson, send, user: userEvent.setup() };
}

const region = () => screen.queryByRole('region', { name: 'Investigation' });
const panel = () => within(region()!);
const button = (name: string) => panel().getByRole('button', { name });
const noButton = (name: string | RegExp) => expect(panel().queryByRole('button', { name })).toBeNull();
const part = (name: string) =>
  panel().getByRole('heading', { level: 3, name }).closest('section') as HTMLElement;
const says = (text: string) => expect(panel().getByText(text)).toBeInTheDocument();

describe('the investigation', () => {
  it('opens with the investigation, and closes when the learner starts over', () => {
    const lesson = realLesson('library-default');
    showLesson(LiveInvestigation, lesson, (state) => ({ state, send: lesson.send }));
    lesson.goTo(5);
    lesson.judge();
    expect(region()).toBeNull();
    lesson.send('NEXT');
    expect(region()).toBeInTheDocument();
    expect(region()).toHaveAttribute('id', 'investigation');
    lesson.send('RESET');
    expect(region()).toBeNull();
  });

  it('says what it is about and what to do', () => {
    investigate('library-default');
    says(investigation.intro);
  });

  it('goes through code, data and environment, and says where nothing differs', () => {
    investigate('rows-reversed');
    expect(
      panel()
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent)
    ).toEqual(['Code', 'Data', 'Environment']);
    expect(part('Code')).toHaveTextContent('no difference');
    expect(part('Environment')).toHaveTextContent('no difference');
    expect(part('Data')).not.toHaveTextContent('no difference');
  });

  it('shows in the environment that it is no longer the one that was saved', () => {
    investigate('library-default');
    expect(part('Environment v1 → v2')).toHaveClass('differs');
    expect(part('Code')).not.toHaveClass('differs');
  });

  it('lays what was saved beside what was loaded, and tells what happens in real life', () => {
    investigate('library-default');
    const cause = part('Environment v1 → v2');
    expect(within(cause).getByRole('term')).toHaveTextContent('l2');
    expect(
      within(cause)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent.replace(/\s+/g, ' '))
    ).toEqual(['saved − 0', 'loaded + 0.01']);
    expect(cause).toHaveTextContent(driftStories['library-default']);
  });
});

describe('a difference', () => {
  it('is put back by a button that says which', async () => {
    const { user, send, lesson } = investigate('library-default', 'more-epochs');
    await user.click(button('Restore code changed'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'RESTORE', id: 'more-epochs' });
    expect(lesson.state.drifts).toEqual(['library-default']);
    expect(within(part('Code')).getByText('restored')).toBeInTheDocument();
    expect(part('Code')).not.toHaveClass('differs');
    expect(part('Environment v1 → v2')).not.toHaveTextContent('restored');
    noButton('Restore code changed');
    says('1 difference is left. Run again to see whether it matters, or put it back first.');
  });

  it('can be let differ again', async () => {
    const { user, send } = investigate('library-default');
    await user.click(button('Restore library default'));
    expect(region()).toHaveTextContent('restored');
    says(investigation.fixed);
    await user.click(button('Undo restoring library default'));
    expect(send).toHaveBeenLastCalledWith({ type: 'UNDO_RESTORE', id: 'library-default' });
    expect(panel().queryByText('restored')).toBeNull();
    expect(button('Restore library default')).toBeInTheDocument();
  });

  it('can be put back with the keyboard', async () => {
    const { user, send } = investigate('library-default');
    await user.tab();
    expect(button('Restore library default')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'RESTORE', id: 'library-default' });
  });
});

describe('all differences', () => {
  it('are put back at once', async () => {
    const { user, send } = investigate('library-default', 'rows-reversed', 'more-epochs');
    await user.click(button('Restore all'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'RESTORE_ALL' });
    expect(panel().getAllByText('restored')).toHaveLength(3);
    noButton('Restore all');
    says(investigation.fixed);
  });
});

describe('running again', () => {
  it('is offered as soon as it would tell something new', async () => {
    const { user } = investigate('library-default', 'more-epochs');
    noButton('Run the training again');
    await user.click(button('Restore code changed'));
    expect(button('Run the training again')).toBeInTheDocument();
  });

  it('goes to the comparison, and says so when the re-run still differs', async () => {
    const { user, send, lesson } = investigate('library-default', 'more-epochs');
    await user.click(button('Restore code changed'));
    await user.click(button('Run the training again'));
    expect(send).toHaveBeenLastCalledWith({ type: 'GO_TO', step: 5 });
    lesson.judge();
    lesson.send('NEXT');
    says('The re-run still differs: library default is not put back yet.');
  });

  it('ends in trust, with what was put back to be read and nothing left to do', async () => {
    const { user, lesson } = investigate('library-default');
    await user.click(button('Restore library default'));
    await user.click(button('Run the training again'));
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
    expect(panel().getByText(investigation.solved)).toHaveClass('solved');
    expect(panel().getByText('restored')).toBeInTheDocument();
    expect(panel().queryByRole('button')).toBeNull();
    lesson.send('BACK', 'BACK');
    expect(panel().getByText(investigation.known)).toHaveClass('solved');
    expect(panel().queryByRole('button')).toBeNull();
  });
});
