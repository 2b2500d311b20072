import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Rail from '$lib/components/lesson/stage/Rail.svelte';
import { lesson as words, NODES } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { flowView } from '$lib/views/lesson';
import { lessonAt, PLACES } from '../../../unit/machine/lesson/driver';
import { realLesson, stateAt } from '../../../unit/views/lesson/real-lesson';
import { heard } from '../../support/heard';
import { showLesson } from '../../support/show-lesson';

const ongo = vi.fn();

const propsOf = (state: LessonState) => ({ view: flowView(state), ongo });
const show = (state: LessonState) => render(Rail, propsOf(state));

const region = () => screen.getByRole('region', { name: 'Process flow' });
const nodes = () => within(region()).getAllByRole('button');
const node = (id: string) => region().querySelector<HTMLElement>(`[data-node="${id}"]`);
const current = () => nodes().filter((button) => button.getAttribute('aria-current') === 'step');
const chip = (key: string) => region().querySelector<HTMLElement>(`[data-chip="${key}"]`);

afterEach(() => ongo.mockReset());

describe('the process flow', () => {
  it('is a region with one button a node, in reading order', () => {
    show(stateAt(0));
    expect(nodes().map((button) => button.dataset.node)).toEqual(NODES);
  });

  it('says of each node that it goes there, by its word, and which are done or skipped', () => {
    const { unmount } = show(stateAt(0));
    for (const id of NODES) expect(node(id)).toHaveAccessibleName(`Go to ${words.process.flow.nodes[id]}`);
    unmount();
    show(stateAt(5));
    expect(node('train')).toHaveAccessibleName(/^Go to Train ?, done$/);
    expect(node('mismatch')).toHaveAccessibleName(/^Go to Mismatch ?, skipped$/);
    expect(node('trust')).toHaveAccessibleName('Go to Trust');
  });

  it.each(PLACES)('marks one node as the current one at %s, and names it for narrow screens', (place) => {
    show(lessonAt(place).state);
    expect(current()).toHaveLength(1);
    expect(current()[0]).toHaveAttribute('data-state', 'current');
    const here = region().querySelector('.here');
    expect(here).toHaveTextContent(heard(current()[0]!).replace('Go to ', ''));
    expect(here).toHaveAttribute('aria-hidden', 'true');
  });

  it('says of every node whether it is to do, current, done or skipped', () => {
    show(stateAt(5, 'library-default'));
    expect(nodes().map((button) => [button.dataset.node, button.dataset.state])).toEqual([
      ['start', 'done'],
      ['train', 'done'],
      ['save', 'done'],
      ['rerun', 'done'],
      ['compare', 'done'],
      ['match', 'skipped'],
      ['trust', 'skipped'],
      ['mismatch', 'current'],
      ['investigate', 'todo']
    ]);
  });

  it('moves the mark along with the lesson', () => {
    const lesson = realLesson();
    showLesson(Rail, lesson, propsOf);
    const visited = [current()[0]!.dataset.node];
    for (let step = 1; step <= 5; step++) {
      lesson.send('NEXT');
      visited.push(current()[0]!.dataset.node);
    }
    lesson.judge();
    visited.push(current()[0]!.dataset.node);
    expect(visited).toEqual(['start', 'train', 'save', 'rerun', 'rerun', 'compare', 'trust']);
  });

  it('goes to the step of the node that is chosen', async () => {
    const user = userEvent.setup();
    show(stateAt(0));
    for (const button of nodes()) await user.click(button);
    expect(ongo.mock.calls.flat()).toEqual([0, 1, 2, 3, 5, 5, 5, 5, 6]);
  });

  it('can be operated with the keyboard', async () => {
    const user = userEvent.setup();
    show(stateAt(0));
    await user.tab();
    await user.tab();
    expect(node('train')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(ongo).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('keeps its drawing from screen readers, which have the nodes', () => {
    show(stateAt(0));
    const drawn = region().querySelectorAll('[data-edge], .side, .loop-label');
    expect(drawn.length).toBeGreaterThan(9);
    for (const part of drawn) expect(part.closest('[aria-hidden="true"]')).not.toBeNull();
  });

  it('draws every edge in the state and the colour of the lesson', () => {
    const state = stateAt(5, 'library-default');
    show(state);
    for (const { id, state: edge, tone } of flowView(state).edges) {
      const drawn = region().querySelector(`[data-edge="${id}"]`);
      expect(drawn, id).toHaveClass(edge, tone);
      expect(drawn?.getAttribute('d')).toMatch(/^M/);
    }
  });

  it('runs along the loop while what was put back is tried, and at no other time', () => {
    const lesson = lessonAt('investigating');
    showLesson(Rail, lesson, propsOf);
    const isRunning = () => region().querySelector('[data-edge="loop"]')!.classList.contains('fixing');
    expect(isRunning()).toBe(false);
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(isRunning()).toBe(false);
    lesson.send('RERUN');
    expect(isRunning()).toBe(true);
    lesson.settle();
    expect(isRunning()).toBe(false);
  });
});

describe('the cases on the rail', () => {
  const lists = () => within(region()).getAllByRole('list');
  const trio = (run: string) => ['code', 'data', 'environment'].map((part) => heard(chip(`${run}-${part}`)));

  it('are heard from when they are there: the second one from step 3 on', () => {
    const lesson = realLesson();
    showLesson(Rail, lesson, propsOf);
    const names = ([0, 2, 3, 5] as const).map((step) => {
      lesson.goTo(step);
      return lists().map((list) => list.getAttribute('aria-label'));
    });
    const [first, second] = ['What the first run is made of', 'What the re-run is made of'];
    expect(names).toEqual([[first], [first], [first, second], [first, second]]);
  });

  it('say code, data and env', () => {
    show(stateAt(3));
    expect(trio('then')).toEqual(['code', 'data', 'env']);
    expect(trio('later')).toEqual(['code', 'data', 'env']);
  });

  it('travel with the learner', () => {
    const lesson = realLesson();
    showLesson(Rail, lesson, propsOf);
    const places = ([0, 1, 2] as const).map((step) => {
      lesson.goTo(step);
      return chip('then-code')?.closest('ul')?.getAttribute('style');
    });
    expect(new Set(places).size).toBe(3);
  });

  it.each([
    ['library-default', 'environment', 'env'],
    ['rows-reversed', 'data', 'data'],
    ['more-epochs', 'code', 'code']
  ] as const)(
    'say by state, sign and words that %s changed the %s, and nothing else',
    (drift, part, label) => {
      show(stateAt(3, drift));
      const changed = region().querySelectorAll('[data-state="differs"]');
      expect([...changed]).toEqual([chip(`later-${part}`)]);
      expect(changed[0]).toHaveTextContent('≠');
      expect(heard(changed[0]!)).toBe(`${label}, changed since it was saved`);
      expect(heard(chip(`then-${part}`))).toBe(`${label}, left out`);
      expect(chip(`then-${part}`)).toHaveAttribute('data-state', 'leftOut');
    }
  );

  it('are as they were saved when nothing differs', () => {
    show(stateAt(3));
    expect(region().querySelector('[data-state="differs"], [data-state="leftOut"]')).toBeNull();
    expect(region()).not.toHaveTextContent('≠');
  });

  it('show at once what is put back', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(6);
    showLesson(Rail, lesson, propsOf);
    expect(chip('later-environment')).toHaveAttribute('data-state', 'differs');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(chip('later-environment')).toHaveAttribute('data-state', 'same');
  });
});
