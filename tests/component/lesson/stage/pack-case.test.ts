import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LiveColumn from '$lib/components/lesson/stage/LiveColumn.svelte';
import { BASELINE, type DriftId } from '$lib/experiment';
import type { LessonCommand } from '$lib/machine/lesson';
import { realLesson } from '../../../unit/views/lesson/real-lesson';
import { showLesson } from '../../support/show-lesson';

/** The lesson as the case is packed, and every command that packing sends to it. */
function packing(...drifts: DriftId[]) {
  const lesson = realLesson(...drifts);
  lesson.goTo(2);
  const send = vi.fn((command: LessonCommand) => lesson.send(command));
  const rest = { penguins: [], weightsOf: () => null, active: null, onlook: () => {} };
  showLesson(LiveColumn, lesson, (state) => ({ ...rest, state, send }));
  return { lesson, send, user: userEvent.setup() };
}

const group = () => screen.getByRole('group', { name: 'Pack the case' });
const box = (name: string) => within(group()).getByRole<HTMLInputElement>('checkbox', { name });
const ticked = () =>
  within(group())
    .getAllByRole<HTMLInputElement>('checkbox')
    .map(({ checked }) => checked);

describe('packing the case', () => {
  it('is a group of three boxes, named for what goes in and described by what that holds', () => {
    packing();
    const { hiddenUnits, epochs, learningRate } = BASELINE.code;
    for (const [name, holds] of [
      ['Code', `${hiddenUnits} units, ${epochs} epochs, rate ${learningRate}`],
      ['Data', 'the penguins and their checksum'],
      ['Environment', 'seed, random numbers, versions']
    ])
      expect(box(name!)).toHaveAccessibleDescription(holds);
    expect(within(group()).getAllByRole('checkbox')).toHaveLength(3);
  });

  it('begins with everything packed', () => {
    packing();
    expect(ticked()).toEqual([true, true, true]);
  });

  it.each([
    ['Code', 'code', 'more-epochs'],
    ['Data', 'data', 'rows-reversed'],
    ['Environment', 'environment', 'library-default']
  ] as const)('leaves out what is unticked, and that differs later: %s', async (name, part, drift) => {
    const { user, send, lesson } = packing();
    await user.click(box(name));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'PACK', part, packed: false });
    expect(box(name)).not.toBeChecked();
    expect(lesson.state).toMatchObject({ at: 'saved', differs: true, drifts: [drift] });
    await user.click(box(name));
    expect(send).toHaveBeenLastCalledWith({ type: 'PACK', part, packed: true });
    expect(ticked()).toEqual([true, true, true]);
    expect(lesson.state.drifts).toEqual([]);
  });

  it('can leave out all three', async () => {
    const { user, lesson } = packing();
    for (const name of ['Code', 'Data', 'Environment']) await user.click(box(name));
    expect(ticked()).toEqual([false, false, false]);
    expect(lesson.state.drifts).toHaveLength(3);
  });

  it('is done with the keyboard, the focus staying where it is', async () => {
    const { user, lesson } = packing();
    await user.tab();
    expect(box('Code')).toHaveFocus();
    await user.tab();
    await user.keyboard(' ');
    expect(box('Data')).toHaveFocus();
    expect(lesson.state.drifts).toEqual(['rows-reversed']);
  });

  it('follows the switch, which is the same seen from outside', () => {
    const { lesson } = packing('ddof');
    expect(ticked()).toEqual([true, true, false]);
    lesson.send('TOGGLE_DRIFTS');
    expect(ticked()).toEqual([true, true, true]);
    lesson.send('TOGGLE_DRIFTS');
    expect(ticked()).toEqual([true, true, false]);
  });

  it('is over as the case is shut', () => {
    const { lesson } = packing();
    lesson.send('NEXT');
    expect(screen.queryByRole('group', { name: 'Pack the case' })).toBeNull();
  });
});
