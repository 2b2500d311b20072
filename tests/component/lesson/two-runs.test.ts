import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import TwoRuns from '$lib/components/lesson/two-runs/TwoRuns.svelte';
import type { DriftId } from '$lib/experiment';
import { lesson as words } from '$lib/lesson';
import { lessonAt } from '../../unit/machine/lesson/driver';
import { realLesson, stateAt } from '../../unit/views/lesson/real-lesson';
import { showLesson } from '../support/show-lesson';
import { calls, propsOf, region, run, show, showVerdict, verdict, verdictCame } from '../support/two-runs';

afterEach(() => {
  for (const call of Object.values(calls)) call.mockReset();
  vi.restoreAllMocks();
});

describe('the two runs', () => {
  it('are a region, then and later, with what they were trained and tested on', () => {
    show(stateAt(0));
    expect(screen.getByRole('region', { name: 'Two runs' })).toBe(region());
    expect(within(region()).getByRole('heading', { level: 2 })).toHaveTextContent(
      'Two runs, really trained in this page'
    );
    expect(within(run('then')).getByRole('heading', { level: 3 })).toHaveTextContent('Then');
    expect(within(run('later')).getByRole('heading', { level: 3 })).toHaveTextContent('Later');
    expect(within(region()).getByText('penguins · 233 train · 100 test')).toBeInTheDocument();
  });

  it('do without the numbers of the data until the trainer has told them', () => {
    render(TwoRuns, { ...propsOf(stateAt(0)), testSet: null });
    expect(region()).not.toHaveTextContent('train ·');
  });

  it('say when they will be trained, before they are', () => {
    show(stateAt(0));
    expect(run('then')).toHaveTextContent('Trained at step 1');
    expect(run('later')).toHaveTextContent('Retrained at step 4');
  });

  it('show the accuracy, of how many, and the digest in full to whoever asks', () => {
    const state = stateAt(4);
    show(state);
    const accuracy = within(run('then')).getByText('85%');
    expect(accuracy).toHaveAttribute('title', '85 of 100 test penguins right');
    const digest = within(run('then')).getByText('570cce69…98d40');
    expect(digest).toHaveAttribute('title', `SHA-256 of all weights: ${state.then?.digest}`);
  });

  it('name the environment of each run, and mark the one that is not what was saved', () => {
    show(stateAt(3, 'library-default'));
    expect(within(run('then')).getByText('env v1')).not.toHaveClass('drifted');
    expect(within(run('later')).getByText('env v2')).toHaveClass('drifted');
  });
});

describe('what a run reached', () => {
  it('is called accuracy, and its loss curve has words', () => {
    show(stateAt(0));
    expect(within(run('then')).queryByText('Accuracy')).toBeNull();
    expect(within(run('then')).queryByRole('img')).toBeNull();
    cleanup();
    show(stateAt(1));
    expect(run('then').querySelector('.accuracy')).toHaveTextContent('Accuracy 85%');
    expect(within(run('then')).getByRole('img', { name: /^Loss curve/ })).toHaveAccessibleName(
      /^Loss curve: from 0\.\d{3} after the first epoch to 0\.\d{3} after epoch \d+$/
    );
  });
});

describe('the fingerprint', () => {
  const drawn = (name: 'then' | 'later', what: string) => [
    ...within(run(name))
      .getByRole('img', { name: /^Fingerprint/ })
      .querySelectorAll(what)
  ];
  const bars = (name: 'then' | 'later') => drawn(name, 'rect:not(.mark)');
  const marks = (name: 'then' | 'later') => drawn(name, '.mark').length;
  const differing = (name: 'then' | 'later') =>
    bars(name).flatMap((bar, index) => (bar.classList.contains('differs') ? [index] : []));

  it('is a picture of 32 bars, named by the digest', () => {
    show(stateAt(5));
    expect(within(run('then')).getByRole('img', { name: /^Fingerprint/ })).toHaveAccessibleName(
      'Fingerprint of the weights: 570cce69…98d40'
    );
    expect(bars('then')).toHaveLength(32);
    expect(differing('later')).toEqual([]);
  });

  it('marks what differs by more than a colour', () => {
    const lesson = realLesson('library-default');
    showLesson(TwoRuns, lesson, propsOf);
    lesson.goTo(5);
    expect(marks('later')).toBe(0);
    lesson.judge();
    expect(marks('later')).toBe(lesson.state.comparison?.differingBytes.length);
    expect(marks('then')).toBe(0);
  });

  it('says and marks on the later run how many bytes differ, once the verdict has fallen', () => {
    const lesson = realLesson('library-default');
    showLesson(TwoRuns, lesson, propsOf);
    lesson.goTo(5);
    expect(differing('later')).toEqual([]);
    lesson.judge();
    const bytes = lesson.state.comparison?.differingBytes ?? [];
    expect(bytes.length).toBeGreaterThan(20);
    expect(differing('later')).toEqual(bytes);
    expect(differing('then')).toEqual([]);
    expect(within(run('later')).getByRole('img', { name: /^Fingerprint/ })).toHaveAccessibleName(
      new RegExp(`, ${bytes.length} of 32 bytes differ$`)
    );
  });
});

describe('a training under way', () => {
  const progress = () => screen.queryByRole('progressbar', { name: 'Training progress' });

  it.each([
    ['training', 'then', 'later'],
    ['retraining', 'later', 'then']
  ] as const)('shows how far it is, %s, in the run that trains', (place, name, other) => {
    const lesson = lessonAt(place);
    showLesson(TwoRuns, lesson, propsOf);
    expect(run(name)).toContainElement(progress());
    expect(within(run(other)).queryByRole('progressbar')).toBeNull();
    lesson.trainer.current.epoch();
    lesson.trainer.current.epoch();
    expect(progress()).toHaveAttribute('max', '100');
    expect(progress()).toHaveAttribute('value', '2');
    expect(run(name)).toHaveTextContent('epoch 2 of 100');
  });

  it('grows its loss curve with each epoch', () => {
    const lesson = lessonAt('training');
    showLesson(TwoRuns, lesson, propsOf);
    const curve = () => run('then').querySelector('.curve path')?.getAttribute('d') ?? '';
    lesson.trainer.current.epoch(0.6);
    lesson.trainer.current.epoch(0.5);
    const two = curve();
    lesson.trainer.current.epoch(0.4);
    expect(curve().startsWith(two)).toBe(true);
    expect(curve().length).toBeGreaterThan(two.length);
  });

  it('can be cancelled', async () => {
    const user = userEvent.setup();
    show(lessonAt('training').state);
    await user.click(screen.getByRole('button', { name: 'Cancel training' }));
    expect(calls.oncancel).toHaveBeenCalledOnce();
  });

  it('gives way to its result', () => {
    const lesson = lessonAt('training');
    showLesson(TwoRuns, lesson, propsOf);
    lesson.trainer.current.finish();
    expect(progress()).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel training' })).toBeNull();
    expect(run('then')).toHaveTextContent('85%');
  });
});

describe('the verdict', () => {
  it('is announced as pending until it can fall', () => {
    show(stateAt(1));
    expect(verdict()).toBeNull();
    expect(within(region()).getByText(words.runs.pending)).toBeInTheDocument();
  });

  it('takes the place of what said that it would come, as soon as it has been loaded', async () => {
    show(stateAt(5));
    expect(within(region()).queryByText(words.runs.pending)).toBeNull();
    await verdictCame();
  });

  it.each<[string, DriftId[], string, string, RegExp[]]>([
    ['a match', [], 'match', '=', [/^Identical, down to the last bit of all 33 weights$/, /^0 of 100/]],
    ['other bits', ['float32'], 'match', '≈', [/^Every prediction is the same, but/, /precision went from/]],
    [
      'a mismatch',
      ['library-default'],
      'differs',
      '≠',
      [/^28 of 100 .* differently$/, /l2 went from 0 to 0.01/]
    ]
  ])('says in words and by a sign what it is: %s', (_, drifts, outcome, sign, sentences) => {
    showVerdict(stateAt(5, ...drifts));
    expect(verdict()).toHaveAttribute('data-verdict', outcome);
    const drawnSign = within(verdict()!).getByText(sign);
    expect(drawnSign).toHaveAttribute('aria-hidden', 'true');
    for (const sentence of sentences) expect(within(verdict()!).getByText(sentence)).toBeInTheDocument();
  });

  it('leads from a match to letting something differ', async () => {
    const user = userEvent.setup();
    showVerdict(stateAt(5));
    await user.click(screen.getByRole('button', { name: 'Now let something differ' }));
    expect(calls.ondiffer).toHaveBeenCalledOnce();
  });

  it('leads from a mismatch to its cause', async () => {
    const user = userEvent.setup();
    showVerdict(stateAt(5, 'library-default'));
    await user.click(screen.getByRole('button', { name: 'Find the cause' }));
    expect(calls.oninvestigate).toHaveBeenCalledOnce();
    expect(calls.ondiffer).not.toHaveBeenCalled();
  });

  it('points at the causes once they are shown', () => {
    showVerdict(stateAt(6, 'library-default'));
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute('href', '#investigation');
    expect(screen.queryByRole('button', { name: 'Find the cause' })).toBeNull();
  });

  it('leads only to the Lab from a match in which something differs', () => {
    showVerdict(stateAt(5, 'float32'));
    expect(within(verdict()!).queryByRole('button')).toBeNull();
    expect(within(verdict()!).getAllByRole('link')).toHaveLength(1);
  });

  it('opens the Lab with the same differences, and not where nothing differs', () => {
    const { unmount } = showVerdict(stateAt(5, 'rows-reversed', 'float32'));
    expect(within(verdict()!).getByRole('link', { name: 'Open this in the Lab' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/lab\/\?drifts=float32,rows-reversed$/)
    );
    unmount();
    showVerdict(stateAt(5));
    expect(within(verdict()!).queryByRole('link', { name: 'Open this in the Lab' })).toBeNull();
  });

  it('leads from a match to a thousand re-runs', () => {
    showVerdict(stateAt(5));
    expect(within(verdict()!).getByRole('link', { name: 'A thousand re-runs' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/lab\/\?view=spread$/)
    );
  });
});

describe('the question before the comparison', () => {
  const question = () => screen.queryByRole('group', { name: 'Before you compare: match or mismatch?' });
  const answer = (name: string) => screen.getByRole('button', { name });

  it('is a group named by the question, with nothing answered yet', () => {
    show(stateAt(3));
    expect(question()).toContainElement(answer('Match'));
    expect(question()).toContainElement(answer('Mismatch'));
    expect(answer('Match')).toHaveAttribute('aria-pressed', 'false');
    expect(answer('Mismatch')).toHaveAttribute('aria-pressed', 'false');
  });

  it('is asked only while the answer is open', () => {
    const lesson = realLesson();
    showLesson(TwoRuns, lesson, propsOf);
    const asked = ([2, 3, 4, 5] as const).map((step) => {
      lesson.goTo(step);
      return question() !== null;
    });
    lesson.judge();
    expect([...asked, question() !== null]).toEqual([false, true, true, false, false]);
  });

  it('calls back with the answer, or with none', async () => {
    const user = userEvent.setup();
    show(stateAt(3));
    await user.click(answer('Mismatch'));
    await user.click(answer('Match'));
    expect(calls.onpredict.mock.calls).toEqual([['mismatch'], ['match']]);
    await user.click(answer('Skip'));
    expect(calls.onskip).toHaveBeenCalledOnce();
  });

  it('shows the answer as pressed; it can be changed, and no longer be skipped', async () => {
    const lesson = realLesson();
    lesson.goTo(3);
    calls.onpredict.mockImplementation((given) => lesson.send({ type: 'PREDICT', answer: given }));
    showLesson(TwoRuns, lesson, propsOf);
    const user = userEvent.setup();
    await user.click(answer('Match'));
    expect(answer('Match')).toHaveAttribute('aria-pressed', 'true');
    expect(answer('Match')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull();
    await user.click(answer('Mismatch'));
    expect(answer('Match')).toHaveAttribute('aria-pressed', 'false');
    expect(answer('Mismatch')).toHaveAttribute('aria-pressed', 'true');
    lesson.goTo(5);
    lesson.judge();
    await verdictCame();
    expect(verdict()).toHaveTextContent(
      'You predicted mismatch. This is a surprise, and a good reason to investigate.'
    );
  });

  it('goes away when it is skipped, and is not asked again', async () => {
    const lesson = realLesson();
    lesson.goTo(3);
    calls.onskip.mockImplementation(() => lesson.send('SKIP_PREDICTION'));
    showLesson(TwoRuns, lesson, propsOf);
    await userEvent.setup().click(answer('Skip'));
    expect(question()).toBeNull();
    lesson.goTo(2);
    lesson.goTo(3);
    expect(question()).toBeNull();
  });
});
