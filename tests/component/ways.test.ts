import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Growth from '$lib/components/cost/Growth.svelte';
import Measure from '$lib/components/cost/Measure.svelte';
import PythonToo from '$lib/components/cost/PythonToo.svelte';
import Yours from '$lib/components/cost/Yours.svelte';
import DeepQuestion from '$lib/components/deep/Question.svelte';
import WayLinks from '$lib/components/page/WayLinks.svelte';
import Ways from '$lib/components/page/Ways.svelte';
import AllCards from '$lib/components/review/AllCards.svelte';
import ReviewQuestion from '$lib/components/review/Question.svelte';
import TakeWith from '$lib/components/review/TakeWith.svelte';
import BitTerm from '$lib/components/terms/BitTerm.svelte';
import EpochTerm from '$lib/components/terms/EpochTerm.svelte';
import FingerprintTerm from '$lib/components/terms/FingerprintTerm.svelte';
import SeedTerm from '$lib/components/terms/SeedTerm.svelte';
import SplitTerm from '$lib/components/terms/SplitTerm.svelte';
import SquareTerm from '$lib/components/terms/SquareTerm.svelte';
import WeightTerm from '$lib/components/terms/WeightTerm.svelte';
import Envelope from '$lib/components/why/Envelope.svelte';
import Evidence from '$lib/components/why/Evidence.svelte';
import Figure from '$lib/components/why/Figure.svelte';
import { BASELINE, type Digest } from '$lib/experiment';
import { review as reviewWords } from '$lib/lesson/review';
import type { Measured } from '$lib/machine/cost/plan';
import type { Answers } from '$lib/machine/deep/questions';
import { keyOf, manifestsOf } from '$lib/machine/review/cards';
import { freshProgress, withAnswer } from '$lib/machine/review/progress';
import { dealt, schedule } from '$lib/machine/review/schedule';
import { judge } from '$lib/receipt';
import { describeTestSet } from '$lib/trainer';
import { deepView } from '$lib/views/deep/view';
import { questionView, type QuestionState } from '$lib/views/review/question';
import { quadrantManifest } from '$lib/views/terms/try';
import { CLAIMS, judgedCase } from '$lib/views/why/evidence';
import { figureText, figureView, FIGURES } from '$lib/views/why/figures';
import { WAYS } from '$lib/views/ways';
import { traces } from '../unit/machine/deep/traces';
import { realDataset, realRun } from '../unit/machine/fake-trainer';
import { heard } from './support/heard';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const slider = (name: string) => screen.getByRole('slider', { name });
/** The region that says what came of something; an `output` beside a slider is one too, and says no more than its value. */
const status = () => document.querySelector<HTMLElement>('[role="status"]')!;

/** Moves a slider, as a drag does. */
const slide = (name: string, value: number) => fireEvent.input(slider(name), { target: { value } });

const baseline = realRun(BASELINE);
const testSet = describeTestSet(BASELINE, realDataset);

describe('the ways', () => {
  it('are all offered, each with its time, and the page that one is on is told', () => {
    render(Ways);
    const links = within(screen.getByRole('navigation', { name: 'Ways' })).getAllByRole('link');
    expect(links).toHaveLength(WAYS.length);
    for (const [index, { minutes }] of WAYS.entries()) {
      expect(links[index]).toHaveTextContent(new RegExp(`\\b${minutes}\\b`));
    }
    expect(links.filter((link) => link.hasAttribute('aria-current')).map(heard)).toEqual([
      expect.stringContaining('Visual')
    ]);
  });

  it('lead from one to another', () => {
    render(WayLinks, { current: 'cost' });
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Cost');
    expect(screen.getByRole('link', { name: 'Case' })).toHaveAttribute(
      'href',
      expect.stringMatching(/case\/$/)
    );
  });
});

describe('Why', () => {
  it('shows two claims and asks, with nothing said before', async () => {
    const onbelieve = vi.fn();
    render(Envelope, { belief: null, onbelieve });
    const group = within(screen.getByRole('group', { name: 'Which number do you believe?' }));
    expect(group.queryByRole('button', { pressed: true })).toBeNull();
    await userEvent.setup().click(group.getByRole('button', { name: 'Neither' }));
    expect(onbelieve).toHaveBeenCalledExactlyOnceWith('neither');
  });

  const trained = [CLAIMS.first, CLAIMS.second].map(({ manifest }) => realRun(manifest));
  const judged = (runs = trained) =>
    judgedCase(
      runs.map(({ record }, index) => ({
        record,
        verdict: judge([CLAIMS.first, CLAIMS.second][index]!, record)
      }))
    );
  const work = { at: 'done', result: trained } as const;
  const calls = { onrun: vi.fn(), oncancel: vi.fn() };

  it('says what the trainings found where it was listened for before', async () => {
    const shown = render(Evidence, { belief: 'first', work: { at: 'idle' }, judged: null, ...calls });
    const regions = screen.getAllByRole('status');
    expect(regions.map(heard).join('')).toBe('');
    await shown.rerender({ belief: 'first', work, judged: judged(), ...calls });
    const region = screen.getByText('Both claims are true.').closest<HTMLElement>('[role="status"]');
    expect(regions).toContain(region);
    expect(region).toHaveTextContent('l2: 0 in the first, 0.01 in the second');
  });

  it('tells no story that what was trained here does not bear out', () => {
    render(Evidence, { belief: 'first', work, judged: judged([trained[1]!, trained[1]!]), ...calls });
    expect(screen.queryByText('Both claims are true.')).toBeNull();
    expect(screen.queryByText(/A library had changed a default value/)).toBeNull();
  });

  it('draws a figure once it was guessed, and goes there', async () => {
    const onguess = vi.fn();
    const props = (guess: number | null) => ({
      view: figureView(FIGURES[0], guess),
      textOf: (value: number) => figureText(FIGURES[0], value),
      onguess
    });
    const shown = render(Figure, props(null));
    expect(document.body).not.toHaveTextContent('33%');
    await slide('Your guess', 60);
    onguess.mockImplementation((value: number) => shown.rerender(props(value)));
    await userEvent.setup().click(button('Show the figure'));
    expect(onguess).toHaveBeenCalledExactlyOnceWith(60);
    expect(await screen.findByText('33%')).toBeVisible();
    expect(document.activeElement).toHaveTextContent('27 points too high');
  });
});

describe('Terms', () => {
  it('deals the same shuffle from one seed, however often', async () => {
    render(SeedTerm);
    const deal = (name: string) => heard(screen.getByRole('list', { name }));
    const first = deal('First deal');
    await userEvent.setup().click(button('Deal both again'));
    expect([deal('First deal'), deal('Second deal')]).toEqual([first, first]);
    expect(status()).toHaveTextContent('Both deals are the same. Dealt 2 times from this seed.');
    await slide('Seed', 2);
    expect(screen.getByText(/Dealt 1 time from/)).toBeVisible();
    expect(deal('First deal')).not.toBe(first);
  });

  it('counts which penguins two splits share', async () => {
    const ondraw = vi.fn();
    const shown = render(SplitTerm, { testSet, split: null, ondraw });
    expect(status()).toHaveTextContent('Of the 100 test penguins, 100 also test');
    await slide('Seed of the split', 43);
    expect(ondraw).toHaveBeenCalledExactlyOnceWith(43);
    const ids = realRun({ ...BASELINE, data: { ...BASELINE.data, splitSeed: 43 } }).record.testIds;
    await shown.rerender({ testSet, split: { seed: 43, ids }, ondraw });
    const shared = ids.filter((id) => baseline.record.testIds.includes(id)).length;
    expect(status()).toHaveTextContent(`Of the 100 test penguins, ${shared} also test`);
  });

  it('scores a border that is moved by hand, and then a training', async () => {
    const ontrain = vi.fn();
    const shown = render(WeightTerm, { testSet, run: null, ontrain });
    const score = () => Number(/right for (\d+) of 100/.exec(document.body.textContent)?.[1]);
    const before = score();
    await slide('Where the border crosses', 6400);
    expect(score()).not.toBe(before);
    await userEvent.setup().click(button('Now train'));
    expect(ontrain).toHaveBeenCalledOnce();
    const region = status();
    await shown.rerender({ testSet, run: baseline, ontrain });
    expect(region).toHaveTextContent('The training is right for 85');
  });

  it('trains as many epochs as the slider says, and tells of those', async () => {
    const ontrain = vi.fn();
    const shown = render(EpochTerm, { run: null, ontrain });
    const region = status();
    await slide('Epochs', 100);
    expect(ontrain).toHaveBeenCalledExactlyOnceWith(100);
    await shown.rerender({ run: { epochs: 100, record: baseline.record }, ontrain });
    expect(region).toHaveTextContent('After 100 epochs this model is right for 85 of 100');
  });

  it('adds in two orders, which end in other bits', async () => {
    render(BitTerm);
    expect(status()).toHaveTextContent('All 64 bits are the same.');
    await userEvent.setup().selectOptions(screen.getByLabelText('Second sum'), '0.3 + 0.2 + 0.1');
    expect(status()).toHaveTextContent(/0\.6000000000000001, and .* gives 0\.6\. \d+ of 64 bits differ/);
  });

  it('flips one bit of one weight, and the whole fingerprint follows', async () => {
    const ontrain = vi.fn();
    const shown = render(FingerprintTerm, { run: null, ontrain });
    await userEvent.setup().click(button('Train, to have weights'));
    expect(ontrain).toHaveBeenCalledOnce();
    await shown.rerender({ run: baseline, ontrain });
    await slide('Bit to flip', 0);
    expect(status()).toHaveTextContent(/Weight 1 goes from .* differ\./);
    expect(Number(/(\d+) of the 32 bytes/.exec(heard(status()))?.[1])).toBeGreaterThan(24);
  });

  it('runs each of the four words', async () => {
    const onrun = vi.fn();
    const shown = render(SquareTerm, { squares: {}, onrun });
    const square = () => within(screen.getByRole('heading', { name: 'Robust' }).closest('li')!);
    const region = square().getByRole('status');
    await userEvent.setup().click(square().getByRole('button'));
    expect(onrun).toHaveBeenCalledExactlyOnceWith('robust');
    const later = realRun(quadrantManifest('robust')).record;
    await shown.rerender({ squares: { robust: [baseline.record, later] }, onrun });
    expect(region).toHaveTextContent(/^First 85%, now 83%/);
  });
});

describe('Deep', () => {
  it('tells nothing before it is answered, and then in place', async () => {
    const onanswer = vi.fn();
    const first = (answers: Answers) => deepView(traces, answers)!.questions[0]!;
    const shown = render(DeepQuestion, { view: first({}), onanswer });
    const region = status();
    expect(heard(region)).toBe('');
    expect(screen.queryByText(/The 16 numbers/)).toBeNull();
    await userEvent.setup().click(button('Yes: the same numbers'));
    expect(onanswer).toHaveBeenCalledExactlyOnceWith('same');
    await shown.rerender({ view: first({ sum: 'same' }), onanswer });
    expect(region).toHaveTextContent(/^It came out differently\. The sums differ in 2 of 64 bits/);
    expect(button('Yes: the same numbers')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/The 16 numbers/)).toBeVisible();
  });
});

describe('Cost', () => {
  const measured: Measured = {
    train: 6,
    digest: baseline.record.digest,
    bytes: 448,
    save: 0.01,
    hash: 0.04,
    bisect: { 3: { tries: 6, time: 40 }, 6: { tries: 13, time: 90 }, 8: { tries: 20, time: 150 } },
    many: 2500
  };
  const python = { took: 2600, digest: baseline.record.digest };
  const calls = { onrun: vi.fn(), oncancel: vi.fn() };
  const rowOf = (name: RegExp) => [...screen.getByRole('row', { name }).children].map(heard).join(' ').trim();

  it('has no figure before it has measured, and then a row for each', async () => {
    const shown = render(Measure, { work: { at: 'idle' }, python: null, ...calls });
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.setup().click(button('Measure'));
    expect(calls.onrun).toHaveBeenCalledOnce();
    await shown.rerender({ work: { at: 'done', result: measured }, python: null, ...calls });
    expect(rowOf(/^Search for the cause among 8/)).toContain('(20 tries) 150 milliseconds');
    expect(rowOf(/^Train once in Python/)).toContain('not run yet');
    await shown.rerender({ work: { at: 'done', result: measured }, python, ...calls });
    expect(rowOf(/^Train once in Python/)).toContain('2.6 seconds');
  });

  it('says of Python how many times as long it took, in a region that was there', async () => {
    const onmeasured = vi.fn();
    const shown = render(PythonToo, { measured, python: null, onmeasured });
    expect(screen.getByText(/It loads about 0\.25 MB\./)).toBeVisible();
    const region = status();
    await shown.rerender({ measured, python, onmeasured });
    expect(region).toHaveTextContent(/2\.6 seconds, 430 times .* gave the same bits/);
    await shown.rerender({ measured, python: { ...python, digest: 'ff' as Digest }, onmeasured });
    expect(region).toHaveTextContent(/gave other bits/);
  });

  it('turns it into another training', async () => {
    const onlength = vi.fn();
    const shown = render(Yours, { measured, length: 6, onlength });
    expect(slider('Your training takes')).toHaveAttribute('aria-valuetext', '1 hour');
    await slide('Your training takes', 9);
    expect(onlength).toHaveBeenCalledExactlyOnceWith(9);
    await shown.rerender({ measured, length: 9, onlength });
    const said = screen.getAllByRole('definition').map(heard);
    expect(said[2]).toBe('120 days');
    expect(said.at(-1)).toBe('0.05 milliseconds, and 448 bytes');
  });

  it('draws as many tries as it measured, and has them as a table', () => {
    render(Growth, { measured });
    expect(screen.getByRole('img').querySelectorAll('circle')).toHaveLength(3);
    expect(rowOf(/^8 /)).toBe('8 20 147 256');
  });
});

describe('Review', () => {
  const draw = dealt('kind-environment', freshProgress(7), 0);
  const records = manifestsOf(draw).map((manifest) => realRun(manifest).record);
  const key = keyOf('kind-environment', draw, records)!;
  const asked = { card: 'kind-environment', draw, key, records } as const;
  const other = draw.options.find((option) => option !== key)!;

  it('marks by the runs, which are shown then, and no earlier', async () => {
    const calls = { onchoose: vi.fn(), onhint: vi.fn(), oncheck: vi.fn(), onnext: vi.fn() };
    const props = (state: Partial<QuestionState>) => ({
      view: questionView(asked, { choice: null, hinted: false, checked: null, ...state }, 'May 3'),
      ...calls
    });
    const shown = render(ReviewQuestion, props({}));
    const user = userEvent.setup();
    await user.click(button('Check answer'));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose an answer first.');
    expect(calls.oncheck).not.toHaveBeenCalled();
    await shown.rerender(props({ choice: other }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
    await user.click(button('Check answer'));
    expect(calls.oncheck).toHaveBeenCalledOnce();
    await shown.rerender(props({ choice: other, checked: 'wrong' }));
    expect(screen.getByText(/^The runs say: .* comes on May 3\.$/)).toBeVisible();
    expect(screen.getAllByRole('radio').every((radio) => (radio as HTMLInputElement).disabled)).toBe(true);
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(1 + records.length);
    await user.click(button('Next question'));
    expect(calls.onnext).toHaveBeenCalledOnce();
  });

  it('counts what is due, new, later and learned: every kind of question once', () => {
    const now = 30_000_000;
    const cards = schedule(withAnswer(freshProgress(7), 'record', now, 3), now, now);
    render(AllCards, { cards });
    const counts = screen.getAllByRole('definition').map((each) => Number(heard(each)));
    expect(counts).toEqual([0, cards.length - 1, 1, 0]);
  });

  const take = {
    kept: true,
    answered: true,
    link: 'https://here.example/review/#p1~a',
    linkOutcome: 'none',
    brought: null,
    undoable: false,
    onfile: vi.fn(),
    oncalendar: vi.fn(),
    onbringfile: vi.fn(),
    onforget: vi.fn(),
    onundo: vi.fn()
  } as const;

  it('keeps what was pasted and refused, says why beside it, and clears what was taken', async () => {
    const user = userEvent.setup();
    const { problems } = reviewWords.notice;
    const onbring = vi.fn(() => false);
    const props = { ...take, oncopy: () => Promise.resolve(true), onbring };
    const shown = render(TakeWith, props);
    const field = screen.getByLabelText('Bring answers in: paste a link');
    const regions = screen.getAllByRole('status');
    await user.type(field, 'half a link');
    await user.click(button('Bring it in'));
    expect(onbring).toHaveBeenCalledExactlyOnceWith('half a link');
    expect(field).toHaveValue('half a link');
    await shown.rerender({ ...props, brought: { ok: false, said: problems.damaged } });
    expect(regions).toContain(screen.getByText(problems.damaged).closest('[role="status"]'));
    onbring.mockReturnValue(true);
    await user.click(button('Bring it in'));
    expect(field).toHaveValue('');
  });

  it('says plainly where nothing is kept, and selects the link that cannot be copied', async () => {
    const props = { ...take, kept: false, oncopy: () => Promise.resolve(false), onbring: () => true };
    render(TakeWith, props);
    expect(screen.getByText(/^This browser keeps nothing for this page/)).toBeVisible();
    await userEvent.setup().click(button('Copy link'));
    const field = screen.getByLabelText<HTMLInputElement>('Link to your answers');
    await vi.waitFor(() => expect(field.selectionEnd).toBe(take.link.length));
  });
});
