import { entryAt } from '../../../experiment/entry-at';
import { DIGEST_BYTES, type Digest } from '../../../experiment';
import { digestAt, type Span, type SweepRows } from '../../../trainer/sweep';
import type { Series } from '../../../machine/lab/spread/plan';
import type { SpreadRuns } from '../../../machine/lab/spread/runs';

/**
 * Piles runs up as they arrive, in any order. What it keeps of a run beside the sweep's own row is its dot, so the
 * piles, the number of digests and all statistics are known at any time without another look at the rows.
 */
export class PiledRuns implements SpreadRuns {
  readonly counts: Uint32Array;
  readonly arrived: Uint16Array;
  done = 0;
  refused = 0;
  dots = 0;
  #rows: SweepRows | null = null;
  readonly #places: Uint16Array;
  readonly #piles = new Map<number, number[]>();
  /** One text of 32 characters a digest, one byte each. */
  readonly #seen = new Set<string>();

  /** @param penguins how many each run is tested on. */
  constructor(
    readonly series: Series,
    readonly penguins: number
  ) {
    this.counts = new Uint32Array(penguins + 1);
    this.arrived = new Uint16Array(series.runs);
    this.#places = new Uint16Array(series.runs);
  }

  get digests(): number {
    return this.#seen.size;
  }

  /** Takes the runs of a span, each once. */
  take(rows: SweepRows, { from, to }: Span): void {
    this.#rows = rows;
    for (let run = from; run < to; run++) this.#pile(rows, run);
  }

  #pile(rows: SweepRows, run: number): void {
    this.done++;
    if (rows.total[run] === 0) {
      this.refused++;
      return;
    }
    const correct = entryAt(rows.correct, run);
    const pile = this.#piles.get(correct) ?? [];
    this.#piles.set(correct, pile);
    this.#places[run] = pile.length;
    this.counts[correct] = pile.push(run);
    this.arrived[this.dots++] = run;
    const digest = rows.digests.subarray(DIGEST_BYTES * run, DIGEST_BYTES * (run + 1));
    this.#seen.add(String.fromCharCode(...digest));
  }

  correctOf(run: number): number | null {
    return this.#rows?.total[run] ? entryAt(this.#rows.correct, run) : null; // without a model, of none
  }

  placeOf(run: number): number {
    return entryAt(this.#places, run);
  }

  runAt(correct: number, place: number): number {
    return this.#piles.get(correct)?.[place] ?? -1;
  }

  /** @throws {RangeError} before any run has arrived. */
  digestOf(run: number): Digest {
    if (!this.#rows) throw new RangeError('no run has arrived yet');
    return digestAt(this.#rows, run);
  }
}
