import type { TrainerWorker } from '$lib/trainer';
import type { FromWorker, ToWorker } from '$lib/trainer/messages';
import { serve } from '$lib/trainer/serve';
import { csv } from './penguins';

type Listener = (event: never) => void;

/** A worker in the same thread: messages are cloned and arrive later, as between threads. */
export class FakeWorker implements TrainerWorker {
  terminated = false;
  readonly sent: ToWorker[] = [];
  readonly answered: FromWorker[] = [];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #inside: ((event: { data: ToWorker }) => void)[] = [];

  constructor(text = csv) {
    serve(
      {
        addEventListener: (_, listener) => void this.#inside.push(listener),
        postMessage: (message) => {
          this.answered.push(message);
          this.#later(message, (data) => this.emit('message', { data }));
        }
      },
      text
    );
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  postMessage(message: ToWorker): void {
    this.sent.push(message);
    this.#later(message, (data) => this.#inside.forEach((listener) => listener({ data })));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Makes an event happen to the worker, such as its death. */
  emit(type: 'message' | 'error' | 'messageerror', event: object): void {
    this.#listeners.get(type)?.forEach((listener) => listener(event as never));
  }

  #later<T>(message: T, deliver: (copy: T) => void): void {
    const copy = structuredClone(message);
    setImmediate(() => {
      if (!this.terminated) deliver(copy);
    });
  }
}
