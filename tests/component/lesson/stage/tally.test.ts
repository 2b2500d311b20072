import { render, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Tally from '$lib/components/lesson/stage/Tally.svelte';
import { verdictView } from '$lib/views/lesson/verdict';
import { penguinsOf, stateAt } from '../../../unit/views/lesson/real-lesson';

const onlook = vi.fn();
const state = stateAt(5, 'library-default');
const rows = verdictView(state, penguinsOf(state), () => null)?.tally ?? [];
const ids = rows.flatMap(({ penguins }) => penguins.map(({ id }) => id));

afterEach(() => onlook.mockReset());

function show(active: number | null = null) {
  const { container, rerender } = render(Tally, { rows, active, onlook });
  return {
    user: userEvent.setup(),
    look: (id: number | null) => rerender({ rows, active: id, onlook }),
    groups: () => within(container).getAllByRole('group'),
    buttons: () => within(container).getAllByRole('button'),
    /** What a screen reader may come to with Tab. */
    stops: () =>
      within(container)
        .getAllByRole('button')
        .filter(({ tabIndex }) => tabIndex === 0)
  };
}

describe('the tally', () => {
  it('has a button for each penguin whose answer changed, in a group that says how', () => {
    const { groups, buttons } = show();
    expect(groups().map((group) => group.getAttribute('aria-label'))).toEqual([
      '21 right answers became wrong',
      '7 wrong answers became right'
    ]);
    expect(groups().map((group) => within(group).getAllByRole('button').length)).toEqual([21, 7]);
    expect(buttons()).toHaveLength(state.comparison?.flipped.length ?? 0);
  });

  it('names each by what is known of that penguin, none twice', () => {
    const names = show()
      .buttons()
      .map((button) => button.getAttribute('aria-label') ?? '');
    expect(new Set(names).size).toBe(28);
    for (const name of names) {
      const [, then, later] = /^Penguin \d+: .* · Then: (\w+) · Later: (\w+)$/.exec(name) ?? [];
      expect(then, name).not.toBe(later);
    }
  });

  it('says beside each row in words how many there are, to those who see it', () => {
    const { groups } = show();
    for (const group of groups()) {
      const words = group.nextElementSibling;
      expect(words).toHaveTextContent(group.getAttribute('aria-label') ?? '');
      expect(words).toHaveAttribute('aria-hidden', 'true');
    }
  });

  it('points at a penguin under the pointer, and at nobody as that leaves', async () => {
    const { user, buttons } = show();
    await user.hover(buttons()[3]!);
    await user.unhover(buttons()[3]!);
    expect(onlook.mock.calls.flat()).toEqual([ids[3], null]);
  });

  it('points at the one that is tapped', async () => {
    const { user, buttons } = show();
    await user.pointer({ keys: '[TouchA]', target: buttons()[25]! });
    expect(onlook.mock.lastCall).toEqual([ids[25]]);
  });

  it('is one stop for the keyboard, and points at the penguin that has the focus', async () => {
    const { user, buttons, stops } = show();
    expect(stops()).toEqual([buttons()[0]]);
    await user.tab();
    expect(buttons()[0]).toHaveFocus();
    expect(onlook.mock.lastCall).toEqual([ids[0]]);
    await user.tab();
    expect(document.body).toHaveFocus();
    expect(onlook.mock.lastCall).toEqual([null]);
  });

  it('is walked with the arrow keys, over both rows, and ends at its ends', async () => {
    const { user, buttons } = show();
    buttons()[20]!.focus();
    await user.keyboard('{ArrowRight}');
    expect(buttons()[21]).toHaveFocus();
    expect(onlook.mock.lastCall).toEqual([ids[21]]);
    await user.keyboard('{ArrowLeft}{ArrowUp}{ArrowDown}');
    expect(buttons()[20]).toHaveFocus();
    buttons()[27]!.focus();
    await user.keyboard('{ArrowRight}');
    expect(buttons()[27]).toHaveFocus();
    buttons()[0]!.focus();
    await user.keyboard('{ArrowLeft}');
    expect(buttons()[0]).toHaveFocus();
  });

  it('keeps its keys from the lesson, and leaves all others alone', async () => {
    const { user, buttons } = show();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    window.addEventListener('keydown', listen);
    buttons()[5]!.focus();
    await user.keyboard('{ArrowRight}{ArrowLeft}r');
    window.removeEventListener('keydown', listen);
    expect(heard).toEqual(['r']);
  });

  it('shows who is pointed at elsewhere, which is where Tab comes to then', async () => {
    const { buttons, stops, look } = show();
    await look(ids[9]!);
    const picked = () => buttons().filter((button) => button.classList.contains('picked'));
    expect(picked()).toEqual([buttons()[9]]);
    expect(stops()).toEqual([buttons()[9]]);
    const unchanged = penguinsOf(state).find(({ id }) => !ids.includes(id));
    await look(unchanged?.id ?? null);
    expect(picked()).toEqual([]);
    expect(stops()).toEqual([buttons()[0]]);
  });
});
