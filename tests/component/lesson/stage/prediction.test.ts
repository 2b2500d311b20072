import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LiveColumn from '$lib/components/lesson/stage/LiveColumn.svelte';
import { DRIFT_IDS, type DriftId } from '$lib/experiment';
import { column } from '$lib/lesson/column';
import type { LessonCommand } from '$lib/machine/lesson';
import { realLesson } from '../../../unit/views/lesson/real-lesson';
import { showLesson } from '../../support/show-lesson';

const { prediction: words } = column;

/** The lesson with the case opened, and every command that the question sends to it. */
function asking(...drifts: DriftId[]) {
  const lesson = realLesson(...drifts);
  lesson.goTo(3);
  const send = vi.fn((command: LessonCommand) => lesson.send(command));
  const rest = { penguins: [], weightsOf: () => null, active: null, onlook: () => {} };
  const shown = showLesson(LiveColumn, lesson, (state) => ({ ...rest, state, send }));
  return { lesson, send, container: shown.container, user: userEvent.setup() };
}

const question = () => screen.queryByRole('group', { name: 'Match or mismatch?' });
const button = (name: string) => within(question()!).getByRole('button', { name });
const pressed = () => ['Match', 'Mismatch'].map((name) => button(name).getAttribute('aria-pressed'));

describe('the question before the re-run', () => {
  it('is a group named by it and described by what a match is, with nothing answered yet', () => {
    asking();
    expect(question()).toHaveAccessibleDescription(
      'A match: all 100 penguins get the same answer as before.'
    );
    expect(pressed()).toEqual(['false', 'false']);
    expect(button('Skip')).toBeInTheDocument();
  });

  it('is asked once the case is open, and nowhere else', () => {
    const { lesson } = asking();
    const asked = ([1, 2, 3, 4, 5] as const).map((step) => {
      lesson.goTo(step);
      return question() !== null;
    });
    lesson.judge();
    expect([...asked, question() !== null]).toEqual([false, false, true, false, false, false]);
  });

  it('calls back with the answer, which can be changed and stays in focus', async () => {
    const { user, send, lesson } = asking();
    await user.click(button('Mismatch'));
    expect(pressed()).toEqual(['false', 'true']);
    await user.click(button('Match'));
    expect(pressed()).toEqual(['true', 'false']);
    expect(button('Match')).toHaveFocus();
    expect(send.mock.calls.flat()).toEqual([
      { type: 'PREDICT', answer: 'mismatch' },
      { type: 'PREDICT', answer: 'match' }
    ]);
    expect(lesson.state.at).toBe('loaded');
  });

  it('says what comes next once it is answered, and can no longer be skipped', async () => {
    const { user } = asking();
    await user.click(button('Match'));
    expect(question()).toHaveTextContent(words.given);
    expect(within(question()!).queryByRole('button', { name: 'Skip' })).toBeNull();
  });

  it('goes away when it is skipped, and is not asked again about the same', async () => {
    const { user, send, lesson, container } = asking();
    await user.click(button('Skip'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'SKIP_PREDICTION' });
    expect(question()).toBeNull();
    expect(container).toHaveTextContent(words.skipped);
    lesson.goTo(2);
    lesson.goTo(3);
    expect(question()).toBeNull();
  });

  it('is asked again for each new difference, with nothing answered', async () => {
    const { user, lesson } = asking();
    await user.click(button('Match'));
    for (const id of DRIFT_IDS) {
      lesson.send({ type: 'CHOOSE_DRIFT', id, on: true });
      expect(pressed(), id).toEqual(['false', 'false']);
      await user.click(button('Mismatch'));
    }
  });

  it('is not asked about a result that was seen: that is said', () => {
    const { lesson, container } = asking();
    lesson.goTo(5);
    lesson.judge();
    lesson.goTo(3);
    expect(question()).toBeNull();
    expect(container).toHaveTextContent(words.known);
  });

  it('gives nothing away: it looks the same whatever differs', () => {
    const { container, lesson } = asking();
    const plain = container.innerHTML;
    for (const id of DRIFT_IDS) {
      for (const other of DRIFT_IDS) lesson.send({ type: 'CHOOSE_DRIFT', id: other, on: other === id });
      expect(lesson.state.drifts).toEqual([id]);
      expect(container.innerHTML).toBe(plain);
    }
  });
});
