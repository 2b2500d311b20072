import { untrack } from 'svelte';
import { pairOf, runKey, type LabPair, type LabSetup } from '../machine/lab';
import type { TrainerFailure } from '../trainer';
import type { Progress, Trace } from '../trainer/lab';
import type { LabPart, LabSession } from './lab-session.svelte';

/** Where the comparison of the pair on the page stands. */
export type TraceWork =
  | { readonly at: 'waiting' }
  | { readonly at: 'cancelled' }
  | { readonly at: 'tracing'; readonly progress: Progress | null }
  | { readonly at: 'failed'; readonly failure: TrainerFailure }
  | { readonly at: 'done'; readonly trace: Trace };

/** Milliseconds for which a pair has to stay the same before it is traced. */
const DEBOUNCE = 200;
/** How many traces are kept; a thousand epochs of large models weigh megabytes. */
const KEPT = 8;

const keyOf = ({ then, later }: LabPair): string => `${runKey('then', then)} ${runKey('later', later)}`;

/** Traces the pair on the page, each pair once, and keeps which epoch is looked at. */
export class LabBits implements LabPart {
  readonly #session: Pick<LabSession, 'state' | 'client' | 'watch'>;
  readonly #unfollow: () => void;
  #traces = $state.raw<Readonly<Record<string, Trace>>>({});
  #latest = $state.raw<{ readonly key: string; readonly work: TraceWork } | null>(null);
  #abort: AbortController | null = null;
  /** The epoch that was asked for; null for the last. */
  #epoch = $state<number | null>(null);
  #wanted = 0;
  #frame: number | null = null;

  // A text, so that what does not change the pair changes nothing here.
  readonly #key = $derived.by(() => keyOf(this.#session.state.pair));

  readonly work = $derived.by((): TraceWork => {
    const trace = this.#traces[this.#key];
    if (trace) return { at: 'done', trace };
    return this.#latest?.key === this.#key ? this.#latest.work : { at: 'waiting' };
  });

  /** The epoch that is looked at: as far as the trace on the page reaches. */
  readonly epoch = $derived.by(() => {
    const last = this.work.at === 'done' ? this.work.trace.epochs.length - 1 : 0;
    return Math.min(this.#epoch ?? last, last);
  });

  constructor(session: Pick<LabSession, 'state' | 'client' | 'watch'>) {
    this.#session = session;
    // No effect: the setup also changes while other parts are looked at, and then nobody waits for this pair.
    this.#unfollow = session.watch(({ pair }) => {
      if (this.#latest && this.#latest.key !== keyOf(pair)) this.#end();
    });
  }

  /** What is known of the pair that a setup stands for. */
  traceOf = (setup: LabSetup): Trace | null => this.#traces[keyOf(pairOf(setup))] ?? null;

  isShown = (setup: LabSetup): boolean => keyOf(pairOf(setup)) === this.#key;

  /** Traces the pair on the page once it has settled; to be called in an effect, whose clean-up it returns. */
  follow(): (() => void) | undefined {
    void this.#key;
    return untrack(() => {
      if (this.work.at !== 'waiting') return undefined;
      const timer = setTimeout(() => void this.#trace(), DEBOUNCE);
      return () => clearTimeout(timer);
    });
  }

  /** Traces the pair on the page after it was cancelled or failed. */
  retry = (): void => void this.#trace();

  cancel = (): void => this.#abort?.abort();

  stop(): void {
    this.#unfollow();
    this.#end();
  }

  /** Looks at an epoch, at the next frame: a dragged slider asks more often than maps can be drawn. */
  scrub = (epoch: number): void => {
    this.#wanted = epoch;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#epoch = this.#wanted;
    });
  };

  /** Ends what is under way; nothing is said about it. */
  #end(): void {
    this.#latest = null;
    this.#abort?.abort();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  async #trace(): Promise<void> {
    this.#end();
    const key = this.#key;
    const { then, later } = this.#session.state.pair;
    const abort = (this.#abort = new AbortController());
    const tell = (work: TraceWork): void => {
      if (this.#abort === abort && this.#latest?.key === key) this.#latest = { key, work };
    };
    this.#latest = { key, work: { at: 'tracing', progress: null } };
    const result = await this.#session.client.trace(then, later, {
      signal: abort.signal,
      onProgress: (progress) => tell({ at: 'tracing', progress })
    });
    if (result.ok) {
      this.#traces = Object.fromEntries([...Object.entries(this.#traces), [key, result.value]].slice(-KEPT));
      tell({ at: 'waiting' });
    } else if (result.failure.kind === 'cancelled') tell({ at: 'cancelled' });
    else tell({ at: 'failed', failure: result.failure });
  }
}
