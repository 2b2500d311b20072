import { untrack } from 'svelte';
import { pairOf, runKey, type LabPair, type LabSetup } from '../../../machine/lab';
import type { Trace } from '../../../trainer/lab';
import type { PartSession, LabSession } from '../session.svelte';
import { KeptWork } from '../work.svelte';

/** Milliseconds for which a pair has to stay the same before it is traced. */
const DEBOUNCE = 200;
/** How many traces are kept; a thousand epochs of large models weigh megabytes. */
const KEPT = 8;

const keyOf = ({ then, later }: LabPair): string => `${runKey('then', then)} ${runKey('later', later)}`;

/** Traces the pair on the page, each pair once, and keeps which epoch is looked at. */
export class BitsSession implements PartSession {
  readonly #session: Pick<LabSession, 'state' | 'client' | 'watch'>;
  readonly #unfollow: () => void;
  readonly #traces = new KeptWork<Trace>(KEPT);
  /** The epoch that was asked for; null for the last. */
  #epoch = $state<number | null>(null);
  #wanted = 0;
  #frame: number | null = null;

  // A text, so that what does not change the pair changes nothing here.
  readonly #key = $derived.by(() => keyOf(this.#session.state.pair));

  /** Where the comparison of the pair on the page stands. */
  readonly work = $derived.by(() => this.#traces.of(this.#key));

  /** The epoch that is looked at: as far as the trace on the page reaches. */
  readonly epoch = $derived.by(() => {
    const last = this.work.at === 'done' ? this.work.result.epochs.length - 1 : 0;
    return Math.min(this.#epoch ?? last, last);
  });

  constructor(session: Pick<LabSession, 'state' | 'client' | 'watch'>) {
    this.#session = session;
    // No effect: the setup also changes while other parts are looked at, and then nobody waits for this pair.
    this.#unfollow = session.watch(({ pair }) => {
      if (this.#traces.key !== keyOf(pair)) this.#end();
    });
  }

  /** What is known of the pair that a setup stands for. */
  traceOf = (setup: LabSetup): Trace | null => this.#traces.resultOf(keyOf(pairOf(setup)));

  isShown = (setup: LabSetup): boolean => keyOf(pairOf(setup)) === this.#key;

  /** Traces the pair on the page once it has settled; to be called in an effect, whose clean-up it returns. */
  follow(): (() => void) | undefined {
    void this.#key;
    return untrack(() => {
      if (this.work.at !== 'idle') return undefined;
      const timer = setTimeout(this.run, DEBOUNCE);
      return () => clearTimeout(timer);
    });
  }

  /** Traces the pair on the page. */
  run = (): void => {
    this.#end();
    const { then, later } = this.#session.state.pair;
    const { client } = this.#session;
    void this.#traces.run(
      (signal, onProgress) => client.trace(then, later, { signal, onProgress }),
      this.#key
    );
  };

  cancel = (): void => this.#traces.cancel();

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
    this.#traces.reset();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
