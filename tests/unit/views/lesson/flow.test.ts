import { describe, expect, it } from 'vitest';
import type { DriftId } from '$lib/experiment';
import { NODES } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { flowLayout, flowView } from '$lib/views/lesson';
import { lessonAt, type PLACES } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

/** The states of the nodes in reading order, as one letter each: todo, current, done, skipped. */
const nodes = (state: LessonState) =>
  flowView(state)
    .nodes.map((node) => node.state[0])
    .join('');

const edge = (state: LessonState, id: string) => flowView(state).edges.find((entry) => entry.id === id);

const edges = (state: LessonState) =>
  flowView(state)
    .edges.map((entry) => entry.state[0])
    .join('');

describe('the nodes of the flow', () => {
  it('stand in reading order, each with its words and where it leads', () => {
    const { nodes } = flowView(stateAt(0));
    expect(nodes.map(({ id }) => id)).toEqual(NODES);
    expect(nodes.map(({ label }) => label)).toEqual([
      'Start',
      'Train',
      'Save',
      'Re-run later',
      'Compare',
      'Match',
      'Trust',
      'Mismatch',
      'Investigate'
    ]);
    expect(nodes.map(({ step }) => step)).toEqual([0, 1, 2, 3, 5, 5, 5, 5, 6]);
  });

  const EXPECTED: [(typeof PLACES)[number], string][] = [
    // start train save rerun compare · match trust · mismatch investigate
    ['idle', 'ctttttttt'],
    ['training', 'dcttttttt'],
    ['trained', 'dcttttttt'],
    ['saved', 'ddctttttt'],
    ['loaded', 'dddcttttt'],
    ['retraining', 'dddcttttt'],
    ['retrained', 'dddcttttt'],
    ['compared', 'ddddctttt'],
    ['trusted', 'ddddddcss'],
    ['mismatched', 'dddddssct'],
    ['investigating', 'dddddssdc'],
    ['failed', 'dcttttttt'],
    ['failed again', 'dddcttttt']
  ];
  it.each(EXPECTED)('at %s read %s', (place, expected) => {
    expect(nodes(lessonAt(place).state)).toBe(expected);
  });

  it('mean by their colour: then, later, match, differs', () => {
    const tones = flowView(stateAt(0)).nodes.map(({ id, tone }) => `${id} ${tone}`);
    expect(tones).toEqual([
      'start then',
      'train then',
      'save then',
      'rerun later',
      'compare later',
      'match match',
      'trust match',
      'mismatch differs',
      'investigate differs'
    ]);
  });
});

describe('the edges of the flow', () => {
  it('are walked on the match path up to trust, and the other branch is left out', () => {
    expect(edges(stateAt(0))).toBe('ttttttttt');
    expect(edges(stateAt(3))).toBe('dddtttttt');
    expect(edges(stateAt(5))).toBe('ddddddsss');
  });

  it('are walked on the mismatch path up to the investigation, and the other branch is left out', () => {
    expect(edges(stateAt(5, 'library-default'))).toBe('ddddssdtt');
    expect(edges(stateAt(6, 'library-default'))).toBe('ddddssddd');
  });
});

describe('the loop back to the re-run', () => {
  it('is drawn during the investigation, and while its fix is tried', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    expect(edge(lesson.state, 'loop')?.state).toBe('todo');
    lesson.send('NEXT');
    expect(edge(lesson.state, 'loop')?.state).toBe('done');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(edge(lesson.state, 'loop')?.state).toBe('done');
    lesson.goTo(5);
    lesson.judge();
    expect(edge(lesson.state, 'loop')?.state).toBe('skipped');
  });

  it('is not drawn before the learner goes after the mismatch', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    lesson.send('BACK');
    expect(edge(lesson.state, 'loop')?.state).toBe('todo');
  });

  it('is not drawn for the next story, and no fix is on its way, wherever that begins', () => {
    for (const step of [3, 4, 5] as const) {
      const lesson = realLesson('library-default');
      lesson.goTo(6);
      lesson.send('RESTORE_ALL');
      lesson.goTo(5);
      lesson.judge();
      lesson.goTo(step);
      expect(flowView(lesson.state).fix).toBeNull();
      lesson.send('TOGGLE_DRIFTS');
      expect(edge(lesson.state, 'loop')?.state).toBe('todo');
    }
  });

  it('is not drawn at a first re-run, nor left out before the verdict', () => {
    expect(edge(stateAt(3, 'library-default'), 'loop')?.state).toBe('todo');
    expect(edge(stateAt(3), 'loop')?.state).toBe('todo');
  });

  it('carries each fix anew, and nothing else', () => {
    const lesson = realLesson('library-default', 'more-epochs');
    lesson.goTo(3);
    const fixes = [flowView(lesson.state).fix];
    lesson.goTo(6);
    fixes.push(flowView(lesson.state).fix);
    for (const id of ['library-default', 'more-epochs'] as const) {
      lesson.send({ type: 'RESTORE', id });
      fixes.push(flowView(lesson.state).fix);
    }
    expect(fixes.map((fix) => fix === null)).toEqual([true, true, false, false]);
    expect(fixes[2]).not.toBe(fixes[3]);
    lesson.send('NEXT');
    expect(flowView(lesson.state).fix).toBeNull();
  });

  it('carries a fix even when something else differs since', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(6);
    lesson.send(
      { type: 'CHOOSE_DRIFT', id: 'more-epochs', on: true },
      { type: 'CHOOSE_DRIFT', id: 'library-default', on: false }
    );
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: ['more-epochs'] });
    expect(flowView(lesson.state).fix).not.toBeNull();
  });

  it('carries nothing when only something more differs', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(6);
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'more-epochs', on: true });
    expect(flowView(lesson.state).fix).toBeNull();
  });
});

describe('the chips', () => {
  const chips = (state: LessonState) => flowView(state).chips;
  const shown = (state: LessonState) =>
    chips(state)
      .filter((chip) => chip.shown)
      .map(({ key, at }) => `${key} ${at}`);
  const differing = (state: LessonState) =>
    chips(state)
      .filter(({ differs }) => differs)
      .map(({ key, tone }) => `${key} ${tone}`);

  it('are code, data and environment, once for then and once for later', () => {
    expect(chips(stateAt(0)).map(({ key }) => key)).toEqual([
      'then-code',
      'then-data',
      'then-environment',
      'later-code',
      'later-data',
      'later-environment'
    ]);
    expect(chips(stateAt(0)).map(({ label }) => label)).toEqual([
      'code',
      'data',
      'env',
      'code',
      'data',
      'env'
    ]);
  });

  it('travel with the learner as far as they were saved', () => {
    const trio = (stop: string) => ['code', 'data', 'environment'].map((part) => `then-${part} ${stop}`);
    expect(shown(stateAt(0))).toEqual(trio('start'));
    expect(shown(stateAt(1))).toEqual(trio('train'));
    expect(shown(stateAt(2))).toEqual(trio('save'));
  });

  it('are loaded again at the re-run and stay there, while those that were saved stay saved', () => {
    const both = ['then', 'later'].flatMap((run) =>
      ['code', 'data', 'environment'].map((part) => `${run}-${part} ${run === 'then' ? 'save' : 'rerun'}`)
    );
    for (const step of [3, 4, 5] as const) expect(shown(stateAt(step))).toEqual(both);
    expect(shown(stateAt(6, 'library-default'))).toEqual(both);
  });

  it.each<[DriftId, string]>([
    ['library-default', 'environment'],
    ['float32', 'environment'],
    ['rows-reversed', 'data'],
    ['more-epochs', 'code']
  ])('show that %s changed what was loaded: the %s', (drift, part) => {
    expect(differing(stateAt(3, drift))).toEqual([`later-${part} differs`]);
    expect(differing(stateAt(2, drift))).toEqual([]);
  });

  it('show every part that differs, and none when nothing does', () => {
    expect(differing(stateAt(3, 'ddof', 'rows-reversed', 'more-epochs'))).toHaveLength(3);
    expect(differing(stateAt(5))).toEqual([]);
  });
});

describe.each(['horizontal', 'vertical'] as const)('the %s layout of the flow', (orientation) => {
  const layout = flowLayout(orientation);
  const boxes = Object.entries(layout.nodes);

  it('keeps every node within the drawing', () => {
    for (const [id, { x, y, width, height }] of boxes) {
      expect(x - width / 2, id).toBeGreaterThanOrEqual(0);
      expect(x + width / 2, id).toBeLessThanOrEqual(100);
      expect(y - height / 2, id).toBeGreaterThanOrEqual(0);
      expect(y + height / 2, id).toBeLessThanOrEqual(layout.height);
    }
  });

  it('lets no two nodes overlap', () => {
    for (const [one, a] of boxes) {
      for (const [other, b] of boxes) {
        if (one >= other) continue;
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect(apart, `${one} and ${other}`).toBe(true);
      }
    }
  });

  it('draws a path for every edge, and has a stop for every chip', () => {
    for (const { id } of flowView(stateAt(0)).edges) expect(layout.edges[id]).toMatch(/^M[\d.]+,[\d.]+[LCQ]/);
    for (const { at } of flowView(stateAt(3)).chips) expect(layout.chips[at]).toBeDefined();
  });

  it('is drawn in the units of its width', () => {
    const wide = flowLayout(orientation, 200);
    const [, x] = /^M([\d.]+),/.exec(layout.edges['compare-match']) ?? [];
    const [, twice] = /^M([\d.]+),/.exec(wide.edges['compare-match']) ?? [];
    expect(Number(twice)).toBeCloseTo(2 * Number(x), 1);
    expect(wide.nodes).toEqual(layout.nodes);
  });
});
