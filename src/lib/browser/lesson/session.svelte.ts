import { untrack } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import { replaceState } from '$app/navigation';
import { cellId, type CellRef, type Step } from '../../lesson';
import {
  lessonMachine,
  lessonState,
  type LessonCommand,
  type LessonState,
  type RunKey
} from '../../machine/lesson';
import type { TrainerFailure } from '../../trainer';
import { createTrainerClient } from '../../trainer/client';
import { spawnTrainerWorker } from '../../trainer/spawn-worker';
import {
  addressOf,
  addressWith,
  parseAddress,
  takenHome,
  type Area,
  type RunName,
  type RunView,
  type TakenHome
} from '../../views/lesson';
import type * as Drawing from '../../views/drawing';
import { liveActor } from '../actor.svelte';
import { keyAction } from './keys';
import { RunStore, type Model } from '../run-store.svelte';
import { readStored, store } from '../storage';
import { trainActor } from '../train-actor';

/** The new state, unless it says the same as the old one. */
function unlessSame(old: LessonState | null, next: LessonState): LessonState {
  const keys = Object.keys(next) as (keyof LessonState)[];
  const same = (key: keyof LessonState) =>
    old?.[key] === next[key] || JSON.stringify(old?.[key]) === JSON.stringify(next[key]);
  return old && keys.every(same) ? old : next;
}

/** Where it is stored that letters and signs do nothing. */
const NO_LETTERS = 'retrace.no-letter-keys';

/** One visit to the lesson: the machine with a real trainer, the page's address and its keys. */
export class LessonSession {
  readonly #client = createTrainerClient(spawnTrainerWorker);
  readonly #store = new RunStore();
  readonly #actor = liveActor(
    lessonMachine.provide({ actors: { train: trainActor(this.#client, this.#store) } }),
    { input: {} }
  );
  readonly #calm = new MediaQuery('prefers-reduced-motion: reduce', false);

  /** The lesson as it stands, with the progress of a training. */
  readonly state = $derived(lessonState(this.#actor.snapshot));
  /** The same without progress: it changes with what is known, not with every epoch. */
  readonly settled = $derived.by(
    () => (this.#settled = unlessSame(this.#settled, { ...this.state, progress: null }))
  );
  #settled: LessonState | null = null;
  readonly testSet = $derived(this.#store.testSet);
  /** What draws the maps comes after the first page, with the trainer; without it they stay empty. */
  #drawing = $state.raw<typeof Drawing | null>(null);
  /** Everything that a map takes, once all of it has come. */
  readonly #maps = $derived(
    this.testSet &&
      this.#drawing && {
        ...this.#drawing,
        penguins: this.testSet.penguins,
        scales: this.#drawing.mapScales(this.testSet.penguins)
      }
  );
  /** Why the address could not be read. */
  addressProblem = $state<string | null>(null);
  /** Why nothing can be trained here: told before anyone asks for a training. */
  blocked = $state.raw<TrainerFailure | null>(null);
  /** Why the lesson does not go on, if it does not. */
  readonly failure = $derived(this.settled.failure ?? this.blocked);
  readonly penguins = $derived(
    this.#maps ? this.#maps.penguinsView(this.#maps.penguins, this.#maps.scales, this.settled) : []
  );
  #pointed = $state.raw<{ readonly cell: string; readonly at: Step } | null>(null);
  /** Id of the table's cell that a hint points at, until the lesson moves on. */
  readonly pointed = $derived(this.#pointed?.at === this.settled.step ? this.#pointed.cell : null);
  /** Whether the last press led nowhere, because something is to be done before. */
  missing = $state(false);
  /** The run that is taken home: as it was when that began. */
  home = $state.raw<TakenHome | null>(null);
  keysShown = $state(false);
  #letterKeys = $state(readStored(NO_LETTERS) !== true);

  /** Where the model of a run says MALE, as its training stands; null before there is a model. */
  areaOf = (run: RunView): Area | null => {
    const model = run.weights === null ? null : this.#store.modelOf(run.weights);
    if (!model || !this.#maps) return null;
    const known = this.#areas.get(model);
    if (known) return known;
    const { decisionArea, scales } = this.#maps;
    const area = decisionArea(model.weights, run.hiddenUnits, model.scaling, scales);
    this.#areas.set(model, area);
    return area;
  };
  /** Areas that were drawn: four maps' worth of them would take a frame when two runs are compared. */
  readonly #areas = new WeakMap<Model, Area>();

  /** The newest weights of a run; null before there are any. */
  weightsOf = (run: RunKey): Float64Array | null => this.#store.modelOf(run)?.weights ?? null;

  send = (command: LessonCommand): void => {
    // Whoever walks away and back again is no longer pointed anywhere.
    this.#pointed = null;
    // Effects send as well, and are not to follow what this reads.
    const { at, canRerun } = untrack(() => this.state);
    const goesOn = command.type === 'NEXT' || command.type === 'RERUN';
    this.missing = goesOn && at === 'investigating' && !canRerun;
    this.#actor.send(command);
  };

  /** Whether letters and signs are keys of the lesson: the reader's choice, which is remembered. */
  get letterKeys(): boolean {
    return this.#letterKeys;
  }

  set letterKeys(on: boolean) {
    this.#letterKeys = on;
    store(NO_LETTERS, !on);
  }

  pointAt = (cell: CellRef): void => {
    this.#pointed = { cell: cellId(cell), at: this.settled.step };
    document.getElementById(this.#pointed.cell)?.scrollIntoView({ block: 'center' });
  };

  takeHome = (run: RunName): void => {
    this.home = takenHome(this.settled, run);
  };

  /** Follows the preference for calm; to be called in an effect. */
  followMotion(): void {
    this.send({ type: 'SET_CALM', calm: this.#calm.current });
  }

  /**
   * Asks what the runs are tested on, which warms the trainer up; again when a run is known and this is not, as
   * after a trainer that broke down. To be called in an effect.
   */
  followTestSet(): void {
    void this.settled.then;
    if (this.testSet !== null) return;
    void this.#client.testSet(this.settled.saved).then((result) => {
      if (result.ok) this.#store.testSet = result.value;
      else if (result.failure.kind === 'blocked') this.blocked = result.failure;
    });
  }

  /** Opens what the address names. Returns what ends the session. */
  open(): () => void {
    const place = parseAddress(location.search);
    if (!place.ok) this.addressProblem = place.message;
    else if (addressOf(place.value) !== '') {
      this.send({ type: 'OPEN', ...place.value });
    }
    void import('../../views/drawing').then(
      (drawing) => (this.#drawing = drawing),
      () => {}
    );
    return () => {
      this.#actor.stop();
      this.#client.dispose();
    };
  }

  /**
   * Keeps the address in step; to be called in an effect, once the router is ready.
   * A mangled address stays until the learner moves, and parameters of others stay for good.
   */
  followAddress(): void {
    const search = addressWith(location.search, this.state);
    if (search !== null) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }

  onkey = (event: KeyboardEvent): void => {
    const list = document.querySelector('dialog');
    // The list has the keys, and takes those of its own. Until it has come, Escape calls it off. That it was closed
    // may be told later than the next key: whether it is open says so at once.
    if (this.keysShown && (list === null || list.open)) {
      if (event.key === 'Escape' && list === null) this.keysShown = false;
      return;
    }
    const action = keyAction(event, this.#letterKeys);
    if (!action) return;
    event.preventDefault();
    if (action.type === 'SHOW_KEYS') this.keysShown = true;
    else if (action.type === 'TOGGLE_PLAY') this.send({ type: this.state.playing ? 'PAUSE' : 'PLAY' });
    else this.send(action);
  };
}
