import { replaceState } from '$app/navigation';
import {
  LAB_START,
  labMachine,
  labState,
  type LabCommand,
  type LabRun,
  type LabState
} from '../../machine/lab';
import { createLabClient, spawnLabWorker } from '../../trainer/lab';
import { labAddressOf, labAddressWith, parseLabAddress } from '../../views/lab/address';
import { liveActor } from '../actor.svelte';
import { RunStore, type Model } from '../run-store.svelte';
import { TestSets } from './test-sets.svelte';
import { trainActor } from '../train-actor';

/** What one part of the Lab has under way: `lab/<part>/session` holds one, where a part works on something. */
export interface PartSession {
  stop(): void;
}

/** One visit to the Lab: its machine with a real trainer, and the page's address. */
export class LabSession {
  /** For the parts that have work of their own for the trainer. */
  readonly client = createLabClient(spawnLabWorker);
  readonly #store = new RunStore();
  readonly #testSets = new TestSets(this.client);
  readonly #actor = liveActor(
    labMachine.provide({ actors: { train: trainActor(this.client, this.#store) } })
  );
  readonly #parts: { readonly part: PartSession; readonly end: () => void }[] = [];

  readonly state = $derived(labState(this.#actor.snapshot));
  /** What each run is tested on; null until the trainer has told. */
  readonly testSets = $derived({
    then: this.#testSets.of(this.state.keys.then),
    later: this.#testSets.of(this.state.keys.later)
  });
  /** Why the address could not be read. */
  addressProblem = $state<string | null>(null);

  readonly #partIds: readonly string[];

  /** @param partIds which parts the Lab has. */
  constructor(partIds: readonly string[]) {
    this.#partIds = partIds;
  }

  send = (command: LabCommand): void => this.#actor.send(command);

  /** Calls back at every change, whichever part is looked at; returns what ends that. */
  watch = (listener: (state: LabState) => void): (() => void) =>
    this.#actor.watch((snapshot) => listener(labState(snapshot)));

  /** The newest weights of a run, and how measurements become its inputs. */
  modelOf = (run: LabRun): Model | null => this.#store.modelOf(this.state.keys[run]);

  /** Opens what the address names. Returns what ends the session, and with it whatever is under way. */
  open(): () => void {
    const place = parseLabAddress(location.search, this.#partIds);
    if (!place.ok) this.addressProblem = place.message;
    this.send({ type: 'OPEN', place: place.ok ? place.value : LAB_START });
    return () => {
      for (const { part, end } of this.#parts) {
        part.stop();
        end();
      }
      this.#actor.stop();
      this.client.dispose();
    };
  }

  /**
   * The work of one part of the Lab: made when it is first looked at, kept while others are, stopped at the end.
   * @param Part its class.
   */
  part<P extends PartSession>(Part: new (session: LabSession) => P): P {
    const known = this.#parts.find(({ part }) => part instanceof Part)?.part;
    if (known) return known as P;
    let made: P | undefined;
    // In a root of its own: what it derives would else end with the component that asks first.
    const end = $effect.root(() => {
      made = new Part(this);
    });
    const part = made as unknown as P;
    this.#parts.push({ part, end });
    return part;
  }

  /** Asks what the runs are tested on; to be called in an effect. */
  followTestSets(): void {
    const { keys, pair } = this.state;
    for (const run of ['then', 'later'] as const) void this.#testSets.ask(keys[run], pair[run]);
  }

  /** Keeps the address in step; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const search = labAddressWith(location.search, this.state, this.#partIds);
    if (search !== null) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }

  /** The address of this place in another part of the Lab. */
  addressOf = (view: string): string => labAddressOf({ ...this.state, view }) || '?';

  onkey = (event: KeyboardEvent): void => {
    const undo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    const target = event.target instanceof Element ? event.target : null;
    // A text field has an undo of its own.
    if (
      !undo ||
      event.defaultPrevented ||
      target?.closest('input:not([type="checkbox"], [type="radio"]), textarea')
    )
      return;
    event.preventDefault();
    this.send({ type: event.shiftKey ? 'REDO' : 'UNDO' });
  };
}
