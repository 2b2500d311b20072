import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Browser from '$lib/components/lab/browser/Browser.svelte';
import type { MathProbe } from '$lib/trainer/lab';
import { browserView } from '$lib/views/lab/browser/view';
import type { Work } from '$lib/machine/work';
import { equalProbe, mathProbe } from '../../unit/views/lab/browser/math-probes';
import { heard } from '../support/heard';
import { because } from '$lib/experiment/reason';

function show(work: Work<MathProbe>) {
  const calls = { onrun: vi.fn(), oncancel: vi.fn(), onsetup: vi.fn() };
  const view = browserView(work);
  const { rerender } = render(Browser, { view, ...calls });
  const become = (next: Work<MathProbe>) => rerender({ view: browserView(next), ...calls });
  return { calls, view, become, user: userEvent.setup() };
}

const done = (result: MathProbe) => ({ at: 'done', result }) as const;
const button = (name: string) => screen.getByRole('button', { name });
const bar = () => screen.queryByRole('progressbar', { name: 'Progress of the test' });
const table = (name: RegExp | string) => screen.getByRole('table', { name });
const tableOf = (name: string) => `${name}: portable and this browser’s own`;
const cellOf = (inTable: HTMLElement, row: string) =>
  within(within(inTable).getByRole('rowheader', { name: row }).closest('tr')!).getAllByRole('cell');

describe('the test of your own browser', () => {
  it('waits to be started, and already says why it matters', async () => {
    const { calls, user } = show({ at: 'idle' });
    expect(screen.getByRole('region', { name: 'Your own browser' })).toBeInTheDocument();
    expect(bar()).toBeNull();
    expect(screen.queryByRole('region', { name: 'Bit for bit' })).toBeNull();
    expect(screen.getByRole('link', { name: 'ECMA-262, the Math object' })).toHaveAttribute(
      'href',
      'https://tc39.es/ecma262/#sec-math-object'
    );
    expect(table('What other engines gave')).toHaveTextContent(
      'differs from the portable one on 9.6% of inputs'
    );
    await user.click(button('Test this browser'));
    expect(calls.onrun).toHaveBeenCalledOnce();
  });

  it('shows how far it is, is not started twice, and can be cancelled', async () => {
    const { calls, user } = show({ at: 'running', progress: { done: 13, total: 42 } });
    expect(bar()).toHaveAttribute('value', '13');
    expect(bar()).toHaveAttribute('max', '42');
    expect(screen.getByText('650,000 of 2,000,000 inputs tried')).toBeInTheDocument();
    expect(button('Test this browser')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Test this browser'));
    expect(calls.onrun).not.toHaveBeenCalled();
    await user.click(button('Cancel test'));
    expect(calls.oncancel).toHaveBeenCalledOnce();
  });

  it('keeps the focus where work is started, when “Cancel” goes away', async () => {
    const { become, user } = show({ at: 'running', progress: null });
    await user.click(button('Cancel test'));
    await become({ at: 'cancelled' });
    expect(button('Test again')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Cancelled before it was done.');
  });

  it('says what went wrong, and can be tried again', () => {
    show({ at: 'failed', kind: 'broken', reason: because('broke-down') });
    expect(screen.getByRole('status')).toHaveTextContent(
      'The test stopped. The trainer broke down. Try again.'
    );
    expect(button('Test again')).toBeInTheDocument();
  });

  it('has a table for each function', () => {
    show(done(mathProbe));
    const exp = table(tableOf('exp'));
    expect(exp).toHaveTextContent('All 1,000,000 results are equal, to the last bit.');
    expect(cellOf(exp, 'Share').map(heard)).toEqual(['0%']);
    expect(within(exp).queryByRole('rowheader', { name: 'Worst input' })).toBeNull();
    const tanh = table(tableOf('tanh'));
    expect(tanh).toHaveTextContent('109,537 of 1,000,000 results differ.');
    expect(cellOf(tanh, 'Worst input').map(heard)).toEqual(['-0.5']);
    expect(cellOf(tanh, 'Portable').map(heard)).toEqual(['1 in hexadecimal 3ff0000000000000']);
    expect(cellOf(tanh, 'This browser').map(heard)).toEqual([
      '1.0000000000000004 in hexadecimal 3ff0000000000002'
    ]);
    expect(cellOf(tanh, 'Distance').map(heard)).toEqual(['2 ULP, 1 of 64 bits differs']);
  });

  it('marks the bits that differ', () => {
    show(done(mathProbe));
    const [portable] = cellOf(table(tableOf('tanh')), 'Portable');
    const bits = [...portable!.querySelectorAll('i')];
    expect(bits).toHaveLength(64);
    expect(bits.flatMap((bit, index) => (bit.classList.contains('differs') ? [index] : []))).toEqual([62]);
  });

  it('has a table for each training, with a verdict', () => {
    const { view } = show(done(mathProbe));
    for (const run of view.result!.runs) {
      const runs = table(`Learning rate ${run.rate}`);
      expect(cellOf(runs, 'Accuracy').map(heard)).toEqual(run.sides.map(({ result }) => result.percent));
      expect(within(runs).getByText(run.sides[1]!.result.shortDigest)).toHaveAttribute(
        'title',
        run.sides[1]!.result.digest
      );
      expect(screen.getByText(run.verdict)).toBeInTheDocument();
    }
  });

  it('sets a training up in the Lab', async () => {
    const { calls, view, user } = show(done(mathProbe));
    await user.click(button('Set this up in the Lab: platform math at learning rate 5'));
    expect(calls.onsetup.mock.calls).toEqual([[view.result!.runs[1]!.setup]]);
  });

  it('does without an explanation of bits where none differs', () => {
    show(done(equalProbe));
    expect(screen.queryByText(/^Each digit is hexadecimal/)).toBeNull();
  });
});
