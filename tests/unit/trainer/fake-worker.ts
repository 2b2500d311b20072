import type { TrainerRequests, TrainerWorker } from '$lib/trainer';
import { LESSON_HANDLERS } from '$lib/trainer/handlers';
import { LAB_HANDLERS } from '$lib/trainer/lab-handlers';
import type { LabRequests } from '$lib/trainer/lab-protocol';
import type { Exchanges, FromWorker, ToWorker } from '$lib/trainer/messages';
import { serve, type Handlers } from '$lib/trainer/serve';
import { csv } from './penguins';

type Listener = (event: never) => void;

/** A worker in the same thread: messages are cloned or handed over and arrive later, as between threads. */
class WorkerInThread<Requests extends Exchanges<Requests>> implements TrainerWorker<Requests> {
  terminated = false;
  readonly sent: ToWorker<Requests>[] = [];
  readonly answered: FromWorker<Requests>[] = [];
  /** What the worker gave away with its messages. */
  readonly transferred: Transferable[] = [];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #inside: ((event: { data: ToWorker<Requests> }) => void)[] = [];

  constructor(text: string, handlers: Handlers<Requests>) {
    serve(
      {
        addEventListener: (_, listener) => void this.#inside.push(listener),
        postMessage: (message, transfer) => {
          this.answered.push(message);
          this.transferred.push(...transfer);
          this.#later(message, (data) => this.emit('message', { data }), transfer);
        }
      },
      text,
      handlers
    );
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  postMessage(message: ToWorker<Requests>): void {
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

  #later<T>(message: T, deliver: (copy: T) => void, transfer: Transferable[] = []): void {
    const copy = structuredClone(message, { transfer });
    setImmediate(() => {
      if (!this.terminated) deliver(copy);
    });
  }
}

/** The lesson's. */
export class FakeWorker extends WorkerInThread<TrainerRequests> {
  constructor(text = csv) {
    super(text, LESSON_HANDLERS);
  }
}

/** The Lab's. */
export class FakeLabWorker extends WorkerInThread<LabRequests> {
  constructor(handlers: Handlers<LabRequests> = LAB_HANDLERS) {
    super(csv, handlers);
  }
}
