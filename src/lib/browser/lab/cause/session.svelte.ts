import { untrack } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import {
  bisectMachine,
  bisectState,
  type BisectCommand,
  type BisectState,
  type LabPlace
} from '../../../machine/lab';
import { fitsSetup } from '../../../machine/lab/cause/fit';
import { repairedManifest } from '../../../machine/lab/cause/repair';
import { liveActor, type LiveActor } from '../../actor.svelte';
import type { PartSession, LabSession } from '../session.svelte';
import { probeActor, restFor } from './probe-actor';

/** Where a search was asked for. */
type Asked = Omit<LabPlace, 'view'>;

/** The search for the causes of what differs, while the page is open: it goes on when others are looked at. */
export class CauseSession implements PartSession {
  readonly #session: Pick<LabSession, 'state' | 'client' | 'send' | 'watch'>;
  readonly #calm = new MediaQuery('prefers-reduced-motion: reduce', false);
  readonly #actor: LiveActor<typeof bisectMachine>;
  readonly #unfollow: () => void;
  #asked = $state.raw<Asked | null>(null);

  // Getters rather than deriveds, which would end with the component that was the first to ask for them.
  get state(): BisectState {
    return bisectState(this.#actor.snapshot);
  }

  /** Whether the search is about what is set up now. */
  get fits(): boolean {
    return fitsSetup(this.state.question, this.#session.state);
  }

  /** The drifts that were in force when the search was asked for. */
  get drifts(): readonly string[] {
    return this.#asked?.setup.drifts ?? [];
  }

  constructor(session: Pick<LabSession, 'state' | 'client' | 'send' | 'watch'>) {
    this.#session = session;
    const rest = () => (this.#calm.current ? 0 : restFor(untrack(() => this.state.remaining)));
    this.#actor = liveActor(bisectMachine.provide({ actors: { probe: probeActor(session.client, rest) } }));
    // No effect: one that began with a component can end with it, and the setup changes in every part.
    this.#unfollow = session.watch((lab) => {
      const { busy, question } = this.state;
      if (busy && !fitsSetup(question, lab)) this.cancel();
    });
  }

  /** Whether a search of what is set up now was stopped, and can go on. */
  get canResume(): boolean {
    return this.fits && this.state.canRetry;
  }

  /** Goes on where the search was stopped, or searches what is set up now. */
  run = (): void => {
    if (this.canResume) this.#send({ type: 'RETRY' });
    else this.start();
  };

  /** Searches what is set up now, from the start. */
  start = (): void => {
    const { pair, setup, criterion, tolerance, then } = this.#session.state;
    this.#asked = { setup, criterion, tolerance };
    this.#send({ type: 'START', ...pair, criterion, tolerance, ...(then && { record: then }) });
  };

  cancel = (): void => this.#send({ type: 'CANCEL' });

  /** Gives the re-run what the repair puts back. */
  putBack = (): void => {
    const manifest = repairedManifest(this.state);
    if (manifest) this.#session.send({ type: 'SET_LATER', manifest });
  };

  /** Sets up again what the search was about. */
  return = (): void => {
    if (!this.#asked) return;
    const { setup, criterion, tolerance } = this.#asked;
    this.#session.send({ type: 'SET_UP', setup });
    this.#session.send({ type: 'SET_CRITERION', criterion });
    if (criterion === 'score') this.#session.send({ type: 'SET_TOLERANCE', points: tolerance });
  };

  stop(): void {
    this.#unfollow();
    this.#actor.stop();
  }

  #send(event: BisectCommand): void {
    this.#actor.send(event);
  }
}
