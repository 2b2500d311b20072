import { untrack } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import { replaceState } from '$app/navigation';
import { BASELINE, manifestKey, type RunRecord } from '../../experiment';
import {
  caseAt,
  CASE_START,
  caseMachine,
  caseState,
  LAST_CASE,
  openedCase,
  type BisectOfCase,
  type CaseCommand,
  type CaseSource
} from '../../machine/case';
import { bisectMachine, bisectState } from '../../machine/lab';
import { createTrainerClient, spawnTrainerWorker } from '../../trainer';
import { caseAddressOf, caseAddressWith, namesCase, parseCaseAddress } from '../../views/case/address';
import { liveActor, type LiveActor } from '../actor.svelte';
import { probeActor, restFor } from '../lab/cause/probe-actor';
import { TestSets } from '../lab/test-sets.svelte';
import { RunStore, type Model } from '../run-store.svelte';
import { readStored, store } from '../storage';
import { trainActor } from '../train-actor';
import { CaseMaking } from './making.svelte';

/** Where the case that was left last is kept: its address, with all that was done in it. */
const LEFT = 'retrace.case';

/** One visit to a case: its machine with a real trainer, the search that it is measured by, and the page's address. */
export class CaseSession {
  readonly #client = createTrainerClient(spawnTrainerWorker);
  readonly #store = new RunStore();
  readonly #testSets = new TestSets(this.#client);
  readonly #calm = new MediaQuery('prefers-reduced-motion: reduce', false);
  readonly #actor = liveActor(
    caseMachine.provide({ actors: { train: trainActor(this.#client, this.#store) } })
  );
  readonly #bisect: LiveActor<typeof bisectMachine> = liveActor(
    bisectMachine.provide({
      actors: {
        // Only a search that is watched takes its time.
        probe: probeActor(this.#client, () =>
          this.#calm.current || !untrack(() => this.state.causes)
            ? 0
            : restFor(untrack(() => bisectState(this.#bisect.snapshot).remaining))
        )
      }
    })
  );
  /** The case that the search is about, and whether it began after that was solved. */
  #searched = $state.raw<{ readonly key: string; readonly open: boolean } | null>(null);

  readonly state = $derived(caseState(this.#actor.snapshot));
  readonly #key = $derived(JSON.stringify(this.state.source));
  /** What delta debugging has come to in this case. */
  readonly search = $derived.by((): BisectOfCase =>
    this.#searched?.key === this.#key ? bisectState(this.#bisect.snapshot) : null
  );
  /** The case that is being made for somebody else. */
  readonly making = new CaseMaking(this.#client);
  /** Why the address could not be read. */
  addressProblem = $state<string | null>(null);

  send = (command: CaseCommand): void => this.#actor.send(command);

  /** Opens what the address names, or else the case that was left last. Returns what ends the session. */
  open(): () => void {
    const stored = readStored(LEFT);
    const left = typeof stored === 'string' ? stored : '';
    const search = namesCase(location.search) ? location.search : left;
    const place = parseCaseAddress(search);
    if (!place.ok && namesCase(location.search)) this.addressProblem = place.message;
    this.send({ type: 'OPEN', place: place.ok ? place.value : CASE_START });
    return () => {
      this.#actor.stop();
      this.#bisect.stop();
      this.#client.dispose();
    };
  }

  take = (source: CaseSource): void => this.send({ type: 'TAKE', source });

  /** The next case of the same level; of one that a friend has broken, the first of all. */
  fresh = (): void => {
    const { source } = this.state;
    this.take(
      source.kind === 'drawn' ? { ...source, number: (source.number % LAST_CASE) + 1 } : CASE_START.source
    );
  };

  restart = (): void => this.take(this.state.source);

  /** Has delta debugging search this case, from its start. */
  bisect = (): void => {
    const { then, source, criterion, causes } = this.state;
    if (!then || criterion === null) return;
    const { then: first, later } = openedCase(source);
    this.#searched = { key: this.#key, open: causes === null };
    this.#bisect.send({ type: 'START', then: first, later, criterion, record: then });
  };

  stopBisect = (): void => this.#bisect.send({ type: 'CANCEL' });

  /** Begins the search where it is needed: for hints, and once the causes are shown. To be called in an effect. */
  followSearch(): void {
    const { hints, causes, busy, criterion } = this.state;
    if (busy || criterion === null || (hints === 0 && causes === null)) return;
    const isDue = this.#searched?.key !== this.#key || (causes !== null && this.#searched.open);
    if (isDue) untrack(this.bisect);
  }

  /** What is needed to draw a run: its weights, and what it was tested on; null until it is known. */
  modelOf = (record: RunRecord): Model | null => this.#store.modelOf(manifestKey(record.manifest));
  testSetOf = (record: RunRecord) => this.#testSets.of(manifestKey(record.manifest));

  /** Asks what a run is tested on; to be called in an effect. */
  askTestSet(record: RunRecord | null): void {
    const manifest = record?.manifest ?? BASELINE;
    void this.#testSets.ask(manifestKey(manifest), manifest);
  }

  /** Keeps the address in step, and what was left last; to be called in an effect, once the router is ready. */
  followAddress(): void {
    if (this.state.at === 'empty') return;
    const search = caseAddressWith(location.search, this.state);
    store(LEFT, caseAddressOf(this.state));
    if (search !== null) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }

  /** Links to the case as it came, and with everything that was done in it. */
  readonly links = $derived.by(() => {
    const { source, steps, advice } = this.state;
    return {
      case: caseAddressOf(caseAt(source)),
      answer: caseAddressOf({ ...caseAt(source), steps, advice })
    };
  });

  onkey = (event: KeyboardEvent): void => {
    const undo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    const target = event.target instanceof Element ? event.target : null;
    // A text field has an undo of its own.
    if (!undo || event.shiftKey || event.defaultPrevented || target?.closest('input:not([type="checkbox"])'))
      return;
    event.preventDefault();
    this.send({ type: 'UNDO' });
  };
}
