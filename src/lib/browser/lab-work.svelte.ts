import type { TrainerFailure } from '../trainer';
import type { Progress } from '../trainer/lab';
import type { Work } from '../views/lab/work';

type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly failure: TrainerFailure };

/** Does the work; once `signal` is aborted, nobody listens any more. */
export type Job<Result> = (
  signal: AbortSignal,
  report: (progress: Progress) => void
) => Promise<Outcome<Result>>;

/** One piece of work at a time that a learner starts, watches and may cancel. */
export class LabWork<Result> {
  #state = $state.raw<Work<Result>>({ at: 'idle' });
  #controller: AbortController | null = null;

  get state(): Work<Result> {
    return this.#state;
  }

  /** Starts a job; one that is under way makes room for it. */
  async run(job: Job<Result>): Promise<void> {
    this.#abort();
    const controller = new AbortController();
    const { signal } = controller;
    this.#controller = controller;
    this.#state = { at: 'running', progress: null };
    const outcome = await job(signal, (progress) => {
      if (!signal.aborted) this.#state = { at: 'running', progress };
    });
    if (signal.aborted) return;
    this.#controller = null;
    if (outcome.ok) this.#state = { at: 'done', result: outcome.value };
    else if (outcome.failure.kind === 'cancelled') this.#state = { at: 'cancelled' };
    else this.#state = { at: 'failed', message: outcome.failure.message };
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
