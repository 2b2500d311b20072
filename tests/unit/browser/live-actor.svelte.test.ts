// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { assign, setup } from 'xstate';
import { liveActor } from '$lib/browser/actor.svelte';

const counter = setup({
  types: { context: {} as { count: number }, events: {} as { type: 'ADD' | 'NOTHING' } }
}).createMachine({
  context: { count: 0 },
  on: { ADD: { actions: assign({ count: ({ context }) => context.count + 1 }) } }
});

/** Runs an effect that reads a count, and keeps what it read each time. */
function follow(actor: ReturnType<typeof liveActor<typeof counter>>) {
  const seen: number[] = [];
  const end = $effect.root(() => {
    $effect(() => {
      seen.push(actor.snapshot.context.count);
    });
  });
  flushSync();
  return { seen, end };
}

describe('a live actor', () => {
  it('has a snapshot from the start, for whoever asks', () => {
    expect(liveActor(counter).snapshot.context.count).toBe(0);
  });

  it('shows the newest snapshot outside of effects too', () => {
    const actor = liveActor(counter);
    actor.send({ type: 'ADD' });
    actor.send({ type: 'ADD' });
    expect(actor.snapshot.context.count).toBe(2);
  });

  it('has the effects that read it run again', () => {
    const actor = liveActor(counter);
    const { seen, end } = follow(actor);
    for (let round = 0; round < 3; round++) flushSync(() => actor.send({ type: 'ADD' }));
    expect(seen).toEqual([0, 1, 2, 3]);
    end();
  });

  it('brings what is derived of it up to date', () => {
    const actor = liveActor(counter);
    const doubled = $derived(2 * actor.snapshot.context.count);
    const read = () => doubled;
    const seen: number[] = [];
    const end = $effect.root(() => {
      $effect(() => void seen.push(read()));
    });
    flushSync();
    flushSync(() => actor.send({ type: 'ADD' }));
    expect(seen).toEqual([0, 2]);
    // Already within the event that sent it, as the slider needs it.
    actor.send({ type: 'ADD' });
    expect(read()).toBe(4);
    end();
  });

  it('shows a late subscriber where it stands, and what comes then', () => {
    const actor = liveActor(counter);
    const early = follow(actor);
    flushSync(() => actor.send({ type: 'ADD' }));
    const late = follow(actor);
    flushSync(() => actor.send({ type: 'ADD' }));
    expect(late.seen).toEqual([1, 2]);
    expect(early.seen).toEqual([0, 1, 2]);
    early.end();
    late.end();
  });

  it('shows where it stands to a subscriber who comes after all others have gone', async () => {
    const actor = liveActor(counter);
    follow(actor).end();
    await Promise.resolve(); // the subscription ends a little after its last effect
    actor.send({ type: 'ADD' });
    const { seen, end } = follow(actor);
    flushSync(() => actor.send({ type: 'ADD' }));
    expect(seen).toEqual([1, 2]);
    end();
  });

  it('leaves an effect alone once that has ended', () => {
    const actor = liveActor(counter);
    const { seen, end } = follow(actor);
    end();
    flushSync(() => actor.send({ type: 'ADD' }));
    expect(seen).toEqual([0]);
  });

  it('starts with what it is given', () => {
    const machine = setup({ types: { context: {} as { name: string }, input: {} as { name: string } } });
    const greeted = machine.createMachine({ context: ({ input }) => ({ name: input.name }) });
    expect(liveActor(greeted, { input: { name: 'Adelie' } }).snapshot.context.name).toBe('Adelie');
  });

  it('does nothing any more when it is stopped', () => {
    const actor = liveActor(counter);
    actor.send({ type: 'ADD' });
    actor.stop();
    expect(actor.snapshot.status).toBe('stopped');
    vi.spyOn(console, 'warn').mockImplementation(() => {}); // XState warns of events to the stopped
    actor.send({ type: 'ADD' });
    expect(actor.snapshot.context.count).toBe(1);
  });
});
