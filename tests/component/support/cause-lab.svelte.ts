import { liveActor } from '$lib/browser/actor.svelte';
import type { PartSession, LabSession } from '$lib/browser/lab/session.svelte';
import type { Manifest } from '$lib/experiment';
import { LAB_START, labMachine, labState, type LabCommand, type LabPlace } from '$lib/machine/lab';
import type { Answer, TrainerFailure, TrainOptions } from '$lib/trainer';
import { realRun, realTrainer } from '../../unit/machine/fake-trainer';
import { saying } from '../../unit/trainer/saying';

type TrainAnswer = Answer<'train'>;

/** One probe that was asked for while probes are held. The test answers in the worker's place. */
export class AskedProbe {
  readonly #settle: (answer: TrainAnswer) => void;

  constructor(
    readonly manifest: Manifest,
    readonly signal: AbortSignal | undefined,
    settle: (answer: TrainAnswer) => void
  ) {
    this.#settle = settle;
    signal?.addEventListener('abort', () => this.fail('cancelled', 'It was cancelled.'));
  }

  /** Answers with what the real trainer finds. */
  finish(): void {
    this.#settle({ ok: true, value: realRun(this.manifest) });
  }

  fail(kind: TrainerFailure['kind'], words: string): void {
    this.#settle({ ok: false, failure: { kind, reason: saying(words) } });
  }
}

/** As much of the Lab's session as the search for the cause reads, with real runs. */
export class CauseLab {
  readonly #actor = liveActor(labMachine.provide({ actors: { train: realTrainer().actor } }));
  #part: PartSession | null = null;
  readonly asked: AskedProbe[] = [];
  /** Whether probes wait for the test to answer them. */
  held = false;

  readonly state = $derived(labState(this.#actor.snapshot));
  readonly client = {
    train: (manifest: Manifest, { signal }: TrainOptions = {}) =>
      new Promise<TrainAnswer>((settle) => {
        const probe = new AskedProbe(manifest, signal, settle);
        this.asked.push(probe);
        if (!this.held) probe.finish();
      })
  } as LabSession['client'];

  constructor(place: Partial<LabPlace> = {}) {
    this.send({ type: 'OPEN', place: { ...LAB_START, view: 'cause', ...place } });
  }

  /** The newest probe. */
  get newest(): AskedProbe {
    const newest = this.asked.at(-1);
    if (!newest) throw new Error('no probe was asked for');
    return newest;
  }

  send = (command: LabCommand): void => this.#actor.send(command);

  watch: LabSession['watch'] = (listener) => this.#actor.watch((snapshot) => listener(labState(snapshot)));

  addressOf: LabSession['addressOf'] = (view) => `?view=${view}`;

  part<P extends PartSession>(make: new (session: LabSession) => P): P {
    this.#part ??= new make(this as unknown as LabSession);
    return this.#part as P;
  }
}
