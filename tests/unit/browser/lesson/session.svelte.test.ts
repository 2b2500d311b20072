// @vitest-environment jsdom
import { flushSync, untrack } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LessonSession } from '$lib/browser/lesson/session.svelte';
import { applyDrifts, BASELINE } from '$lib/experiment';
import { runsView } from '$lib/views/lesson';
import { realRun } from '../../machine/fake-trainer';
import { FakeWorker } from '../../trainer/fake-worker';

const { workers, spawn } = vi.hoisted(() => {
  const workers: FakeWorker[] = [];
  return { workers, spawn: vi.fn<() => FakeWorker>() };
});
vi.mock('$lib/trainer/spawn-worker', () => ({ spawnTrainerWorker: spawn }));
vi.mock('$app/navigation', () => ({
  replaceState: (url: string) => history.replaceState({}, '', url)
}));

let ends: (() => void)[] = [];
/** Whether the reader prefers reduced motion: the lesson then takes no longer than its trainings. */
let calm = true;

beforeEach(() => {
  calm = true;
  spawn.mockImplementation(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: calm }));
});

afterEach(() => {
  for (const end of ends) end();
  ends = [];
  workers.length = 0;
  localStorage.clear();
  document.body.innerHTML = '';
});

/** A visit to the page at an address, which does with its session what the page does. */
function visit(search = '') {
  history.replaceState({}, '', `/${search}`);
  let session!: LessonSession;
  const end = $effect.root(() => {
    session = new LessonSession();
    $effect(() => untrack(() => session.open()));
    $effect(() => session.followMotion());
    $effect(() => session.followTestSet());
    $effect(() => session.followAddress());
  });
  ends.push(end);
  flushSync();
  return { session, end };
}

type Session = ReturnType<typeof visit>['session'];

const at = (session: Session, place: string) => vi.waitFor(() => expect(session.state.at).toBe(place));

/** Presses a key with nothing in focus; tells whether the page took it. */
function press(session: Session, key: string, target: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  const listen = (event: KeyboardEvent) => session.onkey(event);
  window.addEventListener('keydown', listen);
  target.dispatchEvent(event);
  window.removeEventListener('keydown', listen);
  flushSync();
  return event.defaultPrevented;
}

describe('an address', () => {
  it('without a place opens the start, and stays as it is', () => {
    const { session } = visit('?utm_source=letter');
    expect(session.state).toMatchObject({ at: 'idle', drifts: [] });
    expect(session.addressProblem).toBeNull();
    expect(location.search).toBe('?utm_source=letter');
  });

  it('opens the step and what differs, through trainings of its own', async () => {
    const { session } = visit('?step=5&drifts=library-default');
    expect(session.state).toMatchObject({ goal: 5, drifts: ['library-default'] });
    await at(session, 'mismatched');
    expect(session.state.then?.digest).toBe(realRun(BASELINE).record.digest);
    expect(session.state.later?.digest).toBe(realRun(applyDrifts(['library-default'])).record.digest);
    expect(location.search).toBe('?step=5&drifts=library-default');
  });

  it.each([
    [1, 'trained'],
    [2, 'saved'],
    [3, 'loaded'],
    [4, 'retrained'],
    [5, 'trusted']
  ] as const)('opens step %i, and stays as it is', async (step, place) => {
    const { session } = visit(`?step=${step}`);
    await at(session, place);
    expect(session.addressProblem).toBeNull();
    expect(location.search).toBe(`?step=${step}`);
  });

  it('that is mangled opens the start, says why, and stays until the learner moves', async () => {
    const { session } = visit('?step=nine');
    expect(session.state.at).toBe('idle');
    expect(session.addressProblem).toContain('nine');
    expect(location.search).toBe('?step=nine');
    session.send({ type: 'NEXT' });
    flushSync();
    expect(location.search).toBe('?step=1');
    await at(session, 'trained');
  });

  it('follows at once where the learner is heading, and leaves what is not ours', () => {
    const { session } = visit('?utm_source=letter');
    session.send({ type: 'GO_TO', step: 4 });
    flushSync();
    expect(new URLSearchParams(location.search).get('step')).toBe('4');
    session.send({ type: 'CHOOSE_DRIFT', id: 'ddof', on: true });
    flushSync();
    const params = new URLSearchParams(location.search);
    expect([params.get('drifts'), params.get('utm_source')]).toEqual(['ddof', 'letter']);
  });
});

describe('a training', () => {
  it('leaves its weights for the drawings, under the name of its run', async () => {
    const { session } = visit();
    const [before] = runsView(session.state);
    expect([session.areaOf(before), session.weightsOf('then')]).toEqual([null, null]);
    session.send({ type: 'GO_TO', step: 1 });
    await at(session, 'trained');
    expect([...(session.weightsOf('then') ?? [])]).toEqual([...realRun(BASELINE).weights]);
    await vi.waitFor(() => expect(session.areaOf(runsView(session.state)[0])?.length).toBeGreaterThan(0));
    expect(session.areaOf(runsView(session.state)[1])).toBeNull();
  });

  it('does not disturb, epoch by epoch, what only follows what is known', async () => {
    calm = false;
    const { session } = visit();
    session.send({ type: 'GO_TO', step: 1 });
    flushSync();
    const settled = session.settled;
    await vi.waitFor(() => expect(session.state.progress?.epoch ?? 0).toBeGreaterThan(1));
    expect(session.settled).toBe(settled);
    expect(settled.progress).toBeNull();
    session.send({ type: 'BACK' });
    expect(session.settled).not.toBe(settled);
  });

  it('takes no time to please the eye of those who prefer calm', async () => {
    const { session } = visit();
    session.send({ type: 'GO_TO', step: 1 });
    await at(session, 'trained');
    expect(workers[0]!.sent).toContainEqual(
      expect.objectContaining({ name: 'train', input: { manifest: BASELINE, pace: 0 } })
    );
  });

  it('takes its time for everybody else', async () => {
    calm = false;
    const { session } = visit();
    session.send({ type: 'GO_TO', step: 1 });
    await vi.waitFor(() =>
      expect(workers[0]!.sent.some((message) => 'name' in message && message.name === 'train')).toBe(true)
    );
    expect(workers[0]!.sent).toContainEqual(
      expect.objectContaining({ input: { manifest: BASELINE, pace: 24 } })
    );
  });
});

describe('what the runs are tested on', () => {
  it('is asked for at once, and known before anything is trained', async () => {
    const { session } = visit();
    expect(session.penguins).toEqual([]);
    await vi.waitFor(() => expect(session.penguins).toHaveLength(100));
    expect(session.testSet?.penguins).toHaveLength(100);
    expect(session.state.at).toBe('idle');
  });

  it('is asked for again once a run is known, if the trainer broke down before it told', async () => {
    const { session } = visit();
    workers[0]!.emit('error', { message: 'out of memory' });
    expect(session.testSet).toBeNull();
    session.send({ type: 'NEXT' });
    await at(session, 'trained');
    await vi.waitFor(() => expect(session.penguins).toHaveLength(100));
    expect(workers).toHaveLength(2);
  });

  it('cannot be had where no worker may start, which is said before anyone asks for a training', async () => {
    spawn.mockImplementation(() => {
      throw new Error('refused');
    });
    const { session } = visit();
    await vi.waitFor(() => expect(session.failure).toMatchObject({ kind: 'blocked' }));
    expect(session.state.at).toBe('idle');
  });
});

describe('a cell that is pointed at', () => {
  const scrolled: string[] = [];
  beforeEach(() => {
    scrolled.length = 0;
    document.body.innerHTML = '<p id="cell-4-output"></p><p id="cell-3-action"></p>';
    for (const cell of document.querySelectorAll('p'))
      cell.scrollIntoView = () => void scrolled.push(cell.id);
  });

  it('is brought into view, one at a time', () => {
    const { session } = visit();
    expect(session.pointed).toBeNull();
    session.pointAt({ step: 4, column: 'output' });
    expect(session.pointed).toBe('cell-4-output');
    session.pointAt({ step: 3, column: 'action' });
    expect(session.pointed).toBe('cell-3-action');
    expect(scrolled).toEqual(['cell-4-output', 'cell-3-action']);
  });

  it('is so until the next step, and not again on the way back', async () => {
    const { session } = visit();
    session.pointAt({ step: 4, column: 'output' });
    session.send({ type: 'NEXT' });
    expect(session.pointed).toBeNull();
    await at(session, 'trained');
    session.send({ type: 'BACK' });
    expect(session.state.step).toBe(0);
    expect(session.pointed).toBeNull();
  });

  it('is so no longer when the lesson goes on by itself', async () => {
    const { session } = visit();
    session.send({ type: 'GO_TO', step: 4 });
    session.pointAt({ step: 4, column: 'output' });
    expect([session.state.step, session.pointed]).toEqual([1, 'cell-4-output']);
    await at(session, 'retrained');
    expect(session.pointed).toBeNull();
  });

  it('may not have come yet', () => {
    document.body.innerHTML = '';
    const { session } = visit();
    expect(() => session.pointAt({ step: 4, column: 'output' })).not.toThrow();
    expect(session.pointed).toBe('cell-4-output');
  });
});

describe('a key', () => {
  it('walks the lesson, and is taken from the page', async () => {
    const { session } = visit();
    expect(press(session, 'ArrowRight')).toBe(true);
    await at(session, 'trained');
    expect(press(session, 'ArrowLeft')).toBe(true);
    expect(session.state.at).toBe('idle');
    expect(press(session, 'd')).toBe(true);
    expect(session.state.differs).toBe(true);
    expect(press(session, 'r')).toBe(true);
    expect(session.state.differs).toBe(false);
  });

  it('plays, and pauses what plays', () => {
    const { session } = visit();
    press(session, ' ');
    expect(session.state.playing).toBe(true);
    press(session, ' ');
    expect(session.state.playing).toBe(false);
  });

  it('that means nothing here, or something to what has the focus, is left to the page', () => {
    const { session } = visit();
    document.body.innerHTML = '<input>';
    expect(press(session, 'ArrowUp')).toBe(false);
    expect(press(session, 'ArrowRight', document.querySelector('input')!)).toBe(false);
    expect(session.state.at).toBe('idle');
  });

  it('shows the list of keys, which has them all until it is called off', () => {
    const { session } = visit();
    press(session, '?');
    expect(session.keysShown).toBe(true);
    expect(press(session, 'ArrowRight')).toBe(false);
    expect(press(session, 'd')).toBe(false);
    expect(session.state).toMatchObject({ at: 'idle', differs: false });
    press(session, 'Escape');
    expect(session.keysShown).toBe(false);
  });

  it('Escape is left to the list once that is there', () => {
    const { session } = visit();
    press(session, '?');
    document.body.innerHTML = '<dialog open><button>Close</button></dialog>';
    press(session, 'Escape', document.querySelector('button')!);
    expect(session.keysShown).toBe(true);
  });

  it('pressed right after Escape counts, although the list’s end is told only later', () => {
    const { session } = visit();
    press(session, '?');
    document.body.innerHTML = '<dialog></dialog>';
    expect(press(session, 'd')).toBe(true);
    expect(session.state.differs).toBe(true);
  });

  it('that is a letter does nothing for those who have chosen so, on later visits too', () => {
    const { session, end } = visit();
    expect(session.letterKeys).toBe(true);
    session.letterKeys = false;
    expect(press(session, 'd')).toBe(false);
    expect(press(session, '?')).toBe(false);
    expect([session.state.differs, session.keysShown]).toEqual([false, false]);
    end();
    const { session: later } = visit();
    expect(later.letterKeys).toBe(false);
    later.letterKeys = true;
    expect(press(later, 'd')).toBe(true);
  });
});

describe('a run that is taken home', () => {
  it('is there once it is trained, with what was expected of it', async () => {
    const { session } = visit();
    session.takeHome('then');
    expect(session.home).toBeNull();
    session.send({ type: 'GO_TO', step: 3 });
    await at(session, 'loaded');
    session.send({ type: 'PREDICT', answer: 'mismatch' });
    session.send({ type: 'GO_TO', step: 5 });
    await at(session, 'trusted');
    session.takeHome('then');
    expect(session.home).toEqual({ record: session.state.then, prediction: undefined });
    session.takeHome('later');
    expect(session.home).toEqual({ record: session.state.later, prediction: 'mismatch' });
  });

  it('stays as it was when that began', async () => {
    const { session } = visit();
    session.send({ type: 'GO_TO', step: 4 });
    await at(session, 'retrained');
    session.takeHome('later');
    const { home } = session;
    session.send({ type: 'RESET' });
    expect(session.home).toBe(home);
    expect(home?.record.digest).toBe(realRun(BASELINE).record.digest);
  });
});

it('a visit that ends leaves no worker behind, and does nothing more', () => {
  const { session, end } = visit();
  session.send({ type: 'NEXT' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
  end();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
