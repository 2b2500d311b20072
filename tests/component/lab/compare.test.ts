import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { LabSession } from '$lib/browser/lab/session.svelte';
import LiveCompare from '$lib/components/lab/compare/LiveCompare.svelte';
import Tolerance from '$lib/components/lab/compare/Tolerance.svelte';
import { toleranceView } from '$lib/views/lab/compare/tolerance';
import { modelsOf, pairNamed, type PAIRS } from '../../unit/views/lab/compare/compared-runs';
import { heard } from '../support/heard';

type Name = keyof typeof PAIRS;

/** A session that stands still, as far as the comparison reads it. */
function sessionWith(name: Name, state: Record<string, unknown> = {}) {
  const pair = pairNamed(name);
  const models = modelsOf(pair);
  const send = vi.fn();
  const session = {
    state: { at: 'ready', training: null, tolerance: 0, then: pair.then, later: pair.later, ...state },
    testSets: pair.testSets,
    modelOf: (run: 'then' | 'later') => models[run],
    send
  };
  return { session: session as unknown as LabSession, send, pair };
}

function show(name: Name, state: Record<string, unknown> = {}) {
  const given = sessionWith(name, state);
  return { ...given, ...render(LiveCompare, { session: given.session }), user: userEvent.setup() };
}

const region = (name: string) => screen.getByText(name, { selector: 'h2 span' }).closest('section')!;
const map = (name: RegExp) =>
  [...region('Decision maps').querySelectorAll<SVGElement>('[role="listbox"]')].find((element) =>
    name.test(element.getAttribute('aria-label') ?? '')
  )!;
const looked = () =>
  [...region('Decision maps').querySelectorAll('[role="option"][aria-selected="true"]')].map(
    (option) => /^Penguin (\d+)/.exec(option.getAttribute('aria-label') ?? '')?.[1]
  );

describe('the verdict', () => {
  it('comes first, with both scores and both digests', () => {
    show('l2');
    const verdict = region('Verdict');
    expect(verdict.querySelector('[data-verdict]')).toHaveAttribute('data-verdict', 'differs');
    expect(verdict).toHaveTextContent('Mismatch: 85% then, 71% later');
    expect(verdict.querySelector('[data-run="then"]')).toHaveTextContent('570cce69…98d40');
    expect(within(verdict).getAllByRole('img')).toHaveLength(2);
  });

  it('is drawn as a ladder on which the pair stands, in words too', () => {
    show('reversed');
    const rungs = within(screen.getByRole('list', { name: 'Match ladder' })).getAllByRole('listitem');
    expect(rungs.map((rung) => rung.getAttribute('aria-current'))).toEqual([null, null, 'true', null]);
    expect(heard(rungs[2]!)).toMatch(/^Same score no match this pair/);
    expect(heard(rungs[0]!)).toMatch(/^Identical match Every bit/);
  });

  it('says that only the exam changed', () => {
    show('labels');
    expect(region('Verdict')).toHaveTextContent('Identical model, other exam: 85% then, 90% later');
    expect(region('Verdict').querySelector('[data-rung="identical"]')).toHaveAttribute(
      'aria-current',
      'true'
    );
  });
});

describe('while there is nothing to compare', () => {
  it('what is awaited is said, and no result shown', () => {
    show('l2', { at: 'trainingLater', training: 'later', later: null });
    expect(region('Comparison')).toHaveTextContent('The re-run is being trained.');
    expect(document.querySelector('[data-verdict]')).toBeNull();
  });

  it('the last comparison stays while new runs are trained, and is marked as such', async () => {
    const { rerender } = show('l2');
    const training = sessionWith('l2', { at: 'trainingLater', training: 'later', later: null });
    await rerender({ session: training.session });
    expect(region('Verdict')).toHaveTextContent('Mismatch: 85% then, 71% later');
    expect(region('Verdict')).toHaveTextContent(
      'These are still the previous runs: the new ones are being trained.'
    );
    expect(document.querySelector('.compare')).toHaveAttribute('aria-busy', 'true');
    await rerender({ session: sessionWith('reversed').session });
    expect(region('Verdict')).toHaveTextContent('Same score');
    expect(region('Verdict')).not.toHaveTextContent('These are still the previous runs');
    expect(document.querySelector('.compare')).toHaveAttribute('aria-busy', 'false');
  });

  it.each([
    ['failed', /a training failed/],
    ['stopped', /the training was cancelled/]
  ])('nothing old is left after one that %s', async (at, sentence) => {
    const { rerender } = show('l2');
    await rerender({ session: sessionWith('l2', { at, later: null }).session });
    expect(document.querySelector('[data-verdict]')).toBeNull();
    expect(region('Comparison')).toHaveTextContent(sentence);
  });
});

describe('the tolerance', () => {
  it('is a slider from 0 to 20 points in halves', async () => {
    const { send } = show('l2');
    const slider = screen.getByRole('slider', { name: 'Accuracy within counts as a match' });
    expect(slider).toHaveAttribute('max', '20');
    expect(slider).toHaveAttribute('step', '0.5');
    expect(slider).toHaveAttribute('aria-valuetext', '0 points');
    await fireEvent.input(slider, { target: { value: '2.5' } });
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'SET_TOLERANCE', points: 2.5 });
  });

  it('says whether the pair would be a match, and what that hides', async () => {
    const pair = pairNamed('l2');
    const props = { most: 20, onset: vi.fn() };
    const { rerender } = render(Tolerance, { ...props, view: toleranceView(pair, 1) });
    expect(screen.getByRole('status')).toHaveTextContent('No match: the scores are 14 points apart.');
    expect(screen.getByText('From 14 points on it would be a match, yet')).toBeInTheDocument();
    await rerender({ ...props, view: toleranceView(pair, 15) });
    expect(screen.getByRole('status')).toHaveTextContent('Counts as a match');
    expect(within(screen.getByRole('list')).getAllByRole('listitem')[0]).toHaveTextContent(
      '28 of 100 penguins are classified differently'
    );
  });
});

describe('the decision maps', () => {
  it('are three, of both runs and of their difference', () => {
    show('l2');
    expect(map(/^Decision map of the then run\./)).toBeInTheDocument();
    expect(map(/^Decision map of the later run\./)).toBeInTheDocument();
    expect(
      map(/^Map of the difference\. The two models would answer differently on \d+% of this map\./)
    ).toBeInTheDocument();
    expect(region('Decision maps').querySelectorAll('[role="listbox"]')).toHaveLength(3);
  });

  it('look at the same penguin, which is told below', async () => {
    const { user } = show('l2');
    map(/^Map of the difference/).focus();
    await user.keyboard('{ArrowRight}');
    const [first, ...others] = looked();
    expect(others).toEqual([first, first]);
    expect(region('Decision maps')).toHaveTextContent(
      new RegExp(`Penguin ${first}: bill .* · Then: .* · Later: `)
    );
  });

  it('explain only what is on them', () => {
    const { unmount } = show('l2');
    expect(region('Decision maps')).toHaveTextContent('then female, later male');
    unmount();
    show('nothing');
    expect(region('Decision maps')).not.toHaveTextContent('then female, later male');
    expect(region('Decision maps')).not.toHaveTextContent('answered differently');
    expect(region('Decision maps')).not.toHaveTextContent('the models disagree');
    expect(region('Decision maps')).toHaveTextContent('Nowhere on this map');
  });

  it('hatch by direction only where each place has its own: on the map of the difference', () => {
    show('l2');
    const hatches = (name: RegExp) =>
      [...map(name).querySelectorAll('path')].flatMap(
        (path) => /^url\(.*-(\w+)\)$/.exec(path.getAttribute('fill') ?? '')?.[1] ?? []
      );
    expect(hatches(/^Decision map of the then run/)).toEqual(['disputed']);
    expect(hatches(/^Decision map of the later run/)).toEqual(['disputed']);
    expect(hatches(/^Map of the difference/)).toEqual(['male', 'female']);
    expect(region('Decision maps')).toHaveTextContent('the models disagree');
  });

  it('give way to a sentence where the runs look at other measurements', () => {
    show('features');
    expect(region('Decision maps').querySelectorAll('[role="listbox"]')).toHaveLength(2);
    expect(region('Decision maps')).toHaveTextContent('There is no map of the difference');
    expect(region('Decision maps')).toHaveTextContent('→ bill depth, ↑ flipper length');
  });

  it('are a table, too', async () => {
    const { container } = show('l2');
    const details = region('Decision maps').querySelector('details')!;
    expect(details).toHaveTextContent('Table: what both runs said of 100 test penguins');
    expect(container.querySelectorAll('details table')).toHaveLength(1);
    details.open = true;
    await fireEvent(details, new Event('toggle'));
    expect(details.querySelectorAll('tbody tr')).toHaveLength(100);
    expect(details.querySelector('caption')).toHaveTextContent('What both runs said of each test penguin');
    expect(details.querySelector('[role="region"]')).toHaveAttribute('tabindex', '0');
  });
});

describe('the flipped penguins', () => {
  it('are a table with a row each', () => {
    const { pair } = show('reversed');
    const table = region('Flipped penguins').querySelector('table')!;
    expect(table.querySelector('caption')).toHaveTextContent(
      'Penguins that the two runs classify differently'
    );
    expect([...table.querySelectorAll('thead th')].map((th) => th.textContent)).toEqual([
      'Penguin',
      'Species',
      'Island',
      'Bill length, mm',
      'Body mass, g',
      'True sex',
      'Then said',
      'Later said',
      'Right'
    ]);
    expect(table.querySelectorAll('tbody tr')).toHaveLength(6);
    expect(pair.then.accuracy).toEqual(pair.later.accuracy);
  });

  it('are shown on all maps when they are focused or pointed at', async () => {
    const { user } = show('reversed');
    const [first, second] = within(region('Flipped penguins')).getAllByRole('button');
    first!.focus();
    await vi.waitFor(() =>
      expect(looked()).toEqual([first, first, first].map((button) => button!.textContent.trim()))
    );
    expect(first).toHaveAccessibleName(`Penguin ${first!.textContent.trim()}, show on the maps`);
    await user.hover(second!);
    expect(looked()).toEqual(Array(3).fill(second!.textContent.trim()));
    await user.unhover(second!);
    expect(looked()).toEqual([]);
  });

  it('are a sentence when there are none', () => {
    show('nothing');
    expect(region('Flipped penguins')).toHaveTextContent('No penguin is classified differently.');
    expect(region('Flipped penguins').querySelector('table')).toBeNull();
  });
});

describe('the loss curves', () => {
  it('are a picture that says what it shows, and a table', () => {
    show('l2');
    const losses = region('Loss curves');
    expect(within(losses).getByRole('img')).toHaveAccessibleName(
      /^Loss of both runs, epoch by epoch\. The curves first differ/
    );
    expect(losses).toHaveTextContent('Mean cross-entropy on the training rows, nats');
    expect([...losses.querySelectorAll('tbody th')].map((th) => th.textContent)).toContain('100');
    expect(losses.querySelector('caption')).toHaveTextContent('Loss of both runs, in nats');
  });
});
