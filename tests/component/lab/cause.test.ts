import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import LiveCause from '$lib/components/lab/cause/LiveCause.svelte';
import type { LabSession } from '$lib/browser/lab/session.svelte';
import type { LabPlace } from '$lib/machine/lab';
import { CAUSE_EXAMPLES } from '$lib/machine/lab/cause/examples';
import { CauseLab } from '../support/cause-lab.svelte';
import { heard } from '../support/heard';

// Who asked for calm does not wait between probes.
beforeEach(() =>
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }))
);

const [one, several] = CAUSE_EXAMPLES;

function open(place: Partial<LabPlace> = {}, held = false) {
  const session = new CauseLab(place);
  session.held = held;
  render(LiveCause, { session: session as unknown as LabSession });
  return { session, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const result = () => screen.findByRole('region', { name: 'Result' });
const news = () => screen.getByRole('status').textContent;
const rows = () =>
  within(screen.getByRole('table', { name: /^Probes/ }))
    .getAllByRole('row')
    .slice(1);
const cards = () => screen.getAllByRole('article').map((card) => heard(card));

describe('before the search', () => {
  it('offers examples where nothing differs, and no search', () => {
    open();
    expect(screen.getByText(/^Nothing differs/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Find the cause' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'What counts as still broken?' })).toBeNull();
    expect(button('Several causes')).toBeInTheDocument();
  });

  it('asks what counts as still broken, and keeps the answer', async () => {
    const { session, user } = open({ setup: one!.setup });
    const group = within(screen.getByRole('group', { name: 'What counts as still broken?' }));
    expect(group.getAllByRole('radio')).toHaveLength(3);
    expect(group.getByRole('radio', { name: 'Any prediction differs' })).toBeChecked();
    await user.click(group.getByRole('radio', { name: 'Any bit differs' }));
    expect(session.state.criterion).toBe('bits');
    expect(group.getByRole('radio', { name: 'Any bit differs' })).toHaveAccessibleDescription(
      'broken : the digests differ'
    );
  });

  it('takes the tolerance with the score, and says that nothing is broken within it', async () => {
    const { session, user } = open({ setup: one!.setup, criterion: 'score' });
    const points = screen.getByRole('textbox', { name: /^by more than/ });
    await user.clear(points);
    await user.type(points, '15');
    await user.tab();
    expect(session.state.tolerance).toBe(15);
    await user.clear(points);
    await user.type(points, '99');
    await user.tab();
    expect(points).toHaveAccessibleDescription(/^Enter a number of points from 0 to/);
    await user.clear(points);
    await user.type(points, '14,5');
    await user.tab();
    expect(points).not.toBeInvalid();
    expect(session.state.tolerance).toBe(14.5);
    expect(screen.getByText(/^By this measure nothing is broken/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Find the cause' })).toBeNull();
    expect(screen.getByText(/^Any prediction differs: /)).toBeInTheDocument();
  });

  it('cites the method', () => {
    open();
    const link = screen.getByRole('link', { name: /Zeller and R\. Hildebrandt/, hidden: true });
    expect(link).toHaveAttribute('href', 'https://doi.org/10.1109/32.988498');
  });
});

describe('the ready examples', () => {
  it.each([
    ['One cause', ['l2'], '1 cause found'],
    ['Several causes', ['epochs', 'l2', 'rows reversed'], '3 causes found'],
    ['Two that matter only together', ['batch size'], '1 cause found']
  ])('are found by real retrainings: %s', async (name, putBack, title) => {
    const { session, user } = open();
    await user.click(button(name));
    expect(button(name)).toHaveAttribute('aria-current', 'true');
    await user.click(button('Find the cause'));
    const panel = within(await result());
    expect(panel.getByText(title)).toBeInTheDocument();
    for (const field of putBack) expect(panel.getByText(/^Put back/)).toHaveTextContent(field);
    expect(rows()).toHaveLength(session.asked.length);
    expect(panel.getByText(/real retrainings/)).toHaveTextContent(`Found with ${session.asked.length} real`);
    expect(panel.getAllByRole('listitem').map(heard)).toEqual(expect.arrayContaining(['host name', 'user']));
    expect(news()).toMatch(/^The search is done/);
  });

  it('show a pair as one cause, with what to do about both', async () => {
    const { user } = open();
    await user.click(button('Two that matter only together'));
    await user.click(button('Find the cause'));
    await result();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatch(
      /only together.*batch size.*“batches of 17”.*learning rate.*“learning rate rounded/
    );
  });
});

describe('while it runs', () => {
  it('shows each probe as it comes, and how many may be left', async () => {
    const { session, user } = open({ setup: one!.setup }, true);
    await user.click(button('Find the cause'));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent('training …');
    expect(news()).toBe('The search begins: 7 differences.');
    const bar = screen.getByRole('progressbar', { name: 'Progress of the search' });
    expect(bar).toHaveAttribute('value', '0');
    session.newest.finish();
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(heard(rows()[0]!)).toMatch(
      /^1 Nothing put back: is it broken\?( left){7} 71% 28 flips d30a8bb1…c1c34 still broken$/
    );
    expect(bar).toHaveAttribute('value', '1');
    session.newest.finish();
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(heard(rows()[1]!)).toMatch(/85% no flips 570cce69…98d40 = same bits repaired$/);
    expect(screen.getByText('No cause yet.')).toBeInTheDocument();
  });

  it('can be cancelled, and goes on where it was; the focus is not lost', async () => {
    const { session, user } = open({ setup: one!.setup }, true);
    await user.click(button('Find the cause'));
    session.newest.finish();
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(button('Cancel the search'));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(rows()).toHaveLength(1);
    expect(news()).toBe('Cancelled after 1 probe.');
    expect(button('Go on')).toHaveFocus();
    session.held = false;
    await user.click(button('Go on'));
    await result();
    expect(rows()).toHaveLength(5);
  });

  it('says what went wrong, and goes on', async () => {
    const { session, user } = open({ setup: one!.setup }, true);
    await user.click(button('Find the cause'));
    session.newest.fail('broken', 'Out of memory.');
    expect(await screen.findByRole('button', { name: 'Go on' })).toBeInTheDocument();
    expect(news()).toBe('The search stopped: The trainer stopped: Out of memory.');
    session.held = false;
    await user.click(button('Go on'));
    await result();
  });

  it('can be started over after it was cancelled', async () => {
    const { session, user } = open({ setup: one!.setup }, true);
    await user.click(button('Find the cause'));
    await user.click(button('Cancel the search'));
    session.held = false;
    await user.click(button('Start over'));
    await result();
    expect(button('Search again')).toHaveFocus();
  });

  it('goes on while another part of the Lab is looked at', async () => {
    const session = new CauseLab({ setup: one!.setup });
    session.held = true;
    const shown = render(LiveCause, { session: session as unknown as LabSession });
    await userEvent.setup().click(button('Find the cause'));
    shown.unmount();
    session.held = false;
    session.newest.finish();
    await waitFor(() => expect(session.asked).toHaveLength(5));
    render(LiveCause, { session: session as unknown as LabSession });
    await result();
    session.send({ type: 'TOGGLE_DRIFT', id: 'ddof' });
    expect(await screen.findByText(/^This result belongs to an earlier/)).toBeInTheDocument();
  });

  it('is cancelled when the setup changes', async () => {
    const { session, user } = open({ setup: one!.setup }, true);
    await user.click(button('Find the cause'));
    session.send({ type: 'TOGGLE_DRIFT', id: 'ddof' });
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(button('Find the cause')).toHaveAttribute('aria-disabled', 'false');
  });
});

describe('after the search', () => {
  async function found() {
    const at = open({ setup: several!.setup });
    await at.user.click(button('Find the cause'));
    await result();
    return at;
  }

  it('puts back what is needed, after which the re-run is identical, and undoes that', async () => {
    const { session, user } = await found();
    await user.click(button('Put these back'));
    expect(session.state.comparison?.kind).toBe('identical');
    expect(screen.getByText('Put back: epochs, l2, and rows reversed.')).toBeInTheDocument();
    expect(button('Undo putting back')).toHaveFocus();
    await user.click(button('Undo putting back'));
    expect(session.state.setup).toEqual(several!.setup);
    expect(button('Put these back')).toHaveFocus();
  });

  it('marks a result that belongs to another setup, and leads back to it', async () => {
    const { session, user } = await found();
    session.send({ type: 'TOGGLE_DRIFT', id: 'ddof' });
    expect(
      await screen.findByText(/^This result belongs to an earlier setup or measure/)
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Put these back' })).toBeNull();
    await user.click(button('Back to that setup'));
    expect(session.state.setup).toEqual(several!.setup);
    expect(screen.queryByText(/^This result belongs to an earlier/)).toBeNull();
  });

  it('leads to the comparison', async () => {
    const { session, user } = await found();
    const link = screen.getByRole('link', { name: 'Compare the runs' });
    expect(link).toHaveAttribute('href', '?view=compare');
    await user.click(link);
    expect(session.state.view).toBe('compare');
  });

  it('has a list of probes that the keyboard reaches', async () => {
    await found();
    expect(screen.getByRole('region', { name: 'List of probes' })).toHaveAttribute('tabindex', '0');
  });
});
