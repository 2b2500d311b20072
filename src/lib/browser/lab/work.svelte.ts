import type { Work } from '../../machine/work';
import type { TrainerFailure } from '../../trainer';
import type { Progress } from '../../trainer/lab';

export type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly failure: TrainerFailure };

/** Does the work; once `signal` is aborted, nobody listens any more. */
export type Job<Result> = (
  signal: AbortSignal,
  report: (progress: Progress) => void
) => Promise<Outcome<Result>>;

/** One piece of work at a time that a learner starts, watches, may pause and may cancel. */
export class LabWork<Result> {
  #state = $state.raw<Work<Result>>({ at: 'idle' });
  #key = $state.raw('');
  #controller: AbortController | null = null;

  get state(): Work<Result> {
    return this.#state;
  }

  /** What the work of `state` is about. */
  get key(): string {
    return this.#key;
  }

  /**
   * Starts a job; one that is under way makes room for it.
   * @param key what it is about, where one piece of work is told from another.
   */
  async run(job: Job<Result>, key = ''): Promise<void> {
    this.#abort();
    const controller = new AbortController();
    this.#controller = controller;
    const isHeard = () => this.#controller === controller;
    this.#key = key;
    this.#state = { at: 'running', progress: null };
    const outcome = await job(controller.signal, (progress) => {
      if (this.#state.at === 'running' && isHeard()) this.#state = { ...this.#state, progress };
    });
    if (!isHeard()) return;
    this.#controller = null;
    if (outcome.ok) this.#state = { at: 'done', result: outcome.value };
    else if (outcome.failure.kind === 'cancelled') this.#state = { at: 'cancelled' };
    else {
      const { kind, reason } = outcome.failure;
      this.#state = { at: 'failed', kind, reason };
    }
  }

  /** Marks what is under way as paused, or as going on again; whoever does the work heeds it. */
  pause(paused: boolean): void {
    if (this.#state.at !== 'running') return;
    const { at, progress } = this.#state;
    this.#state = { at, progress, ...(paused && { paused }) };
  }

  /** Ends what is under way, as the learner wished. Without work there is nothing to cancel. */
  cancel(): void {
    if (this.#controller === null) return;
    this.#abort();
    this.#state = { at: 'cancelled' };
  }

  /** Forgets the result, and ends what is under way. */
  reset(): void {
    this.#abort();
    this.#state = { at: 'idle' };
  }

  #abort(): void {
    this.#controller?.abort();
    this.#controller = null;
  }
}

/** Work whose newest results are kept by their keys, so that nothing is done twice. */
export class KeptWork<Result> {
  readonly #work = new LabWork<Result>();
  #results = $state.raw<Readonly<Record<string, Result>>>({});

  /** @param most how many results are kept. */
  constructor(readonly most: number) {}

  /** What the work under way, or the last one, is about. */
  get key(): string {
    return this.#work.key;
  }

  /** Where the work about something stands. */
  of(key: string): Work<Result> {
    const result = this.resultOf(key);
    if (result !== null) return { at: 'done', result };
    return this.#work.key === key ? this.#work.state : { at: 'idle' };
  }

  resultOf = (key: string): Result | null => this.#results[key] ?? null;

  run(job: Job<Result>, key: string): Promise<void> {
    return this.#work.run(async (...told) => {
      const outcome = await job(...told);
      if (outcome.ok) {
        this.#results = Object.fromEntries(
          [...Object.entries(this.#results), [key, outcome.value] as const].slice(-this.most)
        );
      }
      return outcome;
    }, key);
  }

  cancel(): void {
    this.#work.cancel();
  }

  reset(): void {
    this.#work.reset();
  }
}
