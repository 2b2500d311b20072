import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ProcessFlow from '$lib/components/lesson/process-flow/ProcessFlow.svelte';
import { lesson as words, NODES } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { flowView, newsView } from '$lib/views/lesson';
import { lessonAt, PLACES } from '../../unit/machine/lesson/driver';
import { realLesson, stateAt } from '../../unit/views/lesson/real-lesson';
import { heard } from '../support/heard';
import { showLesson } from '../support/show-lesson';

const ongo = vi.fn();

const propsOf = (state: LessonState) => ({ view: flowView(state), news: newsView(state), ongo });
const show = (state: LessonState) => render(ProcessFlow, propsOf(state));

const region = () => screen.getByRole('region', { name: 'Process flow' });
const nodes = () => within(region()).getAllByRole('button');
const node = (id: string) => region().querySelector<HTMLElement>(`[data-node="${id}"]`);
const current = () => nodes().filter((button) => button.getAttribute('aria-current') === 'step');
const chip = (key: string) => region().querySelector<HTMLElement>(`[data-chip="${key}"]`);

afterEach(() => {
  ongo.mockReset();
  vi.restoreAllMocks();
});

describe('the process flow', () => {
  it('is a region with one button a node, in reading order', () => {
    show(stateAt(0));
    expect(nodes().map((button) => button.dataset.node)).toEqual(NODES);
  });

  it('says which nodes are done or skipped, and what its chips are', () => {
    const lesson = realLesson();
    showLesson(ProcessFlow, lesson, propsOf);
    lesson.goTo(5);
    lesson.judge();
    expect(node('train')).toHaveAccessibleName(/, done$/);
    expect(node('mismatch')).toHaveAccessibleName(/, skipped$/);
    expect(node('trust')).not.toHaveAccessibleName(/done|skipped/);
    for (const name of ['What the first run is made of', 'What the re-run is made of'])
      expect(screen.getByRole('list', { name })).toBeInTheDocument();
  });

  it('names each node by its words and describes it by what happens there', () => {
    show(stateAt(0));
    for (const id of NODES) {
      const { label, note, tip } = words.process.flow.nodes[id];
      const button = node(id);
      expect(button).toHaveAccessibleName(expect.stringContaining(`${label} ${note}`.trim()));
      expect(button).toHaveAccessibleDescription(tip);
    }
  });

  it.each(PLACES)('marks one node as the current one at %s', (place) => {
    show(lessonAt(place).state);
    expect(current()).toHaveLength(1);
    expect(current()[0]).toHaveAttribute('data-state', 'current');
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

  it('moves the mark along with the lesson', async () => {
    const lesson = realLesson();
    showLesson(ProcessFlow, lesson, propsOf);
    const visited = [current()[0].dataset.node];
    for (let step = 1; step <= 5; step++) {
      lesson.send('NEXT');
      visited.push(current()[0].dataset.node);
    }
    lesson.judge();
    visited.push(current()[0].dataset.node);
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

  it('says where the lesson stands, coloured by the outcome', () => {
    const { unmount } = show(stateAt(5));
    expect(within(region()).getByText(newsView(stateAt(5)).text)).toHaveClass('match');
    unmount();
    show(stateAt(5, 'library-default'));
    expect(within(region()).getByText(/not 85%: mismatch found$/)).toHaveClass('differs');
  });

  it('keeps its drawing from screen readers, which have the nodes', () => {
    show(stateAt(0));
    for (const edge of region().querySelectorAll('[data-edge]')) {
      expect(edge.closest('[aria-hidden="true"]')).not.toBeNull();
    }
  });

  it('draws every edge across and upright, in the state of the lesson', () => {
    show(stateAt(3));
    for (const { id, state } of flowView(stateAt(3)).edges) {
      const drawn = region().querySelectorAll(`[data-edge="${id}"]`);
      expect(drawn, id).toHaveLength(2);
      for (const edge of drawn) {
        expect(edge).toHaveClass(state);
        expect(edge.getAttribute('d')).toMatch(/^M/);
      }
    }
  });
});

describe('the chips of the flow', () => {
  const trio = (run: string) => ['code', 'data', 'environment'].map((part) => heard(chip(`${run}-${part}`)));

  it('say code, data and env', () => {
    show(stateAt(3));
    expect(trio('then')).toEqual(['code', 'data', 'env']);
    expect(trio('later')).toEqual(['code', 'data', 'env']);
  });

  it('are loaded again only from step 3 on', () => {
    const lesson = realLesson();
    showLesson(ProcessFlow, lesson, propsOf);
    const shown = (run: string) => !chip(`${run}-code`)?.closest('ul')?.classList.contains('hidden');
    lesson.goTo(2);
    expect([shown('then'), shown('later')]).toEqual([true, false]);
    lesson.goTo(3);
    expect([shown('then'), shown('later')]).toEqual([true, true]);
  });

  it('travel with the learner', () => {
    const lesson = realLesson();
    showLesson(ProcessFlow, lesson, propsOf);
    const places = [0, 1, 2].map((step) => {
      lesson.goTo(step as 0 | 1 | 2);
      return chip('then-code')?.closest('ul')?.getAttribute('style');
    });
    expect(new Set(places).size).toBe(3);
  });

  it.each([
    ['library-default', 'environment', 'env'],
    ['rows-reversed', 'data', 'data'],
    ['more-epochs', 'code', 'code']
  ] as const)('say by colour, sign and words that %s changed the %s', (drift, part, label) => {
    show(stateAt(3, drift));
    const changed = region().querySelectorAll('[data-differs="true"]');
    expect(changed).toHaveLength(1);
    expect(changed[0]).toBe(chip(`later-${part}`));
    expect(changed[0]).toHaveClass('differs');
    expect(changed[0]).toHaveTextContent('≠');
    expect(heard(changed[0])).toBe(`${label}, changed since it was saved`);
  });

  it('are as they were saved when nothing differs', () => {
    show(stateAt(3));
    expect(region().querySelector('[data-differs="true"]')).toBeNull();
    expect(region()).not.toHaveTextContent('≠');
  });
});

describe('the fix that goes round the loop', () => {
  const dot = () => region().querySelector('.fix');

  it('is shown as something is put back, and anew each time', () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
    const lesson = realLesson('library-default', 'more-epochs');
    lesson.goTo(6);
    showLesson(ProcessFlow, lesson, propsOf);
    expect(dot()).toBeNull();
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    const first = dot();
    expect(first).not.toBeNull();
    lesson.send({ type: 'RESTORE', id: 'more-epochs' });
    expect(dot()).not.toBeNull();
    expect(dot()).not.toBe(first);
    lesson.send('NEXT');
    expect(dot()).toBeNull();
  });
});
