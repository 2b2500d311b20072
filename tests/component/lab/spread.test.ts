import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LabSession } from '$lib/browser/lab/session.svelte';
import LiveSpread from '$lib/components/lab/spread/LiveSpread.svelte';
import { BASELINE } from '$lib/experiment';
import { realRun } from '../../unit/machine/fake-trainer';
import { heard } from '../support/heard';
import { SpreadLab } from '../support/spread-lab.svelte';

// jsdom paints nothing.
beforeEach(() => void vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null));

async function open() {
  const session = new SpreadLab();
  render(LiveSpread, { session: session as unknown as LabSession });
  await screen.findByText(/So its 85% is probably a little higher/);
  return { session, sweeps: session.sweeps, user: userEvent.setup() };
}

const { digest } = realRun(BASELINE).record;

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const results = () => within(screen.getByRole('region', { name: 'Accuracies' }));
const figure = (name: string) =>
  results().getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;
const said = () => screen.getAllByRole('status').map(heard).join(' ');

async function tenRuns() {
  const opened = await open();
  const { user, sweeps } = opened;
  await user.clear(screen.getByRole('textbox', { name: 'How many runs' }));
  await user.type(screen.getByRole('textbox', { name: 'How many runs' }), '10');
  await user.click(button('Run'));
  sweeps.newest.report({ from: 0, to: 10 });
  sweeps.newest.finish();
  await screen.findByText('Done: 10 runs.');
  return opened;
}

describe('choosing what to run', () => {
  it('begins with a choice, three experiments and nothing drawn', async () => {
    await open();
    expect(screen.getByRole('radio', { name: 'The seed' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'How many runs' })).toHaveValue('1000');
    expect(screen.getByText(/^Nothing has been run yet/)).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(button('Everything pinned')).toHaveAccessibleDescription(
      /^1,000 runs of one and the same manifest/
    );
  });

  it('refuses numbers of runs that it does not do, and says which it does', async () => {
    const { user, sweeps } = await open();
    const runs = screen.getByRole('textbox', { name: 'How many runs' });
    await user.clear(runs);
    await user.type(runs, '9');
    expect(runs).toHaveAccessibleDescription('Choose a whole number of runs, from 10 to 10,000.');
    await user.click(button('Run'));
    expect(sweeps.asked).toHaveLength(0);
    await user.clear(runs);
    await user.type(runs, '20{Enter}');
    expect(sweeps.newest.spec.count).toBe(20);
  });

  it('runs what varies, with a drift on, or off and on', async () => {
    const { user, sweeps } = await open();
    await user.click(screen.getByRole('radio', { name: 'The split' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'One drift' }), 'library default');
    await user.click(button('Run'));
    expect(sweeps.newest.spec).toMatchObject({ varies: { kind: 'splitSeed' }, base: { code: { l2: 0.01 } } });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'The drift is' }),
      'off in one half, on in the other'
    );
    await user.click(button('Run'));
    expect(sweeps.newest.spec).toMatchObject({ count: 500, base: { code: { l2: 0 } } });
    sweeps.newest.pretend(() => 85);
    await waitFor(() => expect(sweeps.newest.spec).toMatchObject({ base: { code: { l2: 0.01 } } }));
    sweeps.newest.pretend(() => 71);
    await screen.findByText(/^Without library default: 500 runs/);
    expect(screen.getByText(/^With library default: 500 runs/)).toBeInTheDocument();
    expect(screen.getAllByRole('listbox')).toHaveLength(2);
  });
});

describe('watching', () => {
  it('fills in, tells the numbers, pauses, goes on and cancels', async () => {
    const { session, sweeps, user } = await open();
    await user.click(button('Only the seed forgotten'));
    expect(button('Only the seed forgotten')).toHaveAttribute('aria-current', 'true');
    session.now = 1000;
    sweeps.newest.report({ from: 0, to: 10 });
    await waitFor(() => expect(figure('Runs')).toBe('10 of 1,000'));
    expect(figure('Different digests')).toBe('10');
    expect(figure('Runs a second')).toBe('10');
    expect(figure('Time left')).toBe('2 minutes');
    expect(screen.getByRole('progressbar', { name: 'Progress of the runs' })).toHaveAttribute('value', '10');
    await user.click(button('Pause'));
    expect(sweeps.paused).toBe(true);
    expect(said()).toContain('Paused.');
    await user.click(button('Go on'));
    expect(sweeps.paused).toBe(false);
    await user.click(button('Cancel'));
    expect(said()).toContain('Cancelled after 10 runs.');
    // Who stood on the button that went away is not lost.
    expect(document.activeElement).toHaveTextContent('Cancelled after 10 runs.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('says in words what is drawn, and ends the experiment with a sentence', async () => {
    const { sweeps, user } = await open();
    await user.click(button('Everything pinned'));
    sweeps.newest.pretend(() => 85);
    await screen.findByText(/^1,000 runs of one manifest gave 1 digest: 85% every time/);
    expect(
      screen.getByRole('img', {
        name: 'All runs: 1,000 runs, 1 digest, median 85%, nine in ten from 85% to 85%'
      })
    ).toBeInTheDocument();
    expect(results().getByText('this lesson 85%')).toBeInTheDocument();
  });

  it('says why it stopped', async () => {
    const { sweeps, user } = await open();
    await user.click(button('Run'));
    sweeps.newest.fail('broken', 'Out of memory.');
    await waitFor(() => expect(said()).toContain('The runs stopped. The trainer stopped: Out of memory.'));
  });
});

describe('a dot', () => {
  it('is found with the keyboard, and opened as a run of the Lab', async () => {
    const { session, user } = await tenRuns();
    const dots = screen.getByRole('listbox', { name: 'Runs as dots: All runs' });
    expect(dots).toHaveAccessibleDescription(/^Left and right/);
    dots.focus();
    await user.keyboard('{Home}');
    const first = within(dots).getByRole('option', { selected: true });
    expect(dots).toHaveAttribute('aria-activedescendant', first.id);
    const least = first.getAttribute('aria-label');
    await user.keyboard('{End}');
    expect(within(dots).getByRole('option').getAttribute('aria-label')).not.toBe(least);
    const seed = Number(/seed (\d+)/.exec(within(dots).getByRole('option').getAttribute('aria-label')!)![1]);
    await user.keyboard('{Enter}');
    expect(session.sent).toEqual([
      { type: 'SET_UP', setup: { then: {}, drifts: [], later: { 'environment.seed': seed } } },
      { type: 'SHOW', view: 'compare' }
    ]);
  });

  it('says when it is the lesson’s own run', async () => {
    const { session, user } = await tenRuns();
    await user.click(results().getByText('Every run in a table'));
    const rows = within(screen.getByRole('table', { name: 'Every run: All runs' })).getAllByRole('row');
    expect(rows).toHaveLength(11);
    expect([...rows[1]!.children].map(heard).slice(0, 4)).toEqual(['1', '1', '42', '85%']);
    expect(within(rows[1]!).getByTitle(digest)).toBeInTheDocument();
    await user.click(within(rows[1]!).getByRole('button', { name: 'Open run 1' }));
    // Nothing differs: it is the first run again.
    expect(session.sent[0]).toEqual({ type: 'SET_UP', setup: { then: {}, drifts: [], later: {} } });
  });
});

describe('the result', () => {
  it('reads as a table', async () => {
    const { user } = await tenRuns();
    await user.click(results().getByText('The drawing as a table'));
    const table = screen.getByRole('table', { name: 'Runs by accuracy: All runs' });
    const rows = within(table).getAllByRole('row').slice(1);
    const counts = rows.map((row) => Number(row.children[1]!.textContent));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(rows.at(-1)!.lastElementChild).toHaveTextContent('100%');
  });

  it('can be kept as CSV', async () => {
    const { user } = await tenRuns();
    let kept: Blob | undefined;
    URL.createObjectURL = (blob) => ((kept = blob as Blob), 'blob:kept');
    URL.revokeObjectURL = () => {};
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await user.click(button('Download as CSV'));
    expect(click.mock.contexts[0]).toMatchObject({ download: 'retrace-spread.csv' });
    const reader = new FileReader();
    const text = new Promise<string>((told) => (reader.onload = () => told(String(reader.result))));
    reader.readAsText(kept!);
    expect((await text).split('\r\n')[1]).toBe(`1,0.85,${digest},42,,all`);
  });
});
