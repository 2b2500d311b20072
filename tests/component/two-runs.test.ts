import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import TwoRuns from '$lib/components/two-runs/TwoRuns.svelte';
import type { DriftId } from '$lib/experiment';
import { lesson as words } from '$lib/lesson';
import type { LessonState } from '$lib/machine';
import { MAP_SIZE, predictionView, runsView, verdictView } from '$lib/views';
import { lessonAt } from '../unit/machine/lesson-driver';
import { realLesson, stateAt } from '../unit/views/real-lesson';
import { showLesson } from './support/show-lesson';
import { bandsOf, penguinsOf, testSet } from './support/test-set';

const calls = {
  onpredict: vi.fn(),
  onskip: vi.fn(),
  oncancel: vi.fn(),
  oninvestigate: vi.fn(),
  ondiffer: vi.fn(),
  ontake: vi.fn()
};

/** With maps that nobody stands on, as long as the maps do not matter. */
const propsOf = (state: LessonState) => ({
  runs: runsView(state),
  verdict: verdictView(state),
  prediction: predictionView(state),
  testSet,
  penguins: [],
  bandsOf: () => [],
  ...calls
});

const withPenguins = (state: LessonState) => ({ ...propsOf(state), penguins: penguinsOf(state) });

const show = (state: LessonState) => render(TwoRuns, propsOf(state));
const showMaps = (state: LessonState) => render(TwoRuns, withPenguins(state));

const region = () => screen.getByText('Two runs').closest('section')!;
const run = (name: 'then' | 'later') => region().querySelector<HTMLElement>(`[data-run="${name}"]`)!;
// Asking for roles takes its time among 200 penguins: it is done once below, where the maps are proved.
const map = (name: 'then' | 'later') => run(name).querySelector<SVGElement>('[role="listbox"]')!;
const options = (name: 'then' | 'later') => [...map(name).querySelectorAll('[role="option"]')];
const looked = (name: 'then' | 'later') => map(name).querySelector('[role="option"][aria-selected="true"]');
const verdict = () => region().querySelector<HTMLElement>('[data-verdict]');

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

describe('the fingerprint', () => {
  const bars = (name: 'then' | 'later') => [...within(run(name)).getByRole('img').querySelectorAll('rect')];
  const differing = (name: 'then' | 'later') =>
    bars(name).flatMap((bar, index) => (bar.classList.contains('differs') ? [index] : []));

  it('is a picture of 32 bars, named by the digest', () => {
    show(stateAt(5));
    expect(within(run('then')).getByRole('img')).toHaveAccessibleName(
      'Fingerprint of the weights: 570cce69…98d40'
    );
    expect(bars('then')).toHaveLength(32);
    expect(differing('later')).toEqual([]);
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
    expect(within(run('later')).getByRole('img')).toHaveAccessibleName(
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

describe('a decision map', () => {
  it('is a list of the test penguins, named by its run and by how to walk it', () => {
    showMaps(stateAt(0));
    const [then, later, ...others] = screen.getAllByRole('listbox');
    expect(within(then).getAllByRole('option')).toHaveLength(100);
    expect(then).toBe(map('then'));
    expect(later).toBe(map('later'));
    expect(others).toHaveLength(0);
    expect(map('then')).toHaveAccessibleName(/^Decision map of the then run\. .*Arrow keys move/);
    expect(map('later')).toHaveAccessibleName(/^Decision map of the later run\. /);
    expect(options('then')).toHaveLength(100);
    for (const option of options('then')) {
      expect(option.getAttribute('aria-label')).toMatch(/^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male$/);
    }
  });

  it('tells the sexes apart by shape', () => {
    showMaps(stateAt(0));
    for (const option of options('later')) {
      const male = option.getAttribute('aria-label')?.endsWith(', male');
      expect(option.querySelector('rect') !== null, option.getAttribute('aria-label') ?? '').toBe(male);
    }
  });

  it('says of each penguin what each run said, as soon as it has', () => {
    const lesson = realLesson();
    showLesson(TwoRuns, lesson, withPenguins);
    const label = () => options('then')[0].getAttribute('aria-label');
    lesson.goTo(1);
    expect(label()).toMatch(/male · Then: (fe)?male$/);
    lesson.goTo(4);
    expect(label()).toMatch(/male · Then: (fe)?male · Later: (fe)?male$/);
  });

  it.each<DriftId>(['library-default', 'rng-algorithm'])(
    'rings on the later map exactly the penguins of which it says something else: %s',
    (drift) => {
      const state = stateAt(5, drift);
      showMaps(state);
      const labels = options('later').map((option) => option.getAttribute('aria-label') ?? '');
      const ringed = labels.filter((_, index) => options('later')[index].querySelector('.ring') !== null);
      const contradicted = labels.filter((label) => {
        const [, then, later] = /Then: (\w+) · Later: (\w+)$/.exec(label) ?? [];
        return then !== later;
      });
      expect(ringed).toEqual(contradicted);
      expect(ringed).toHaveLength(state.comparison?.flipped.length ?? 0);
      expect(map('then').querySelector('.ring')).toBeNull();
      expect(within(region()).getByText('said otherwise')).toBeInTheDocument();
    }
  );

  it('rings nothing before the verdict, nor when the runs agree', () => {
    const lesson = realLesson('library-default');
    showLesson(TwoRuns, lesson, withPenguins);
    lesson.goTo(4);
    expect(region().querySelector('.ring')).toBeNull();
    lesson.judge();
    lesson.send('TOGGLE_DRIFTS');
    lesson.goTo(5);
    lesson.judge();
    expect(verdict()).toHaveAttribute('data-verdict', 'match');
    expect(region().querySelector('.ring')).toBeNull();
    expect(within(region()).queryByText('said otherwise')).toBeNull();
  });

  it('draws what its own model says, alike when the weights are', () => {
    const drawn = (state: LessonState) => {
      const { unmount } = render(TwoRuns, { ...withPenguins(state), bandsOf: bandsOf(state) });
      const paths = (['then', 'later'] as const).map((name) =>
        [...map(name).querySelectorAll('path')].map((path) => path.getAttribute('d'))
      );
      const borders = region().querySelectorAll('.border').length;
      unmount();
      return { paths, borders };
    };
    const { paths, borders } = drawn(stateAt(4));
    expect(paths[0].length).toBeGreaterThan(5);
    expect(paths[1]).toEqual(paths[0]);
    expect(borders).toBe(2);
    const drifted = drawn(stateAt(4, 'library-default')).paths;
    expect(drifted[0]).toEqual(paths[0]);
    expect(drifted[1]).not.toEqual(paths[0]);
    expect(drawn(stateAt(1)).paths[1]).toEqual([]);
  });
});

describe('the walk over a map', () => {
  const labels = () => options('then').map((option) => option.getAttribute('aria-label'));

  async function focused() {
    const user = userEvent.setup();
    showMaps(stateAt(4, 'library-default'));
    await user.tab();
    expect(map('then')).toHaveFocus();
    return user;
  }

  it('is one stop for the keyboard on each map', async () => {
    const user = await focused();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Take it home: Then' })).toHaveFocus();
    await user.tab();
    expect(map('later')).toHaveFocus();
  });

  it('begins with nobody looked at', async () => {
    await focused();
    expect(looked('then')).toBeNull();
    expect(map('then')).not.toHaveAttribute('aria-activedescendant');
  });

  it('goes from penguin to penguin, from left to right and back', async () => {
    const user = await focused();
    const seen: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await user.keyboard(`{${key}}`);
      seen.push(looked('then')?.getAttribute('aria-label'));
    }
    const [first, second, third] = labels();
    expect(seen).toEqual([first, second, third, second, first]);
  });

  it('jumps to either end, and stops there', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    expect(looked('then')).toBe(options('then')[99]);
    await user.keyboard('{ArrowRight}');
    expect(looked('then')).toBe(options('then')[99]);
    await user.keyboard('{Home}');
    expect(looked('then')).toBe(options('then')[0]);
    await user.keyboard('{ArrowLeft}');
    expect(looked('then')).toBe(options('then')[0]);
  });

  it('tells assistive technology which penguin is looked at', async () => {
    const user = await focused();
    await user.keyboard('{ArrowRight}');
    expect(looked('then')?.id).toBeTruthy();
    expect(map('then')).toHaveAttribute('aria-activedescendant', looked('then')?.id);
    expect(document.querySelectorAll(`[id="${looked('then')?.id}"]`)).toHaveLength(1);
  });

  it('looks at the same penguin on both maps, and says below what is known of it', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    const label = labels()[99] ?? '';
    expect(looked('later')).toHaveAccessibleName(label);
    expect(within(region()).getByText(label)).toBeInTheDocument();
    expect(within(region()).queryByText('female')).toBeNull();
  });

  it('ends when the focus leaves', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    (document.activeElement as HTMLElement | SVGElement).blur();
    await user.tab();
    expect(looked('then')).toBeNull();
    expect(within(region()).getByText('female')).toBeInTheDocument();
  });

  it('keeps its keys from the lesson and from scrolling, and leaves all others alone', async () => {
    await focused();
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
      // `fireEvent` answers false when the default was prevented.
      expect(await fireEvent.keyDown(map('then'), { key }), key).toBe(false);
    }
    expect(heard).not.toHaveBeenCalled();
    expect(await fireEvent.keyDown(map('then'), { key: 'Tab' })).toBe(true);
    expect(await fireEvent.keyDown(map('then'), { key: 'ArrowRight', altKey: true })).toBe(true);
    expect(heard).toHaveBeenCalledTimes(2);
    window.removeEventListener('keydown', heard);
  });
});

describe('the pointer on a map', () => {
  /** The map is drawn twice as large as its units, somewhere on the page. */
  const SCALE = 2;
  const ORIGIN = { x: 100, y: 50 };

  function drawn() {
    const state = stateAt(4, 'library-default');
    showMaps(state);
    const { width, height } = MAP_SIZE;
    vi.spyOn(map('later'), 'getBoundingClientRect').mockReturnValue(
      new DOMRect(ORIGIN.x, ORIGIN.y, SCALE * width, SCALE * height)
    );
    const user = userEvent.setup();
    const at = (x: number, y: number) => ({
      target: map('later'),
      coords: { clientX: ORIGIN.x + SCALE * x, clientY: ORIGIN.y + SCALE * y }
    });
    return { user, at, penguins: penguinsOf(state) };
  }

  it('looks at the penguin under it, on both maps', async () => {
    const { user, at, penguins } = drawn();
    for (const { x, y, text } of [penguins[0], penguins[50], penguins[99]]) {
      await user.pointer(at(x, y));
      expect(looked('later')).toHaveAccessibleName(text);
      expect(looked('then')).toHaveAccessibleName(text);
    }
  });

  it('takes the nearest, and nobody where nobody is near', async () => {
    const { user, at, penguins } = drawn();
    const left = penguins[0]; // nobody stands further left, so that no other is nearer there
    await user.pointer(at(left.x - 5, left.y));
    expect(looked('later')).toHaveAccessibleName(left.text);
    await user.pointer(at(left.x - 12.5, left.y));
    expect(looked('later')).toBeNull();
  });

  it('looks away as it leaves', async () => {
    const { user, at, penguins } = drawn();
    await user.pointer(at(penguins[7].x, penguins[7].y));
    await user.pointer({ target: document.body });
    expect(looked('later')).toBeNull();
  });

  it('looks where a finger touches', async () => {
    const { user, at, penguins } = drawn();
    await user.pointer({ keys: '[TouchA>]', ...at(penguins[30].x, penguins[30].y) });
    expect(looked('later')).toHaveAccessibleName(penguins[30].text);
  });
});

describe('the verdict', () => {
  it('is announced as pending until it can fall', () => {
    show(stateAt(1));
    expect(verdict()).toBeNull();
    expect(within(region()).getByText(words.runs.verdict.pending)).toBeInTheDocument();
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
    show(stateAt(5, ...drifts));
    expect(verdict()).toHaveAttribute('data-verdict', outcome);
    const drawnSign = within(verdict()!).getByText(sign);
    expect(drawnSign).toHaveAttribute('aria-hidden', 'true');
    for (const sentence of sentences) expect(within(verdict()!).getByText(sentence)).toBeInTheDocument();
    expect(within(region()).queryByText(words.runs.verdict.pending)).toBeNull();
  });

  it('leads from a match to letting something differ', async () => {
    const user = userEvent.setup();
    show(stateAt(5));
    await user.click(screen.getByRole('button', { name: 'Now let something differ' }));
    expect(calls.ondiffer).toHaveBeenCalledOnce();
  });

  it('leads from a mismatch to its cause', async () => {
    const user = userEvent.setup();
    show(stateAt(5, 'library-default'));
    await user.click(screen.getByRole('button', { name: 'Find the cause' }));
    expect(calls.oninvestigate).toHaveBeenCalledOnce();
    expect(calls.ondiffer).not.toHaveBeenCalled();
  });

  it('points at the causes once they are shown', () => {
    show(stateAt(6, 'library-default'));
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute('href', '#investigation');
    expect(screen.queryByRole('button', { name: 'Find the cause' })).toBeNull();
  });

  it('leads only to the Lab from a match in which something differs', () => {
    show(stateAt(5, 'float32'));
    expect(within(verdict()!).queryByRole('button')).toBeNull();
    expect(within(verdict()!).getAllByRole('link')).toHaveLength(1);
  });

  it('opens the Lab with the same differences, and not where nothing differs', () => {
    const { unmount } = show(stateAt(5, 'rows-reversed', 'float32'));
    expect(within(verdict()!).getByRole('link', { name: 'Open this in the Lab' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/lab\?drifts=float32,rows-reversed$/)
    );
    unmount();
    show(stateAt(5));
    expect(within(verdict()!).queryByRole('link', { name: 'Open this in the Lab' })).toBeNull();
  });

  it('leads from a match to a thousand re-runs', () => {
    show(stateAt(5));
    expect(within(verdict()!).getByRole('link', { name: 'A thousand re-runs' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/lab\?view=spread$/)
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
    expect(verdict()).toHaveTextContent(
      'You predicted mismatch. A surprise is where an investigation starts.'
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
