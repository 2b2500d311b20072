import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { BitsSession } from '$lib/browser/lab/bits/session.svelte';
import type { LabSession } from '$lib/browser/lab/session.svelte';
import LiveBits from '$lib/components/lab/bits/LiveBits.svelte';
import type { LabSetup } from '$lib/machine/lab';
import { BitsLab } from '../support/bits-lab.svelte';
import { heard } from '../support/heard';

const NOISE: Partial<LabSetup> = { drifts: ['gradient-chunks'] };
const FAST: Partial<LabSetup> = { ...NOISE, then: { 'code.learningRate': 5 } };

/** The microscope on a setup, its first comparison asked for. */
async function look(setup: Partial<LabSetup> = {}) {
  const session = new BitsLab(setup);
  const shown = render(LiveBits, { session: session as unknown as LabSession });
  await waitFor(() => expect(session.asked).toHaveLength(1));
  return { session, shown, user: userEvent.setup() };
}

/** The same, with the comparison done. */
async function see(setup: Partial<LabSetup> = {}) {
  const at = await look(setup);
  at.session.newest.finish();
  await screen.findByRole('region', { name: 'The first bit that differs' });
  return at;
}

const region = (name: string) => screen.getByRole('region', { name });
const text = (element: HTMLElement) => heard(element).replaceAll('\u00a0', ' ');
const slider = () => screen.getByRole('slider', { name: 'Epoch' });

async function scrub(epoch: number) {
  await fireEvent.input(slider(), { target: { value: String(epoch) } });
  await waitFor(() =>
    expect(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(startOf(epoch)))
  );
}
const startOf = (epoch: number) => (epoch === 0 ? /^Before training/ : new RegExp(`^Epoch ${epoch} of`));

describe('the maps after an epoch', () => {
  const DEPTH_AND_FLIPPER = { 'data.features': ['bill_depth_mm', 'flipper_length_mm'] } as const;
  const maps = () => region('Both models, epoch by epoch');

  it('name what both models look at', async () => {
    await see({ ...NOISE, then: DEPTH_AND_FLIPPER });
    expect(maps()).toHaveTextContent('→ bill depth, ↑ flipper length');
    expect(maps()).not.toHaveTextContent('body mass');
  });

  it('name it of each map where the models look at different measurements', async () => {
    await see({ later: DEPTH_AND_FLIPPER });
    expect(maps()).toHaveTextContent(/bill length, ↑ body mass.*bill depth, ↑ flipper length/);
    const [, later] = within(maps()).getAllByRole('listbox');
    expect(later).toHaveAccessibleName(/Bill depth to the right, flipper length upwards\./);
  });
});

describe('comparing bit by bit', () => {
  it('begins by itself, shows how far it is, and can be cancelled and resumed', async () => {
    const { session, user } = await look(NOISE);
    session.newest.progress(40, 100);
    expect(await screen.findByText('Training both runs side by side: epoch 40 of 100')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Progress of the comparison' })).toHaveAttribute(
      'value',
      '40'
    );
    await user.click(screen.getByRole('button', { name: 'Cancel comparing' }));
    expect(session.newest.cancelled).toBe(true);
    expect(await screen.findByText('Comparing the bits was cancelled.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Compare bit by bit' }));
    expect(session.asked).toHaveLength(2);
    session.newest.finish();
    expect(await screen.findByRole('region', { name: 'How the difference grows' })).toBeInTheDocument();
  });

  it('says why two runs cannot be compared bit by bit', async () => {
    const { session } = await look({ later: { 'code.hiddenUnits': 2 } });
    session.newest.fail('refused', 'One has 8 hidden units, the other 2.');
    expect(await screen.findByText(/One has 8 hidden units/)).toHaveTextContent(
      'cannot be compared bit by bit'
    );
    expect(screen.queryByRole('button', { name: 'Compare bit by bit' })).toBeNull();
  });

  it('can be tried again when the trainer broke', async () => {
    const { session, user } = await look();
    session.newest.fail('broken', 'Out of memory.');
    await user.click(await screen.findByRole('button', { name: 'Compare bit by bit' }));
    expect(session.asked).toHaveLength(2);
  });

  it('begins again when the pair changes, ends the one before, and clears what no longer fits', async () => {
    const { session } = await see(NOISE);
    session.setUp({ drifts: ['float32'] });
    await waitFor(() => expect(session.asked).toHaveLength(2));
    expect(screen.queryByRole('region', { name: 'How the difference grows' })).toBeNull();
    const before = session.newest;
    session.setUp({ drifts: ['ddof'] });
    await waitFor(() => expect(session.asked).toHaveLength(3));
    expect(before.cancelled).toBe(true);
    before.finish();
    session.newest.finish();
    await screen.findByRole('region', { name: 'How the difference grows' });
    expect(session.newest.later.environment.ddof).toBe(1);
  });

  it('asks only once for each pair', async () => {
    const { session } = await see(NOISE);
    session.setUp({});
    await waitFor(() => expect(session.asked).toHaveLength(2));
    session.newest.finish();
    await screen.findByText('Identical from the first to the last bit');
    session.setUp(NOISE);
    await screen.findByRole('region', { name: 'How the difference grows' });
    expect(session.asked).toHaveLength(2);
  });

  it('waits until the pair has settled', async () => {
    const { session } = await see(NOISE);
    for (const drift of ['float32', 'ddof', 'rows-reversed']) {
      session.setUp({ drifts: [drift] });
      flushSync();
    }
    await waitFor(() => expect(session.asked).toHaveLength(2));
    expect(session.newest.later.data.edits).toEqual(['rows-reversed']);
  });

  it('goes on while another part is looked at, and ends when the setup changes there', async () => {
    const { session, shown } = await look(NOISE);
    shown.unmount();
    expect(session.newest.cancelled).toBe(false);
    session.setUp(NOISE);
    expect(session.newest.cancelled).toBe(false);
    session.setUp({ drifts: ['ddof'] });
    expect(session.newest.cancelled).toBe(true);
  });

  it('ends with the page', async () => {
    const { session } = await look(NOISE);
    session.part(BitsSession).stop();
    expect(session.newest.cancelled).toBe(true);
  });
});

describe('the first bit that differs', () => {
  it('is named, with both values in a table', async () => {
    await see(NOISE);
    const panel = region('The first bit that differs');
    expect(panel).toHaveTextContent('Epoch 1, batch 1 of 15, weight W1[1, body mass]');
    expect(panel).toHaveTextContent('the weight from body mass to hidden unit 2 of 8');
    const table = within(panel).getByRole('table', { name: 'The two values of weight W1[1, body mass]' });
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => heard(row))
    ).toEqual([
      'RunDecimalHexadecimalDiffering bits',
      'First run 0.25226064608733334 3fd02509d640d3cc 3 of 64',
      'Re-run 0.2522606460873333 3fd02509d640d3cb 3 of 64'
    ]);
    expect([...table.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      '4',
      'c',
      'b'
    ]);
  });

  it('is drawn for the eye only', async () => {
    await see(NOISE);
    const drawing = region('The first bit that differs').querySelector('.drawing')!;
    expect(drawing).toHaveAttribute('aria-hidden', 'true');
    expect(drawing.querySelectorAll('.pair')).toHaveLength(64);
    expect(drawing.querySelectorAll('.pair.differs')).toHaveLength(3);
  });

  it('is not to be found in two equal runs, and that is good', async () => {
    await see();
    expect(region('The first bit that differs')).toHaveTextContent(
      'Identical from the first to the last bit'
    );
    expect(screen.queryByRole('region', { name: 'How the difference grows' })).toBeNull();
    expect(slider()).toHaveAttribute(
      'aria-valuetext',
      'Epoch 100 of 100, not a bit differs, no prediction flips'
    );
  });
});

describe('the growth of the difference', () => {
  it('is told, drawn and explained', async () => {
    await see(FAST);
    const panel = region('How the difference grows');
    expect(text(panel)).toContain('Predictions start to flip in epoch 17; they differ in 83 of 100 epochs.');
    expect(text(panel)).toContain('unit in the last place');
    const chart = within(panel).getByRole('img', { name: /Distance of the weights in ULP.*epoch 17/ });
    expect(chart).toHaveTextContent('0 = equal');
    expect(chart).toHaveTextContent('epoch 17: first flip');
    expect(chart.querySelectorAll('.flips')).toHaveLength(83);
  });

  it('is a table as well', async () => {
    const { user } = await see(NOISE);
    await user.click(screen.getByText('The same as a table'));
    const table = await screen.findByRole('table', { name: 'Distance of the weights after each epoch' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(102);
    const last = [...rows[101]!.children].map((cell) => heard(cell));
    expect(last).toEqual(['100', '31', '3', '0', '85% → 85%']);
  });

  it('has no line of flips where nothing flips', async () => {
    await see(NOISE);
    const chart = screen.getByRole('img', { name: /Distance of the weights/ });
    expect(chart).not.toHaveTextContent('flip');
    expect(screen.queryByRole('button', { name: /first flip/ })).toBeNull();
  });
});

describe('the slider', () => {
  const map = (name: string) =>
    screen.getByRole('listbox', { name: new RegExp(`Decision map of the ${name} run`) });
  const drawn = (name: string) => map(name).querySelector('.border')?.getAttribute('d');
  const marked = (name: string) => map(name).querySelectorAll('.flipped').length;

  it('begins at the end, and takes both maps through the epochs', async () => {
    await see(FAST);
    expect(slider()).toHaveValue('100');
    expect(drawn('first')).not.toBe(drawn('later'));
    expect([marked('first'), marked('later')]).toEqual([10, 10]);
    const panel = region('Both models, epoch by epoch');
    expect(panel).toHaveTextContent('79%');
    expect(panel).toHaveTextContent('81%');
    await scrub(0);
    expect(drawn('first')).toBe(drawn('later'));
    expect(marked('later')).toBe(0);
    expect(panel).toHaveTextContent('Before training');
  });

  it('is led to the first flip by a button', async () => {
    const { user } = await see(FAST);
    await user.click(screen.getByRole('button', { name: 'Go to the first flip, epoch 17' }));
    await waitFor(() => expect(slider()).toHaveValue('17'));
    expect(marked('first')).toBe(2);
    map('first').focus();
    await waitFor(() =>
      expect(within(map('first')).getAllByRole('option', { name: /the runs disagree$/ })).toHaveLength(2)
    );
  });

  it('stays where it is when the next pair has that epoch, and at its end when not', async () => {
    const { session } = await see(FAST);
    await scrub(30);
    session.setUp(NOISE);
    await waitFor(() => expect(session.asked).toHaveLength(2));
    session.newest.finish();
    await screen.findByRole('region', { name: 'How the difference grows' });
    expect(slider()).toHaveValue('30');
    session.setUp({ ...NOISE, then: { 'code.epochs': 5 } });
    await waitFor(() => expect(session.asked).toHaveLength(3));
    session.newest.finish();
    await screen.findByRole('region', { name: 'How the difference grows' });
    expect(slider()).toHaveValue('5');
  });
});

describe('the ready examples', () => {
  it('set up a pair, say which is shown, and what came of it', async () => {
    const { session, user } = await look();
    const button = (name: string) => screen.getByRole('button', { name });
    await user.click(button('The same at learning rate 5'));
    expect(session.sent).toEqual([
      { type: 'SET_UP', setup: { then: { 'code.learningRate': 5 }, drifts: ['gradient-chunks'], later: {} } }
    ]);
    expect(button('The same at learning rate 5')).toHaveAttribute('aria-current', 'true');
    expect(button('Float noise at learning rate 0.3')).not.toHaveAttribute('aria-current');
    await waitFor(() => expect(session.asked).toHaveLength(2));
    session.newest.finish();
    await waitFor(() =>
      expect(text(region('Two ready examples'))).toContain('Predictions flip in 83 epochs.')
    );
    await user.click(button('Float noise at learning rate 0.3'));
    expect(button('Float noise at learning rate 0.3')).toHaveAccessibleDescription(/^shown now/);
  });
});
