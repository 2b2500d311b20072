import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Claims from '$lib/components/verify/Claims.svelte';
import Judgement from '$lib/components/verify/Judgement.svelte';
import ManifestList from '$lib/components/verify/ManifestList.svelte';
import OpenReceipt from '$lib/components/verify/OpenReceipt.svelte';
import { BASELINE } from '$lib/experiment';
import { receiptOf } from '$lib/experiment/receipt';
import type { VerifyState } from '$lib/machine/verify';
import { judge } from '$lib/receipt';
import { claimsView } from '$lib/views/verify/claims';
import { runView } from '$lib/views/verify/run';
import { judgementView } from '$lib/views/verify/verdict';
import { verdicts } from '$lib/lesson/verdicts';
import { realRun } from '../unit/machine/fake-trainer';
import { heard } from './support/heard';
import { forge, receiptOfCase, trained, VERDICT_CASES } from '../unit/receipt/verdicts';
import { withFields } from '../unit/trainer/manifests';

const { record } = realRun(BASELINE);
const receipt = receiptOf(record, 'mismatch');
const state: VerifyState = {
  at: 'claims',
  receipt,
  refusal: null,
  record: null,
  progress: null,
  failure: null
};
const calls = {
  onrun: vi.fn(),
  oncancel: vi.fn(),
  onclose: vi.fn(),
  onfiles: vi.fn(),
  ontext: vi.fn(),
  onsample: vi.fn()
};

describe('the ways in', () => {
  const show = (dragging = false) => render(OpenReceipt, { dragging, ...calls });

  it('take a file, and the same one twice', async () => {
    const user = userEvent.setup();
    show();
    const file = new File(['{}'], 'receipt.json', { type: 'application/json' });
    const input = screen.getByLabelText<HTMLInputElement>('Choose a file');
    await user.upload(input, file);
    expect(calls.onfiles).toHaveBeenCalledWith([file]);
    expect(input.value).toBe('');
  });

  it('take a text', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('textbox', { name: 'Or paste a link, or the text of a receipt' }));
    await user.paste('r1.abc');
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    expect(calls.ontext).toHaveBeenCalledWith('r1.abc');
  });

  it('say that something is being dragged', () => {
    show(true);
    expect(screen.getByText('Let go to open it.')).toBeVisible();
  });
});

describe('the claims', () => {
  const propsOf = (now: VerifyState) => ({ view: claimsView(receipt), run: runView(now)!, ...calls });

  it('lead to the button that runs them', async () => {
    render(Claims, propsOf(state));
    expect(screen.getByRole('region', { name: 'What it claims' })).toHaveTextContent('85 of 100 right');
    expect(screen.getByText(receipt.result.digest)).toBeVisible();
    expect(screen.getByText(receipt.result.predictionsDigest)).toBeVisible();
    expect(screen.getByText('Its maker had predicted: mismatch.')).toBeVisible();
    const run = screen.getByRole('button', { name: 'Run it again' });
    expect(run).toHaveFocus();
    await userEvent.setup().click(run);
    expect(calls.onrun).toHaveBeenCalledOnce();
  });

  it('show how far the re-run is, and cancel it', async () => {
    const progress = { epoch: 50, epochs: 100, lossCurve: [] };
    render(Claims, propsOf({ ...state, at: 'retraining', progress }));
    expect(screen.getByRole('progressbar', { name: 'Training progress' })).toHaveValue(50);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Cancel' }));
    expect(calls.oncancel).toHaveBeenCalledOnce();
  });

  it('can be closed', async () => {
    render(Claims, propsOf(state));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Close this receipt' }));
    expect(calls.onclose).toHaveBeenCalledOnce();
  });
});

it('the manifest marks what is not the lesson’s, in words', () => {
  const { container } = render(ManifestList, {
    view: claimsView({ ...receipt, manifest: withFields({ 'code.l2': 0.01 }) })
  });
  expect(container.querySelectorAll('.marked')).toHaveLength(1);
  expect(container.querySelector('[data-field="code.l2"]')).toHaveTextContent('0.01 lesson: 0');
});

describe('the verdict', () => {
  it.each(VERDICT_CASES)('on a claim that is $name shows it as $outcome', (one) => {
    const claimed = receiptOfCase(one);
    const rerun = trained(claimed.manifest);
    const view = judgementView(
      claimed,
      rerun && { ...record, ...rerun },
      judge(claimed, rerun),
      'Netscape 4'
    );
    const { container } = render(Judgement, { view });
    const holds = one.outcome === 'same' || one.outcome === 'equivalent';
    const shown = one.outcome === 'undecided' ? 'undecided' : holds ? 'match' : 'differs';
    expect(container.querySelector('[data-verdict]')).toHaveAttribute('data-verdict', shown);
    expect(screen.getByText(verdicts[one.finding].title)).toBeVisible();
    expect(screen.getByText(verdicts[one.finding].why)).toBeVisible();
    expect(screen.queryAllByRole('img', { name: /^Fingerprint of the weights/ })).toHaveLength(rerun ? 2 : 1);
    for (const row of container.querySelectorAll('[data-part]')) {
      const differs = one.differs.some((part) => part === row.getAttribute('data-part'));
      expect(row).toHaveTextContent(differs ? /differs$/ : /the same$/);
    }
    if (!holds) expect(container.querySelector('.said.match, .match.here')).toBeNull();
    const word = one.outcome === 'undecided' ? 'undecided' : holds ? 'match' : 'no match';
    for (const rung of container.querySelectorAll('[data-rung].here .counts'))
      expect(rung).toHaveTextContent(word);
  });

  it('has the ladder, each part in its row, and the engine', () => {
    const claimed = { ...receipt, result: forge(receipt.result, ['weights']) };
    render(Judgement, {
      view: judgementView(claimed, record, judge(claimed, record), 'Netscape 4')
    });
    const rungs = within(screen.getByRole('list', { name: 'Match ladder' })).getAllByRole('listitem');
    expect(rungs.map((rung) => rung.getAttribute('aria-current'))).toEqual([null, 'true', null, null]);
    expect(rungs.map((rung) => rung.querySelector('.counts')?.textContent.trim())).toEqual([
      'match',
      'no match',
      'no match',
      'no match'
    ]);
    const cells = screen.getAllByRole('row').map((row) => [...row.children].map(heard));
    expect(cells[0]).toEqual(['Part', 'Claimed', 'Re-run here', 'Verdict']);
    expect(cells[1]).toEqual(['Accuracy', '85 of 100', '85 of 100', 'the same']);
    expect(cells.slice(2).map(([part, , , verdict]) => [part, verdict])).toEqual([
      ['Weights', 'differs'],
      ['Predictions', 'the same']
    ]);
    expect(screen.getByText('Netscape 4')).toBeVisible();
    expect(screen.getByText('Not checked, because a re-run cannot tell')).toBeVisible();
    expect(screen.getByText('name of the environment, prediction')).toBeVisible();
  });
});
