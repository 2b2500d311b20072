import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import LiveSetup from '$lib/components/lab/setup/LiveSetup.svelte';
import type { LabSession } from '$lib/browser/lab/session.svelte';
import { liveActor } from '$lib/browser';
import { CATALOGUE } from '$lib/experiment/lab';
import { catalogueWords } from '$lib/lesson/catalogue';
import { LAB_START, labMachine, labState, type LabCommand } from '$lib/machine/lab';
import { realTrainer } from '../../unit/machine/fake-trainer';

/** The panel on a Lab whose trainer answers at once. */
function showSetup() {
  const actor = liveActor(labMachine.provide({ actors: { train: realTrainer().actor } }));
  actor.send({ type: 'OPEN', place: LAB_START });
  const lab = {
    get state() {
      return labState(actor.snapshot);
    },
    send: (command: LabCommand) => actor.send(command)
  };
  render(LiveSetup, { session: lab as unknown as LabSession });
  return { lab, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });

describe('the setup panel', () => {
  it('offers the drifts of the lesson as boxes in named lists, and all on demand; nothing tells which are harmless', async () => {
    const { user } = showSetup();
    expect(
      screen.getAllByRole('checkbox', { name: /./ }).filter((each) => each.closest('[data-drift]'))
    ).toHaveLength(8);
    await user.click(button('24 more'));
    const lists = ['Code', 'Data', 'Environment'].map((part) =>
      screen.getByRole('list', { name: `Drifts: ${part}` })
    );
    const boxes = lists.flatMap((list) => within(list).getAllByRole('checkbox'));
    expect(boxes.map((each) => each.closest('label')?.textContent.trim())).toEqual(
      CATALOGUE.map(({ id }) => catalogueWords[id].name)
    );
    for (const each of boxes) expect(each).not.toBeChecked();
  });

  it('switches drifts, shows the difference, and puts it back', async () => {
    const { lab, user } = showSetup();
    await user.click(box('library default'));
    expect(lab.state.setup.drifts).toEqual(['library-default']);
    expect(screen.getByText('2 fields are not as recorded')).toBeInTheDocument();
    await user.click(button('Put back l2'));
    expect(box('library default')).not.toBeChecked();
    expect(screen.getByText(/^Nothing differs/)).toBeInTheDocument();
  });

  it('undoes, redoes and resets, and says when there is nothing to', async () => {
    const { user } = showSetup();
    for (const name of ['Undo', 'Redo', 'Reset'])
      expect(button(name)).toHaveAttribute('aria-disabled', 'true');
    await user.click(box('ddof'));
    await user.click(button('Undo'));
    expect(box('ddof')).not.toBeChecked();
    expect(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Redo'));
    expect(box('ddof')).toBeChecked();
    await user.click(button('Reset'));
    expect(box('ddof')).not.toBeChecked();
    expect(button('Undo')).toHaveAttribute('aria-disabled', 'false');
  });

  it('keeps what was chosen in its place, also after it was put back', async () => {
    const { user } = showSetup();
    await user.click(button('24 more'));
    await user.click(box('user'));
    await user.click(button('Show fewer'));
    expect(box('user')).toBeChecked();
    await user.click(box('user'));
    expect(box('user')).not.toBeChecked();
    expect(button('23 more')).toHaveAttribute('aria-expanded', 'false');
  });

  it('opens cards, with what changes, the fact, its source and what to do', async () => {
    const { user } = showSetup();
    await user.click(button('What is float32?'));
    expect(button('What is float32?')).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('precision: float64 → float32')).toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^https:/));
    await user.click(button('What is ddof?'));
    expect(button('What is float32?'), 'none closes by itself').toHaveAttribute('aria-expanded', 'true');
    await user.click(button('What is ddof?'));
    await user.click(button('What is float32?'));
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('every field by hand', () => {
  const open = async () => {
    const shown = showSetup();
    await shown.user.click(screen.getByText('Every field by hand'));
    return shown;
  };

  it('sets numbers, choices, texts and lists of the re-run', async () => {
    const { lab, user } = await open();
    const epochs = screen.getByRole('textbox', { name: 'epochs' });
    await user.clear(epochs);
    await user.type(epochs, '90');
    await user.tab();
    await user.selectOptions(screen.getByRole('combobox', { name: 'precision' }), 'float32');
    await user.clear(screen.getByRole('textbox', { name: 'host name' }));
    await user.tab();
    const edits = screen.getByRole('group', { name: 'edits of the rows' });
    await user.click(within(edits).getByRole('checkbox', { name: 'two rows swapped' }));
    const { then, later } = lab.state.pair;
    expect([later.code.epochs, later.environment.precision, later.environment.host]).toEqual([
      90,
      'float32',
      undefined
    ]);
    expect(later.data.edits).toEqual(['rows-swapped']);
    expect([then.code.epochs, then.environment.host]).toEqual([100, 'atlas']);
  });

  it('says beside the field why a value is not taken, and takes the sentence away with a better one', async () => {
    const { lab, user } = await open();
    const field = () => screen.getByRole('textbox', { name: 'batch size' });
    await user.clear(field());
    await user.type(field(), '0');
    await user.tab();
    expect(field()).toHaveAccessibleDescription(/code\.batchSize got 0/);
    expect(field()).toBeInvalid();
    expect(lab.state.pair.later.code.batchSize).toBe(16);
    await user.clear(field());
    await user.type(field(), '20');
    await user.tab();
    expect(field()).not.toBeInvalid();
    expect(lab.state.pair.later.code.batchSize).toBe(20);
  });

  it('sets both runs when asked to', async () => {
    const { lab, user } = await open();
    await user.click(screen.getByRole('radio', { name: 'both runs' }));
    const rate = screen.getByRole('textbox', { name: 'learning rate' });
    await user.clear(rate);
    await user.type(rate, '5');
    await user.tab();
    expect([lab.state.pair.then.code.learningRate, lab.state.pair.later.code.learningRate]).toEqual([5, 5]);
    expect(screen.getByText('In both runs, 1 field is not as in the lesson.')).toBeInTheDocument();
  });
});
