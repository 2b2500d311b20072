/** Measures how long something took, without its pauses. */
export class Stopwatch {
  #before = 0;
  #since: number | null = null;
  #stopped = 0;

  /** @param now milliseconds, from any moment on. */
  constructor(private readonly now: () => number) {}

  /** Milliseconds. */
  get time(): number {
    return this.#before + (this.#since === null ? 0 : this.now() - this.#since);
  }

  start(): void {
    this.#since ??= this.now();
  }

  stop(): void {
    this.#before = this.time;
    this.#stopped = this.now();
    this.#since = null;
  }

  /** While it is stopped: counts the time until now after all. */
  catchUp(): void {
    if (this.#since !== null) return;
    this.#since = this.#stopped;
    this.stop();
  }

  reset(): void {
    this.#before = 0;
    this.#since = null;
  }
}
