import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Leak from '$lib/components/lab/leak/Leak.svelte';
import { leakView } from '$lib/views/lab/leak/view';
import { exams, first } from '../../unit/views/lab/leak/exams';
import { heard } from '../support/heard';

type Works = Parameters<typeof leakView>;

const idle = { at: 'idle' } as const;
const firstDone = { at: 'done', result: first } as const;
const freshDone = { at: 'done', result: exams } as const;

function show(...works: Works) {
  const calls = {
    onrunfirst: vi.fn(),
    oncancelfirst: vi.fn(),
    onrunfresh: vi.fn(),
    oncancelfresh: vi.fn(),
    onsetup: vi.fn()
  };
  render(Leak, { view: leakView(...works), ...calls });
  return { calls, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });
const table = (name: string) => screen.getByRole('table', { name });
const rowsOf = (name: string) =>
  within(table(name))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(heard));

describe('identical and still wrong', () => {
  it('begins with both recipes; fresh exams come after', async () => {
    const { calls, user } = show(idle, idle);
    expect(screen.queryByRole('button', { name: 'Draw fresh exams' })).toBeNull();
    expect(screen.getByText(/^First train both recipes above/)).toBeInTheDocument();
    await user.click(button('Train both recipes'));
    expect(calls.onrunfirst).toHaveBeenCalledOnce();
  });

  it('shows that the leak reproduces', () => {
    show(firstDone, idle);
    expect(rowsOf('Three runs on the first exam')).toEqual([
      ['The leak', '46 of 100', '90%', '45260916…8a61b'],
      ['The leak, trained again', '46 of 100', '90%', '45260916…8a61b'],
      ['The honest recipe', '100 of 100', '85%', '570cce69…98d40']
    ]);
    expect(screen.getByText(/identical, down to the last bit/)).toBeInTheDocument();
  });

  it('draws fresh exams, shows how far it is, and can be cancelled', async () => {
    const { calls, user } = show(firstDone, { at: 'running', progress: { done: 7, total: 60 } });
    expect(screen.getByRole('progressbar', { name: 'Progress of the fresh exams' })).toHaveAttribute(
      'value',
      '7'
    );
    await user.click(button('Cancel fresh exams'));
    expect(calls.oncancelfresh).toHaveBeenCalledOnce();
  });

  it('shows what they found: drawn, summed up, and one by one', () => {
    show(firstDone, freshDone);
    const drawing = screen.getByRole('img', { name: /^The leak’s choice: epoch 46: median 81\.5%/ });
    expect(drawing.querySelectorAll('circle')).toHaveLength(exams.length);
    expect(rowsOf('Claimed on the first exam, found on fresh ones')).toEqual([
      ['The leak’s choice: epoch 46', '90%', '81.5%', '74% to 88%', '0 of 20'],
      ['The honest recipe: last epoch', '85%', '83.5%', '78% to 88%', '6 of 20'],
      [
        'The leak again: best epoch of each fresh exam',
        'another each time',
        '86%',
        '83% to 91%',
        'always, by design'
      ]
    ]);
    // Folded away, and there: the queries by role do not look into what is closed.
    const all = screen.getByText('Test accuracy on each fresh exam').closest('table')!;
    expect(all.querySelectorAll('tbody tr')).toHaveLength(exams.length);
    expect([...all.querySelector('tbody tr')!.children].map(heard)).toEqual(['1', '82%', '85%', '86%']);
  });

  it('ends with what was computed, the moral and its sources', () => {
    show(firstDone, freshDone);
    const end = within(screen.getByRole('region', { name: '3. Necessary, not sufficient' }));
    expect(end.getByText(/On 20 fresh exams its choice has a median of 81\.5%/)).toBeInTheDocument();
    expect(end.getByText('Reproducible is necessary, not sufficient.')).toBeInTheDocument();
    expect(end.getByText(/picked .* after we had seen the test accuracy/)).toBeInTheDocument();
    expect(end.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://scikit-learn.org/stable/common_pitfalls.html',
      'https://doi.org/10.1016/j.patter.2023.100804'
    ]);
  });

  it('computes nothing before there is something to compute', () => {
    show(firstDone, idle);
    expect(screen.queryByText(/On 20 fresh exams/)).toBeNull();
    expect(screen.getByText('Reproducible is necessary, not sufficient.')).toBeInTheDocument();
  });

  it('can be set up in the Lab', async () => {
    const { calls, user } = show(idle, idle);
    await user.click(button('Set this up in the Lab'));
    expect(calls.onsetup).toHaveBeenCalledOnce();
  });
});
