import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Stage from '$lib/components/lesson/stage/Stage.svelte';
import { DRIFT_IDS, type DriftId } from '$lib/experiment';
import { lesson as words } from '$lib/lesson';
import { column as text } from '$lib/lesson/column';
import { driftStories } from '$lib/lesson/drift-stories';
import type { LessonCommand } from '$lib/machine/lesson';
import { newsView, runsView } from '$lib/views/lesson';
import { realRun } from '../../../unit/machine/fake-trainer';
import { lessonAt, type LessonDriver } from '../../../unit/machine/lesson/driver';
import { penguinsOf, realLesson, testSet } from '../../../unit/views/lesson/real-lesson';
import { showLesson } from '../../support/show-lesson';
import { areaOf } from '../../support/test-set';

const ontake = vi.fn();

interface Options {
  /** Whether penguins stand on the maps, which takes its time. @default false */
  readonly penguins?: boolean;
}

/** A lesson on its stage, and every command that the stage sent to it, once all of the stage has come. */
async function stage(lesson: LessonDriver, { penguins = false }: Options = {}) {
  const send = vi.fn((command: LessonCommand) => lesson.send(command));
  const shown = showLesson(Stage, lesson, (state) => ({
    state: { ...state, progress: null },
    news: newsView(state),
    runs: runsView(state),
    testSet,
    penguins: penguins ? penguinsOf(state) : [],
    areaOf: penguins ? areaOf(state) : () => null,
    weightsOf: (run) => realRun(run === 'then' ? state.saved : state.loaded).weights,
    send,
    ontake
  }));
  await waitFor(() => expect(shown.container.querySelector('[role="listbox"]')).not.toBeNull());
  if (lesson.state.step > 0) await waitFor(() => expect(column().textContent.trim()).not.toBe(''));
  return { lesson, send, shown, container: shown.container, user: userEvent.setup() };
}

const column = () => document.querySelector<HTMLElement>('.column')!;
const map = (name: 'then' | 'later') =>
  document.querySelector<SVGElement>(`[data-run="${name}"] [role="listbox"]`)!;
const looked = (name: 'then' | 'later') =>
  map(name).querySelector('[role="option"][aria-selected="true"]')?.getAttribute('aria-label') ?? null;
const group = (name: string) => screen.queryByRole('group', { name });
const button = (name: string) => screen.getByRole('button', { name });
const verdict = () => document.querySelector<HTMLElement>('[data-verdict]');
const nodeNow = () => document.querySelector<HTMLElement>('[data-node][aria-current="step"]')?.dataset.node;

afterEach(() => ontake.mockReset());

describe('the stage', () => {
  it('holds the process flow and the two runs, and tells once where the lesson stands', async () => {
    const { lesson, container } = await stage(realLesson());
    expect(screen.getByRole('region', { name: 'Process flow' })).toBeInTheDocument();
    const runs = screen.getByRole('region', { name: 'Two runs' });
    expect(
      within(runs)
        .getAllByRole('heading', { level: 3 })
        .map((head) => head.textContent)
    ).toEqual(['Then', 'Later']);
    for (const step of [0, 1, 2, 3, 4, 5] as const) {
      lesson.goTo(step);
      const { label, text } = newsView(lesson.state);
      expect(container.textContent.split(text)).toHaveLength(2);
      expect(within(container).getByText(text)).toHaveTextContent(`${label} ${text}`);
    }
  });

  it('shows what is at stake before anything is trained, and only then', async () => {
    const { lesson } = await stage(realLesson());
    expect(column()).toHaveTextContent(words.runs.stake.text);
    expect(column()).toHaveTextContent('Baker, Nature 2016');
    lesson.goTo(1);
    expect(column()).not.toHaveTextContent(words.runs.stake.text);
  });

  it('has the current row of the table below it, and the way to all of them', async () => {
    const { lesson, container } = await stage(realLesson());
    lesson.goTo(1);
    const ledger = container.querySelector<HTMLElement>('.ledger')!;
    expect(ledger).toHaveTextContent('Step 1');
    expect(
      within(ledger)
        .getAllByRole('definition')
        .map((cell) => cell.textContent)
    ).toEqual(['Env v1 saved', 'Accuracy 85%', 'N/A']);
    expect(within(ledger).getByRole('link', { name: 'All six steps' })).toHaveAttribute(
      'href',
      '#process-table'
    );
  });

  it('goes where a node of the flow leads', async () => {
    const { user, send } = await stage(realLesson());
    await user.click(button('Go to Save'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'GO_TO', step: 2 });
  });

  it('cancels a training, and takes a run home', async () => {
    const lesson = lessonAt('retraining');
    const { user, send } = await stage(lesson);
    await user.click(button('Take it home: Then'));
    expect(ontake).toHaveBeenCalledExactlyOnceWith('then');
    await user.click(button('Cancel training'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'BACK' });
    expect(lesson.state.at).toBe('loaded');
  });
});

describe('the story on the stage', () => {
  it('goes from a case that was packed in part to a mismatch, its cause, and trust', async () => {
    const lesson = realLesson();
    const { user } = await stage(lesson);
    lesson.goTo(2);
    await user.click(await screen.findByRole('checkbox', { name: 'Environment' }));
    expect([nodeNow(), lesson.state.drifts]).toEqual(['save', ['library-default']]);
    lesson.send('NEXT');
    expect(nodeNow()).toBe('rerun');
    await user.click(within(group('Match or mismatch?')!).getByRole('button', { name: 'Match' }));
    lesson.send('NEXT');
    expect(column()).toHaveTextContent(text.retrained);
    lesson.send('NEXT');
    expect(nodeNow()).toBe('compare');
    expect(verdict()).toBeNull();
    lesson.judge();
    expect(nodeNow()).toBe('mismatch');
    expect(verdict()).toHaveAttribute('data-verdict', 'mismatch');
    expect(column()).toHaveTextContent(`${text.prediction.recalled.match} ${text.prediction.surprise}`);
    expect(screen.queryByRole('region', { name: 'Investigation' })).toBeNull();
    lesson.send('NEXT');
    expect(nodeNow()).toBe('investigate');
    const investigation = within(await screen.findByRole('region', { name: 'Investigation' }));
    await user.click(investigation.getByRole('button', { name: /^Environment/ }));
    await user.click(investigation.getByRole('button', { name: 'Put back: l2' }));
    expect(verdict()).toHaveAttribute('data-verdict', 'mismatch');
    lesson.send('RERUN');
    expect(screen.queryByRole('region', { name: 'Investigation' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Two runs' })).toBeInTheDocument();
    lesson.judge();
    expect(nodeNow()).toBe('trust');
    expect(verdict()).toHaveAttribute('data-verdict', 'identical');
  });

  it('asks again for each new difference, and waits with everything until then', async () => {
    const lesson = realLesson();
    lesson.goTo(5);
    lesson.judge();
    await stage(lesson);
    expect(group('Match or mismatch?')).toBeNull();
    lesson.send('BREAK');
    expect(nodeNow()).toBe('rerun');
    expect(group('Match or mismatch?')).toBeInTheDocument();
    expect(verdict()).toBeNull();
  });

  /** What would tell at step 3 what step 4 brings, or why. */
  const told = (id: DriftId) => [
    words.process.table.matches,
    words.process.table.differs,
    words.process.table.trust,
    words.process.table.mismatch,
    'answer changed',
    'differently',
    driftStories[id],
    ...(id === 'more-epochs' ? [] : [words.drifts[id].name])
  ];

  it.each(DRIFT_IDS)('tells nothing of the re-run while it is asked about, nor ever why: %s', async (id) => {
    const lesson = realLesson(id);
    lesson.goTo(5);
    lesson.judge();
    const accuracy = lesson.state.later?.accuracy.correct ?? 0;
    const { container } = await stage(lesson);
    expect(container.querySelector('[data-run="later"] .result')).toHaveTextContent(`${accuracy}%`);
    lesson.goTo(3);
    expect(lesson.state.drifts).toEqual([id]);
    expect(container.querySelectorAll('.result')).toHaveLength(1);
    expect(container.querySelectorAll('[role="img"]')).toHaveLength(1);
    expect(container.querySelectorAll('.differs:not([data-node], [data-edge], [data-chip])')).toHaveLength(0);
    for (const text of told(id)) expect(container, text).not.toHaveTextContent(text);
  });
});

describe('a penguin that is pointed at', () => {
  const tally = () => within(verdict()!).getAllByRole('button');

  async function judged() {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    const all = await stage(lesson, { penguins: true });
    await waitFor(() => expect(tally()).toHaveLength(28));
    return all;
  }

  it('in the tally is the same on both maps, and is told of below, for every button', async () => {
    await judged();
    for (const button of tally()) {
      button.focus();
      const name = button.getAttribute('aria-label');
      await waitFor(() => expect(looked('then')).toBe(name));
      expect(looked('later')).toBe(name);
      expect(within(column()).getByText(name ?? '')).toHaveClass('looked');
    }
  });

  it('is one that is marked as answered differently, on both maps', async () => {
    const { user } = await judged();
    await user.hover(tally()[4]!);
    for (const name of ['then', 'later'] as const)
      expect(map(name).querySelector('.picked')?.parentElement).toHaveClass('flipped');
  });

  it('on a map is picked in the tally', async () => {
    const { user } = await judged();
    const picked = () => tally().filter((button) => button.classList.contains('picked'));
    expect(picked()).toEqual([]);
    map('later').focus();
    const seen = new Set<string | null>();
    for (let turn = 0; turn < 100; turn++) {
      await user.keyboard('{ArrowRight}');
      const flipped = map('later').querySelector('.picked')?.parentElement?.matches('.flipped');
      expect(picked().map((button) => button.getAttribute('aria-label'))).toEqual(
        flipped ? [looked('then')] : []
      );
      if (flipped) seen.add(looked('later'));
      if (seen.size === 2) break;
    }
    expect(seen.size).toBe(2);
  });

  it('is forgotten with the next step', async () => {
    const { user, lesson } = await judged();
    await user.hover(tally()[0]!);
    expect(looked('then')).not.toBeNull();
    lesson.send('BACK');
    await waitFor(() => expect(looked('then')).toBeNull());
    expect(column().querySelector('.looked')).toBeNull();
  });
});

describe('the choice of a map on a narrow screen', () => {
  const choice = () => screen.getByRole('radiogroup', { name: 'Which map' });
  const chosen = () => within(choice()).getByRole<HTMLInputElement>('radio', { checked: true }).value;
  const shown = () => document.querySelector<HTMLElement>('[data-map]')?.dataset.map;

  it('follows the lesson', async () => {
    const { lesson } = await stage(realLesson());
    const followed = ([0, 1, 2, 3, 4, 5] as const).map((step) => {
      lesson.goTo(step);
      return [chosen(), shown()];
    });
    expect(followed.map(([radio]) => radio)).toEqual(['then', 'then', 'then', 'then', 'later', 'both']);
    for (const [radio, map] of followed) expect(map).toBe(radio);
  });

  it('is the reader’s, until the next step', async () => {
    const { lesson, user } = await stage(realLesson());
    lesson.goTo(5);
    lesson.judge();
    await user.click(within(choice()).getByRole('radio', { name: /^Later/ }));
    expect([chosen(), shown()]).toEqual(['later', 'later']);
    lesson.send('BACK');
    lesson.send('NEXT');
    expect([chosen(), shown()]).toEqual(['both', 'both']);
  });

  it('tells what each run came to, as far as that is known', async () => {
    const { lesson } = await stage(realLesson('library-default'));
    const labels = () =>
      [...choice().querySelectorAll('label')].map((label) => label.textContent.replace(/\s+/g, ' ').trim());
    lesson.goTo(3);
    expect(labels()).toEqual(['Then 85%', 'Both', 'Later –']);
    lesson.goTo(4);
    expect(labels()).toEqual(['Then 85%', 'Both', 'Later 71%']);
  });
});
