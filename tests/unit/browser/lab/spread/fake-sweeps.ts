import type { SweepClient, SweepOptions } from '$lib/trainer/pool';
import { emptyRows, placeRows, type Span, type SweepSpec } from '$lib/trainer/sweep';
import { sweepPart } from '$lib/trainer/sweep-handlers';
import { realDataset } from '../../../machine/fake-trainer';
import { saying } from '../../../trainer/saying';

type Outcome = Awaited<ReturnType<SweepClient['run']>>;

/** One sweep that was asked for. The test answers in the pool's place, with what the real trainer finds. */
export class AskedSweep {
  readonly #rows;

  constructor(
    readonly spec: SweepSpec,
    readonly options: SweepOptions,
    readonly settle: (outcome: Outcome) => void
  ) {
    this.#rows = emptyRows(spec.count);
    options.signal?.addEventListener('abort', () => this.fail('cancelled', 'It was cancelled.'));
  }

  /** Reports a span, trained. */
  report(span: Span): void {
    placeRows(this.#rows, sweepPart(this.spec, span, realDataset).rows, span.from);
    this.#tell(span);
  }

  /** Reports runs without training them: all of them had so many penguins right, and all the same digest. */
  pretend(correct: (run: number) => number): void {
    const { count } = this.spec;
    for (let run = 0; run < count; run++) {
      this.#rows.correct[run] = correct(run);
      this.#rows.total[run] = 100;
    }
    this.#tell({ from: 0, to: count });
    this.finish();
  }

  finish(): void {
    this.settle({ ok: true, value: { rows: this.#rows, simd: 0 } });
  }

  fail(kind: 'cancelled' | 'broken', words: string): void {
    this.settle({ ok: false, failure: { kind, reason: saying(words) } });
  }

  #tell(fresh: Span): void {
    this.options.onProgress?.({ fresh, rows: this.#rows });
  }
}

/** A pool that does nothing by itself. */
export class FakeSweeps implements SweepClient {
  readonly asked: AskedSweep[] = [];
  paused = false;
  disposed = false;

  run: SweepClient['run'] = (spec, options = {}) =>
    new Promise((settle) => this.asked.push(new AskedSweep(spec, options, settle)));

  get newest(): AskedSweep {
    const newest = this.asked.at(-1);
    if (!newest) throw new Error('no sweep was asked for');
    return newest;
  }

  pause = () => void (this.paused = true);
  resume = () => void (this.paused = false);
  dispose = () => void (this.disposed = true);
}
