import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CaseMaking } from '$lib/browser/case/making.svelte';
import Account from '$lib/components/case/Account.svelte';
import Advice from '$lib/components/case/Advice.svelte';
import BreakOne from '$lib/components/case/BreakOne.svelte';
import CopyLink from '$lib/components/case/CopyLink.svelte';
import Desk from '$lib/components/case/Desk.svelte';
import Hints from '$lib/components/case/Hints.svelte';
import LevelChoice from '$lib/components/case/LevelChoice.svelte';
import type { Manifest } from '$lib/experiment';
import { caseOf } from '$lib/experiment/case';
import { caseAt, type BisectOfCase, type CaseCommand, type CasePlace } from '$lib/machine/case';
import { accountView, searchTries } from '$lib/views/case/account';
import { adviceView } from '$lib/views/case/advice';
import { RERUN } from '$lib/views/case/desk';
import { hintsView } from '$lib/views/case/hints';
import { chosen, openCase } from '../unit/machine/case/driver';
import { realRun } from '../unit/machine/fake-trainer';
import { foundBetween } from '../unit/views/lab/cause/searches';
import { heard } from './support/heard';

const DRIFTS = ['library-default', 'float32', 'user'] as const;
const THREE = chosen(...DRIFTS);
const L2 = 'code.l2';

/** What delta debugging finds in that case. */
const searched = () => foundBetween(caseOf(DRIFTS), 'score');

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const tick = (name: string) => screen.getByRole('checkbox', { name: `Put back ${name}` });
const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(heard));

/** The desk, of which every command is carried out. */
async function sit(place: CasePlace = THREE) {
  const game = await openCase(place);
  const sent: CaseCommand[] = [];
  const looks: string[] = [];
  const props = () => ({
    state: game.state(),
    looked: looks.at(-1) ?? RERUN,
    onlook: (id: string) => looks.push(id),
    send: (command: CaseCommand) => sent.push(command)
  });
  const shown = render(Desk, props());
  const user = userEvent.setup();
  /** Presses something, and has what that sent carried out. */
  const press = async (element: HTMLElement) => {
    await user.click(element);
    for (const command of sent.splice(0)) await game.send(command);
    await shown.rerender(props());
  };
  return { game, press, looks };
}

describe('the desk', () => {
  it('begins with the two runs, and with nothing that could be tried', async () => {
    const { press, game } = await sit();
    expect(screen.getByText(/^The first run gave 85%. The re-run gives 71%. 3 things differ/)).toBeVisible();
    expect(rows().slice(0, 2)).toEqual([
      ['First run', 'put back', 'put back', 'put back', '85% 570cce69…98d40', 'the goal'],
      ['Re-run', 'left', 'left', 'left', '71% 28 flips fde6f43f…7b2ef', 'still broken']
    ]);
    await press(button('Put back and train'));
    await press(button('Name as the cause'));
    expect(game.state().log).toEqual([]);
  });

  it('says what the next try would do, makes it, and makes none twice', async () => {
    const { press } = await sit();
    await press(tick('precision'));
    expect(screen.getByText('1 put back, 2 left as in the re-run.')).toBeVisible();
    await press(button('Put back and train'));
    expect(rows()[2]).toEqual([
      '1',
      'left',
      'put back',
      'left',
      '71% 28 flips d30a8bb1…c1c34',
      'still broken'
    ]);
    expect(screen.getByText('You have tried just that already.')).toBeVisible();
    expect(button('Put back and train')).toHaveAttribute('aria-disabled', 'true');
    await press(button('Put back and train'));
    expect(screen.getByText('1 try')).toBeVisible();
  });

  it('answers a wrong naming with the try that tells, and a right one with all that shows it', async () => {
    const { press } = await sit();
    await press(tick('precision'));
    await press(button('Name as the cause'));
    expect(
      screen.getByText(/^No. With precision put back it is still broken.* Try 1 shows it.$/)
    ).toBeVisible();
    expect(screen.getByText('2 tries (1 of them a wrong naming)')).toBeVisible();
    await press(tick('precision'));
    await press(tick('l2'));
    await press(button('Name as the cause'));
    expect(screen.getByText(/^Shown: l2 is the cause./)).toBeVisible();
    expect(rows().map(([name]) => name)).toEqual(['First run', 'Re-run', '1', '2', '3']);
    expect(screen.queryByRole('checkbox'), 'nothing is left to try').toBeNull();
    expect(screen.queryByRole('button', { name: 'Name as the cause' })).toBeNull();
  });

  it('has the run of any row drawn', async () => {
    const { press, looks } = await sit();
    await press(tick('l2'));
    await press(button('Put back and train'));
    expect(button('Show the re-run on the map')).toHaveAttribute('aria-pressed', 'true');
    await press(button('Show try 1 on the map'));
    expect(looks).toEqual(['try-1']);
    expect(button('Show try 1 on the map')).toHaveAttribute('aria-pressed', 'true');
    expect(button('Show the re-run on the map')).toHaveAttribute('aria-pressed', 'false');
  });

  it('of level 6 tells letters, and neither fields nor values', async () => {
    const { game } = await sit(caseAt({ kind: 'drawn', level: 6, number: 2 }));
    const heads = screen.getAllByRole('columnheader').map(heard);
    expect(heads).toEqual(['Try', 'A', 'B', 'C', 'D', 'E', 'F', 'Accuracy', 'Outcome']);
    expect(game.state().differences).toHaveLength(6);
  });

  it('says so where nothing is broken, and asks for no try', async () => {
    await sit(chosen('host-name', 'user'));
    expect(screen.getByText(/^Nothing is broken here/)).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('the advice', () => {
  it('is answered in one live region, cause by cause, until it is right', async () => {
    const game = await openCase(THREE);
    await game.send({ type: 'TOGGLE', key: L2 });
    await game.send({ type: 'NAME' });
    const onadvise = vi.fn();
    const props = () => ({ questions: adviceView(game.state()), onadvise });
    const shown = render(Advice, props());
    const user = userEvent.setup();
    const group = screen.getByRole('group', { name: 'l2: what would have kept it from happening?' });
    const region = within(group).getByRole('status');
    expect(region).toHaveTextContent(/^$/);

    await user.click(within(group).getByRole('button', { name: /^Pin/ }));
    expect(onadvise).toHaveBeenLastCalledWith(L2, 'pin');
    await game.send({ type: 'ADVISE', key: L2, kind: 'pin' });
    await shown.rerender(props());
    expect(region).toHaveTextContent('another one meets it at its root');
    await user.click(within(group).getByRole('button', { name: /^Pin/ }));
    expect(onadvise, 'what was said cannot be said again').toHaveBeenCalledOnce();

    await game.send({ type: 'ADVISE', key: L2, kind: 'lock' });
    await shown.rerender(props());
    expect(region, 'what changes in place is read out').toBeInTheDocument();
    expect(region).toHaveTextContent(/^Lock it: /);
    for (const choice of within(group).getAllByRole('button')) {
      expect(choice).toHaveAttribute('aria-disabled', 'true');
    }
  });
});

describe('the account', () => {
  async function account(search: BisectOfCase) {
    const game = await openCase(THREE);
    await game.send({ type: 'SELECT', keys: ['environment.user'] });
    await game.send({ type: 'NAME' });
    await game.send({ type: 'SELECT', keys: [L2] });
    await game.send({ type: 'NAME' });
    await game.send({ type: 'ADVISE', key: L2, kind: 'lock' });
    const calls = { onreplay: vi.fn(), oncancel: vi.fn() };
    const view = accountView(game.state(), search)!;
    render(Account, { view, probes: searchTries(search), lab: '?view=cause', ...calls });
    const said = Object.fromEntries(
      screen.getAllByRole('term').map((term) => [heard(term), heard(term.nextElementSibling)])
    );
    return { calls, said };
  }

  it('waits for par, and says what a wrong naming took', async () => {
    const { said } = await account(null);
    expect(said['Your tries']).toBe('4 1 of them a wrong naming');
    expect(said['The floor']).toMatch(/^2 /);
    expect(said['Par: delta debugging']).toMatch(/^still searching/);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('holds the tries against the search of this very case, and shows that', async () => {
    const search = await searched();
    const { said, calls } = await account(search);
    const par = search.probes.length - 2;
    expect(said['Par: delta debugging']).toMatch(new RegExp(`^${par} `));
    expect(screen.getByText(`Case closed. You were ${4 - par} tries over par.`)).toBeVisible();
    expect(rows()).toHaveLength(par);
    await userEvent.setup().click(button('Search again'));
    expect(calls.onreplay).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: /in the Lab/ })).toHaveAttribute(
      'href',
      expect.stringContaining('lab/?view=cause')
    );
  });
});

describe('hints', () => {
  it('come one by one, and from a search', async () => {
    const game = await openCase(THREE);
    const search = await searched();
    const onask = vi.fn();
    const shown = render(Hints, { view: hintsView(game.state(), null), onask });
    const panel = screen.getByRole('region', { name: 'Hints' });
    const user = userEvent.setup();
    const next = async (name: string, with_: BisectOfCase = search) => {
      await user.click(button(name));
      await game.send({ type: 'HINT' });
      await shown.rerender({ view: hintsView(game.state(), with_), onask });
    };
    await next('Where should I look?', null);
    expect(panel).toHaveTextContent('Looking for a hint by real trainings.');
    await shown.rerender({ view: hintsView(game.state(), search), onask });
    expect(panel).toHaveTextContent('The cause lies in this section: Environment.');
    expect(panel).not.toHaveTextContent('of this kind');
    await next('What is it about?');
    expect(panel).toHaveTextContent('One of the causes is of this kind:');
    expect(within(panel).getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^https:/));
    await next('What would a search try next?');
    expect(panel).toHaveTextContent('would now try what is ticked at the desk');
    expect(onask).toHaveBeenCalledTimes(3);
  });
});

describe('the choice of a case', () => {
  it('takes another level, not the same again, and undoes only what there is', async () => {
    const calls = { onlevel: vi.fn(), onfresh: vi.fn(), onrestart: vi.fn(), onundo: vi.fn() };
    const shown = render(LevelChoice, { level: 2, canUndo: false, ...calls });
    const user = userEvent.setup();
    expect(button(/^Level 2/)).toHaveAttribute('aria-pressed', 'true');
    await user.click(button(/^Level 2/));
    await user.click(button('Undo'));
    expect(calls.onlevel).not.toHaveBeenCalled();
    expect(calls.onundo).not.toHaveBeenCalled();
    await user.click(button(/^Level 5/));
    expect(calls.onlevel).toHaveBeenCalledExactlyOnceWith(5);
    await shown.rerender({ level: null, canUndo: true, ...calls });
    expect(screen.queryByRole('button', { pressed: true })).toBeNull();
    await user.click(button('Undo'));
    expect(calls.onundo).toHaveBeenCalledOnce();
  });
});

describe('a case for a friend', () => {
  it('says what the choice does, and is a link once that breaks something', async () => {
    const making = new CaseMaking({
      train: (manifest: Manifest) => Promise.resolve({ ok: true as const, value: realRun(manifest) })
    });
    const onopen = vi.fn();
    render(BreakOne, { making, addressOf: (query: string) => `https://here.example/${query}`, onopen });
    const user = userEvent.setup();
    const region = screen.getByText('Choose something that differs.').closest('[role="status"]');
    await user.click(screen.getByText('Environment'));
    await user.click(screen.getByRole('checkbox', { name: 'host name' }));
    expect(await screen.findByText(/^This breaks nothing/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'RNG algorithm MT19937' }));
    expect(await screen.findByText('This changes the score from 85% to 84%.')).toBeVisible();
    expect(region, 'what changes in place is read out').toHaveTextContent('from 85% to 84%');
    expect(screen.getByRole('textbox', { name: 'Link for your friend' })).toHaveValue(
      'https://here.example/?drifts=rng-mt19937,host-name'
    );
    expect(
      screen.getByRole('checkbox', { name: 'RNG algorithm sets the same as RNG algorithm MT19937' })
    ).toBeDisabled();
    await user.click(button('Open it yourself'));
    expect(onopen).toHaveBeenCalledOnce();
  });
});

describe('a link to be handed on', () => {
  it('is copied, or selected where the clipboard refuses', async () => {
    const user = userEvent.setup();
    render(CopyLink, { label: 'This case', about: 'As it came.', link: 'https://here.example/?level=1' });
    await user.click(button('Copy the link : This case'));
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
    expect(await navigator.clipboard.readText()).toBe('https://here.example/?level=1');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(button('Copy the link : This case'));
    expect(screen.getByRole('status')).toHaveTextContent(/^This page may not use the clipboard/);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'This case' });
    expect(field).toHaveFocus();
    expect(field.selectionEnd! - field.selectionStart!).toBe(field.value.length);
  });
});
