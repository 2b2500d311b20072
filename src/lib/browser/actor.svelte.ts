import { createSubscriber } from 'svelte/reactivity';
import {
  createActor,
  type ActorOptions,
  type AnyStateMachine,
  type EventFrom,
  type SnapshotFrom
} from 'xstate';

/** An actor whose `snapshot` Svelte can follow. */
export interface LiveActor<M extends AnyStateMachine> {
  readonly snapshot: SnapshotFrom<M>;
  readonly send: (event: EventFrom<M>) => void;
  /** Calls back at every change, whoever is on the page; returns what ends that. */
  readonly watch: (listener: (snapshot: SnapshotFrom<M>) => void) => () => void;
  readonly stop: () => void;
}

/**
 * Starts a machine and makes its snapshot reactive.
 * On the server the subscription is a no-op, so pages prerender with the first snapshot.
 */
export function liveActor<M extends AnyStateMachine>(
  machine: M,
  ...[options]: [ActorOptions<M>?]
): LiveActor<M> {
  const actor = createActor(machine, options as ActorOptions<M>);
  const subscribe = createSubscriber((update) => {
    const subscription = actor.subscribe(update);
    return () => subscription.unsubscribe();
  });
  actor.start();
  return {
    get snapshot() {
      subscribe();
      return actor.getSnapshot() as SnapshotFrom<M>;
    },
    send: (event) => actor.send(event),
    watch: (listener) => {
      const subscription = actor.subscribe((snapshot) => listener(snapshot as SnapshotFrom<M>));
      return () => subscription.unsubscribe();
    },
    stop: () => actor.stop()
  };
}
