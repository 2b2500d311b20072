// @vitest-environment jsdom
import { flushSync, untrack } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabSession } from '$lib/browser/lab/session.svelte';
import { FakeLabWorker } from '../../trainer/fake-worker';

const { workers } = vi.hoisted(() => ({ workers: [] as FakeLabWorker[] }));
vi.mock('$lib/trainer/spawn-lab-worker', () => ({
  spawnLabWorker: () => {
    const worker = new FakeLabWorker();
    workers.push(worker);
    return worker;
  }
}));
vi.mock('$app/navigation', () => ({
  replaceState: (url: string) => history.replaceState({}, '', url)
}));

let ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends) end();
  ends = [];
  workers.length = 0;
});

/** A visit to the page at an address, which does with its session what the page does. */
function visit(search = '') {
  history.replaceState({}, '', `/lab/${search}`);
  let session!: LabSession;
  const end = $effect.root(() => {
    session = new LabSession(['compare', 'cause']);
    $effect(() => untrack(() => session.open()));
    $effect(() => session.followAddress());
  });
  ends.push(end);
  flushSync();
  return { session, end };
}

function send(session: LabSession, ...commands: Parameters<LabSession['send']>[0][]): void {
  for (const command of commands) session.send(command);
  flushSync();
}

describe('the address of the Lab', () => {
  it('opens the setup and the part that it names, and stays', () => {
    const { session } = visit('?drifts=library-default&view=cause');
    expect(session.state).toMatchObject({ view: 'cause', setup: { drifts: ['library-default'] } });
    expect(location.search).toBe('?drifts=library-default&view=cause');
  });

  it('follows every change at once, and leaves what is not ours', () => {
    const { session } = visit('?utm_source=letter');
    send(session, { type: 'TOGGLE_DRIFT', id: 'ddof' }, { type: 'SHOW', view: 'cause' });
    const params = new URLSearchParams(location.search);
    expect([params.get('drifts'), params.get('view'), params.get('utm_source')]).toEqual([
      'ddof',
      'cause',
      'letter'
    ]);
    send(session, { type: 'RESET' }, { type: 'SHOW', view: 'compare' });
    expect(location.search).toBe('?utm_source=letter');
  });

  it('that is mangled opens the start, says why, and stays until something changes', () => {
    const { session } = visit('?drifts=nothing-known');
    expect(session.addressProblem).toContain('nothing-known');
    expect(location.search).toBe('?drifts=nothing-known');
    send(session, { type: 'TOGGLE_DRIFT', id: 'ddof' });
    expect(location.search).toBe('?drifts=ddof');
  });
});

describe('the keys of the Lab', () => {
  const press = (session: LabSession, target: Element, shiftKey = false) => {
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey, cancelable: true });
    const listen = (event: Event) => session.onkey(event as KeyboardEvent);
    target.addEventListener('keydown', listen);
    target.dispatchEvent(event);
    target.removeEventListener('keydown', listen);
    flushSync();
    return [event.defaultPrevented, session.state.setup.drifts];
  };

  it('undo and redo, except in a text field, which does so itself', () => {
    const { session } = visit();
    send(session, { type: 'TOGGLE_DRIFT', id: 'ddof' });
    expect(press(session, document.createElement('textarea'))).toEqual([false, ['ddof']]);
    expect(press(session, document.body)).toEqual([true, []]);
    expect(press(session, document.body, true)).toEqual([true, ['ddof']]);
  });
});

it('a visit that ends leaves no worker behind, and stops what its parts have under way', () => {
  const { session, end } = visit();
  const stop = vi.fn();
  class Part {
    stop = stop;
  }
  expect(session.part(Part)).toBe(session.part(Part));
  end();
  expect(stop).toHaveBeenCalledTimes(1);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
