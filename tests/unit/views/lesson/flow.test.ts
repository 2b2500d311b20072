import { describe, expect, it } from 'vitest';
import { PARTS, type DriftId, type Part } from '$lib/experiment';
import { NODES, type NodeId } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import {
  CHIP_PLACES,
  DIVIDER_X,
  EDGE_PATHS,
  flowView,
  LOOP_LABEL,
  NODE_PLACES,
  RAIL_HEIGHT,
  type ChipStop
} from '$lib/views/lesson';
import { lessonAt, PLACES } from '../../machine/lesson/driver';
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

it('knows the node where the lesson stands, for screens that have room for one name', () => {
  for (const place of PLACES) {
    const { nodes, current } = flowView(lessonAt(place).state);
    expect([current], place).toEqual(nodes.filter(({ state }) => state === 'current'));
  }
});

describe('the loop back to the re-run', () => {
  it('is drawn during the investigation, and while what was put back is tried', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    expect(edge(lesson.state, 'loop')?.state).toBe('todo');
    lesson.send('NEXT');
    expect(edge(lesson.state, 'loop')?.state).toBe('done');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(edge(lesson.state, 'loop')?.state).toBe('done');
    lesson.send('RERUN');
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
    expect(edge(lesson.state, 'loop')?.state).toBe('skipped');
  });

  it('is run along while the fix trains, and at no other time', () => {
    const lesson = lessonAt('investigating');
    const seen: [string, boolean][] = [];
    lesson.actor.subscribe(() => seen.push([lesson.state.at, flowView(lesson.state).isFixing]));
    lesson.send({ type: 'RESTORE', id: 'library-default' }, 'RERUN');
    expect(edge(lesson.state, 'loop')?.state).toBe('done');
    lesson.settle();
    expect(lesson.state.at).toBe('trusted');
    expect(seen.filter(([, fixing]) => fixing).map(([at]) => at)).toContain('retraining');
    for (const [at, fixing] of seen) expect(fixing, at).toBe(at === 'retraining');
  });

  it('is not drawn before the learner goes after the mismatch', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    lesson.send('BACK');
    expect(edge(lesson.state, 'loop')?.state).toBe('todo');
  });

  it('is not drawn for the next story, wherever that begins, and no fix is on its way', () => {
    for (const step of [3, 4, 5] as const) {
      const lesson = lessonAt('investigating');
      lesson.send('TOGGLE_DRIFTS', 'RERUN');
      lesson.settle();
      lesson.goTo(step);
      lesson.judge();
      lesson.send({ type: 'CHOOSE_DRIFT', id: 'rows-reversed', on: true });
      expect(edge(lesson.state, 'loop')?.state).toBe('todo');
      lesson.goTo(4);
      expect(lesson.state.at).toBe('retraining');
      expect(flowView(lesson.state).isFixing).toBe(false);
    }
  });

  it('is not drawn at a first re-run, nor left out before the verdict', () => {
    expect(edge(stateAt(3, 'library-default'), 'loop')?.state).toBe('todo');
    expect(edge(stateAt(3), 'loop')?.state).toBe('todo');
    expect(flowView(lessonAt('retraining').state).isFixing).toBe(false);
  });
});

describe('the two cases', () => {
  const cases = (state: LessonState) =>
    flowView(state)
      .cases.filter(({ shown }) => shown)
      .map(({ run, at, chips }) => [run, at, ...chips.map(({ state }) => state)].join(' '));
  const all = (state: string) => PARTS.map(() => state).join(' ');

  it('hold code, data and environment each, and say whose they are', () => {
    for (const { label, chips } of flowView(stateAt(0)).cases) {
      expect(label).toMatch(/^What the (first run|re-run) is made of$/);
      expect(chips.map(({ part, label }) => [part, label])).toEqual([
        ['code', 'code'],
        ['data', 'data'],
        ['environment', 'env']
      ]);
    }
  });

  it('travel with the learner as far as they were saved', () => {
    expect(cases(stateAt(0))).toEqual([`then start ${all('carried')}`]);
    expect(cases(stateAt(1))).toEqual([`then train ${all('carried')}`]);
    expect(cases(stateAt(2))).toEqual([`then save ${all('carried')}`]);
  });

  it('are two from the re-run on: the one that was saved stays behind', () => {
    for (const step of [3, 4, 5] as const)
      expect(cases(stateAt(step))).toEqual([`then save ${all('kept')}`, `later rerun ${all('same')}`]);
    expect(cases(stateAt(6, 'library-default'))).toEqual([
      'then save kept kept leftOut',
      'later rerun same same differs'
    ]);
  });

  const chipsOf = (state: LessonState, run: 'then' | 'later', chip: string) =>
    flowView(state)
      .cases.find((entry) => entry.run === run)
      ?.chips.filter(({ state }) => state === chip);
  const parts = (...args: Parameters<typeof chipsOf>) => chipsOf(...args)?.map(({ part }) => part);

  it.each<[DriftId, Part]>([
    ['library-default', 'environment'],
    ['float32', 'environment'],
    ['rows-reversed', 'data'],
    ['more-epochs', 'code']
  ])('show that %s changed what was loaded, and nothing else: the %s', (drift, part) => {
    expect(parts(stateAt(3, drift), 'later', 'differs')).toEqual([part]);
    expect(parts(stateAt(3, drift), 'later', 'same')).toHaveLength(2);
    expect(chipsOf(stateAt(3, drift), 'later', 'differs')?.[0]!.told).toBe('changed since it was saved');
  });

  it('show what was left out where it was left out, before anything of it has changed', () => {
    expect(parts(stateAt(1, 'rows-reversed'), 'then', 'leftOut')).toEqual([]);
    expect(parts(stateAt(2, 'rows-reversed'), 'then', 'leftOut')).toEqual(['data']);
    expect(chipsOf(stateAt(2, 'rows-reversed'), 'then', 'leftOut')?.[0]!.told).toBe('left out');
    expect(flowView(stateAt(2, 'rows-reversed')).cases[1].shown).toBe(false);
  });

  it('have words for what is out of the ordinary only', () => {
    for (const { chips } of flowView(stateAt(3)).cases)
      expect(chips.map(({ told }) => told)).toEqual(['', '', '']);
  });

  it('show every part that differs, and none when nothing does', () => {
    expect(parts(stateAt(3, 'ddof', 'rows-reversed', 'more-epochs'), 'later', 'differs')).toEqual(PARTS);
    expect(parts(stateAt(5), 'later', 'differs')).toEqual([]);
  });

  it('show what is put back at once, before the training runs again', () => {
    const lesson = realLesson('library-default', 'rows-reversed');
    lesson.goTo(6);
    lesson.send({ type: 'RESTORE', id: 'rows-reversed' });
    expect(parts(lesson.state, 'later', 'differs')).toEqual(['environment']);
    lesson.send({ type: 'UNDO_RESTORE', id: 'rows-reversed' });
    expect(parts(lesson.state, 'later', 'differs')).toEqual(['data', 'environment']);
  });
});

describe('the places on the rail', () => {
  const stops = Object.entries(CHIP_PLACES) as [ChipStop, (typeof CHIP_PLACES)[ChipStop]][];

  it('are all on it', () => {
    for (const { x, y } of [...Object.values(NODE_PLACES), ...Object.values(CHIP_PLACES), LOOP_LABEL]) {
      expect(x > 0 && x < 100, String(x)).toBe(true);
      expect(y > 0 && y < RAIL_HEIGHT, String(y)).toBe(true);
    }
  });

  it('are a tenth of it apart, or one above the other', () => {
    for (const a of NODES)
      for (const b of NODES) {
        const [one, other] = [NODE_PLACES[a], NODE_PLACES[b]];
        if (a < b && one.y === other.y) expect(Math.abs(one.x - other.x), `${a} ${b}`).toBeGreaterThan(10);
        if (a < b && one.x === other.x) expect(Math.abs(one.y - other.y), `${a} ${b}`).toBeGreaterThan(30);
      }
  });

  it('keep then and later apart', () => {
    for (const id of ['start', 'train', 'save'] as const) expect(NODE_PLACES[id].x).toBeLessThan(DIVIDER_X);
    for (const id of NODES.slice(3)) expect(NODE_PLACES[id].x).toBeGreaterThan(DIVIDER_X);
  });

  it('have cases below the nodes that they belong to', () => {
    for (const [stop, { x, y }] of stops) {
      expect(x).toBe(NODE_PLACES[stop].x);
      expect(y).toBeGreaterThan(NODE_PLACES[stop].y);
    }
  });

  it('are joined by lines from node to node', () => {
    for (const { id } of flowView(stateAt(0)).edges.filter(({ id }) => id !== 'loop')) {
      const [from, to] = id.split('-') as NodeId[];
      const [start, end] = [NODE_PLACES[from!], NODE_PLACES[to!]];
      expect(EDGE_PATHS[id]).toMatch(new RegExp(`^M${start.x},${start.y}L.*?${end.x},${end.y}$`));
    }
  });

  it('lead round the loop from the investigation below all branches to the case of the re-run', () => {
    const { investigate, mismatch } = NODE_PLACES;
    const [, down, back] = /^M92,69V(\d+)H([\d.]+)C/.exec(EDGE_PATHS.loop) ?? [];
    expect([investigate.x, investigate.y]).toEqual([92, 69]);
    expect(Number(down)).toBeGreaterThan(mismatch.y);
    expect(Number(back)).toBeGreaterThan(CHIP_PLACES.rerun.x);
    expect(Number(back)).toBeLessThan(NODE_PLACES.compare.x);
    expect(EDGE_PATHS.loop).toMatch(new RegExp(`,${CHIP_PLACES.rerun.y}$`));
  });
});
