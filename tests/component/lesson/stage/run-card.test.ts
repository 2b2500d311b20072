import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import RunCard from '$lib/components/lesson/stage/RunCard.svelte';
import type { LessonState } from '$lib/machine/lesson';
import { runsView, type RunName } from '$lib/views/lesson';
import { lessonAt, type PLACES } from '../../../unit/machine/lesson/driver';
import { penguinsOf, realLesson, stateAt, testSet } from '../../../unit/views/lesson/real-lesson';
import { showLesson } from '../../support/show-lesson';

const calls = { onlook: vi.fn(), oncancel: vi.fn(), ontake: vi.fn() };

/** One of the two runs, on a map that nobody stands on, as long as that does not matter. */
const propsOf = (name: RunName) => (state: LessonState) => ({
  run: runsView(state)[name === 'then' ? 0 : 1],
  area: null,
  other: null,
  penguins: [],
  testSet,
  comparing: false,
  active: null,
  ...calls
});

const show = (name: RunName, state: LessonState) => render(RunCard, propsOf(name)(state));
const card = () => document.querySelector<HTMLElement>('[data-run]')!;
const fingerprint = () => within(card()).getByRole('img', { name: /^Fingerprint/ });

afterEach(() => {
  for (const call of Object.values(calls)) call.mockReset();
});

describe('a run', () => {
  it.each([
    ['then', 'Then', 'no model yet'],
    ['later', 'Later', 'not yet']
  ] as const)('is headed by its name, and says that it is not there: %s', (name, label, note) => {
    show(name, stateAt(0));
    expect(card()).toHaveAttribute('data-run', name);
    expect(within(card()).getByRole('heading', { level: 3 })).toHaveTextContent(label);
    expect(card()).toHaveTextContent(note);
    expect(within(card()).queryByText('Accuracy')).toBeNull();
    expect(within(card()).queryByRole('img', { name: /^Fingerprint/ })).toBeNull();
  });

  it('is a promise until the case is opened, and has a map from then on', async () => {
    const lesson = realLesson();
    lesson.goTo(2);
    showLesson(RunCard, lesson, propsOf('later'));
    expect(card()).toHaveTextContent('The same again, months later');
    lesson.goTo(3);
    expect(card()).not.toHaveTextContent('The same again');
    expect(await within(card()).findByRole('listbox')).toHaveAccessibleName(
      /^Decision map of the later run\. Bill length/
    );
  });

  it('shows its accuracy in a figure, of how many in words, and the digest in full to whoever asks', () => {
    const state = stateAt(4);
    show('then', state);
    expect(card().querySelector('.figure')).toHaveTextContent(/^Accuracy 85%$/);
    expect(card()).toHaveTextContent('85 of 100 answers right');
    expect(within(card()).getByText('570cce69…98d40')).toHaveAttribute(
      'title',
      `SHA-256 of all weights: ${state.then?.digest}`
    );
    expect(card()).toHaveTextContent('fingerprint of the 33 weights');
  });

  it('names the environment that was loaded, before it is trained', () => {
    const { unmount } = show('later', stateAt(3, 'library-default'));
    expect(card()).toHaveTextContent('env v2 loaded, not trained yet');
    unmount();
    show('later', stateAt(3, 'more-epochs'));
    expect(card()).toHaveTextContent('env v1 loaded, not trained yet');
  });

  it('tells what its map shows, and of whom, once it was compared', async () => {
    const state = stateAt(5, 'library-default');
    render(RunCard, { ...propsOf('later')(state), penguins: penguinsOf(state) });
    expect(await within(card()).findByRole('listbox')).toHaveAccessibleName(
      /71 of 100 answers right, 28 are answered differently than then/
    );
    expect(card().querySelectorAll('.flipped')).toHaveLength(28);
    within(card()).getByRole('listbox').focus();
    await tick();
    expect(within(card()).getAllByRole('option')).toHaveLength(100);
  });

  it('is taken home once there is something to take', async () => {
    const user = userEvent.setup();
    const { unmount } = show('later', stateAt(3));
    expect(within(card()).queryByRole('button')).toBeNull();
    unmount();
    show('later', stateAt(4));
    await user.click(screen.getByRole('button', { name: 'Take it home: Later' }));
    expect(calls.ontake).toHaveBeenCalledOnce();
  });
});

describe('the legend', () => {
  const legend = () =>
    [...card().querySelectorAll('.legend li')].map(({ textContent }) => textContent.trim());

  it('tells the sexes on each map that is there: a narrow screen shows one of them', () => {
    show('then', stateAt(0)).unmount();
    show('later', stateAt(0)).unmount();
    show('later', stateAt(3));
    expect(legend()).toEqual(['female', 'male']);
  });

  it('tells what a changed answer looks like, once there are some', () => {
    const { unmount } = show('later', stateAt(4, 'library-default'));
    expect(legend()).toEqual(['female', 'male']);
    unmount();
    const { unmount: again } = show('later', stateAt(5));
    expect(legend()).toEqual(['female', 'male']);
    again();
    show('later', stateAt(5, 'library-default'));
    expect(legend()).toEqual(['female', 'male', 'answer changed']);
  });
});

describe('the fingerprint', () => {
  const drawn = (what: string) => [...fingerprint().querySelectorAll(what)];
  const differing = () =>
    drawn('rect:not(.mark)').flatMap((bar, index) => (bar.classList.contains('differs') ? [index] : []));

  it('is a picture of 32 bars, named by the digest', () => {
    show('then', stateAt(5));
    expect(fingerprint()).toHaveAccessibleName('Fingerprint of the weights: 570cce69…98d40');
    expect(drawn('rect:not(.mark)')).toHaveLength(32);
  });

  it('marks what differs by more than a colour, and says it with the verdict', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(4);
    showLesson(RunCard, lesson, propsOf('later'));
    expect([differing().length, drawn('.mark').length]).toEqual([0, 0]);
    lesson.goTo(5);
    const bytes = lesson.state.comparing?.differingBytes ?? [];
    expect(bytes.length).toBeGreaterThan(20);
    expect(differing()).toEqual(bytes);
    expect(drawn('.mark')).toHaveLength(bytes.length);
    expect(fingerprint()).not.toHaveAccessibleName(/differ/);
    lesson.judge();
    expect(fingerprint()).toHaveAccessibleName(new RegExp(`, ${bytes.length} of 32 bytes differ$`));
  });

  it('marks nothing in the first run, nor where the bits are the same', () => {
    const { unmount } = show('then', stateAt(5, 'library-default'));
    expect(differing()).toEqual([]);
    unmount();
    show('later', stateAt(5));
    expect(differing()).toEqual([]);
  });
});

describe('a training under way', () => {
  const progress = () => within(card()).queryByRole('progressbar', { name: 'Training progress' });

  it.each<[(typeof PLACES)[number], RunName, RunName]>([
    ['training', 'then', 'later'],
    ['retraining', 'later', 'then']
  ])('counts its epochs, %s, in the run that trains', (place, name, other) => {
    const lesson = lessonAt(place);
    const { unmount } = show(other, lesson.state);
    expect(progress()).toBeNull();
    unmount();
    showLesson(RunCard, lesson, propsOf(name));
    lesson.trainer.current.epoch();
    lesson.trainer.current.epoch();
    expect(progress()).toHaveAttribute('max', '100');
    expect(progress()).toHaveAttribute('value', '2');
    expect(card().querySelector('.figure')).toHaveTextContent(/^2$/);
    expect(card()).toHaveTextContent('epoch 2 of 100');
  });

  it('can be cancelled', async () => {
    const user = userEvent.setup();
    show('then', lessonAt('training').state);
    await user.click(screen.getByRole('button', { name: 'Cancel training' }));
    expect(calls.oncancel).toHaveBeenCalledOnce();
    expect(calls.ontake).not.toHaveBeenCalled();
  });

  it('gives way to its result', async () => {
    const lesson = lessonAt('training');
    showLesson(RunCard, lesson, propsOf('then'));
    lesson.trainer.current.finish();
    await waitFor(() => expect(progress()).toBeNull());
    expect(screen.queryByRole('button', { name: 'Cancel training' })).toBeNull();
    expect(card()).toHaveTextContent('85%');
  });
});
