import type { PartSession, LabSession } from '$lib/browser/lab/session.svelte';
import type { Manifest } from '$lib/experiment';
import { NOTHING_DIFFERS, pairOf, type LabCommand, type LabSetup } from '$lib/machine/lab';
import { describeTestSet } from '$lib/trainer';
import type { LabClient, LabOptions } from '$lib/trainer/lab';
import { trace } from '$lib/trainer/trace';
import { drain } from '$lib/trainer/drain';
import { realDataset } from '../../unit/machine/fake-trainer';
import { saying } from '../../unit/trainer/saying';

type TraceAnswer = Awaited<ReturnType<LabClient['trace']>>;

/** One comparison that was asked for. The test answers in the worker's place. */
export class AskedTrace {
  readonly #options: LabOptions;
  readonly #settle: (answer: TraceAnswer) => void;

  constructor(
    readonly then: Manifest,
    readonly later: Manifest,
    options: LabOptions,
    settle: (answer: TraceAnswer) => void
  ) {
    this.#options = options;
    this.#settle = settle;
    options.signal?.addEventListener('abort', () => this.fail('cancelled', 'It was cancelled.'));
  }

  get cancelled(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  progress(done: number, total: number): void {
    this.#options.onProgress?.({ done, total });
  }

  /** Answers with what the real trainer finds. */
  finish(): void {
    this.#settle({ ok: true, value: drain(trace(this.then, this.later, realDataset)) });
  }

  fail(kind: 'cancelled' | 'refused' | 'broken', words: string): void {
    this.#settle({ ok: false, failure: { kind, reason: saying(words) } });
  }
}

/** As much of the Lab's session as the divergence microscope reads. */
export class BitsLab {
  #setup = $state.raw<LabSetup>(NOTHING_DIFFERS);
  #part: PartSession | null = null;
  #watching: readonly ((state: LabSession['state']) => void)[] = [];
  readonly asked: AskedTrace[] = [];
  readonly sent: LabCommand[] = [];

  readonly state = $derived({ setup: this.#setup, pair: pairOf(this.#setup) }) as LabSession['state'];
  readonly testSets: LabSession['testSets'] = $derived({
    then: describeTestSet(this.state.pair.then, realDataset),
    later: describeTestSet(this.state.pair.later, realDataset)
  });
  readonly client = {
    trace: (then: Manifest, later: Manifest, options: LabOptions = {}) =>
      new Promise<TraceAnswer>((settle) => this.asked.push(new AskedTrace(then, later, options, settle)))
  } as LabClient;

  constructor(setup: Partial<LabSetup> = {}) {
    this.setUp(setup);
  }

  /** The newest comparison. */
  get newest(): AskedTrace {
    const newest = this.asked.at(-1);
    if (!newest) throw new Error('no comparison was asked for');
    return newest;
  }

  setUp(setup: Partial<LabSetup>): void {
    this.#setup = { ...NOTHING_DIFFERS, ...setup };
    for (const listener of this.#watching) listener(this.state);
  }

  watch = (listener: (state: LabSession['state']) => void): (() => void) => {
    this.#watching = [...this.#watching, listener];
    return () => (this.#watching = this.#watching.filter((other) => other !== listener));
  };

  send = (command: LabCommand): void => {
    this.sent.push(command);
    if (command.type === 'SET_UP') this.setUp(command.setup);
  };

  /** The one part that is looked at. */
  part<P extends PartSession>(make: new (session: LabSession) => P): P {
    this.#part ??= new make(this as unknown as LabSession);
    return this.#part as P;
  }
}
