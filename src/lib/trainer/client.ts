import type { Manifest } from '../experiment';
import { because } from '../experiment/reason';
import {
  cancelled,
  failure,
  type Answer,
  type Exchanges,
  type FromWorker,
  type Outcome,
  type ToWorker
} from './messages';
import type { EpochReport, TrainerRequests } from './protocol';

/** The part of a `Worker` that a client needs. */
export interface TrainerWorker<Requests extends Exchanges<Requests> = TrainerRequests> {
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker<Requests> }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { message?: string }) => void): void;
  postMessage(message: ToWorker<Requests>): void;
  terminate(): void;
}

export interface TrainOptions {
  /** Milliseconds to rest after each epoch. @default 0 */
  readonly pace?: number;
  /** Aborting it answers `cancelled` at once. */
  readonly signal?: AbortSignal | undefined;
  readonly onEpoch?: (report: EpochReport) => void;
}

/** Trains elsewhere. Its promises never reject: what goes wrong is an answer. */
export interface TrainerClient {
  train(manifest: Manifest, options?: TrainOptions): Promise<Answer<'train'>>;
  testSet(manifest: Manifest, options?: Pick<TrainOptions, 'signal'>): Promise<Answer<'testSet'>>;
  /** Ends the worker; what is under way, and whatever is asked later, is answered `cancelled`. */
  dispose(): void;
}

/** Asks a worker. Its promises never reject: what goes wrong is an answer. */
export interface Requester<Requests extends Exchanges<Requests>> {
  request<Name extends keyof Requests>(
    name: Name,
    input: Requests[Name]['input'],
    signal?: AbortSignal,
    report?: (report: Requests[Name]['progress']) => void
  ): Promise<Outcome<Requests[Name]['output']>>;
  /** Ends the worker; what is under way, and whatever is asked later, is answered `cancelled`. */
  dispose(): void;
}

interface Pending {
  report(report: unknown): void;
  settle(answer: Outcome<unknown>): void;
}

const broken = ({ message }: { message?: string }) =>
  failure('broken', message ? because('broke-down-with', { words: message }) : because('broke-down'));

/** It has not said a word, so it did not run out of anything: its code did not arrive, or does not run here. */
const unloaded = () => failure('unloaded', because('unloaded'));

/** There are no workers here, or a frame or a policy does not let a page start one. */
const blocked = () => failure('blocked', because('blocked'));

const describe = (error: unknown) => ({ message: error instanceof Error ? error.message : String(error) });

/**
 * Asks one worker, spawned when first needed and again when it has died.
 * @param spawn makes a worker that serves these requests.
 */
export function createRequester<Requests extends Exchanges<Requests>>(
  spawn: () => TrainerWorker<Requests>
): Requester<Requests> {
  const pending = new Map<number, Pending>();
  let worker: TrainerWorker<Requests> | undefined;
  let lastId = 0;
  let disposed = false;

  const settle = (id: number, answer: Outcome<unknown>): void => {
    const request = pending.get(id);
    pending.delete(id);
    request?.settle(answer);
  };

  const stop = (answer: Outcome<unknown>): void => {
    worker?.terminate();
    worker = undefined;
    for (const id of [...pending.keys()]) settle(id, answer);
  };

  const start = (): TrainerWorker<Requests> => {
    const started = spawn();
    let hasSpoken = false;
    const onDeath = (event: { message?: string }): void => {
      // A worker that was replaced has no say any more.
      if (worker === started) stop(hasSpoken ? broken(event) : unloaded());
    };
    started.addEventListener('message', ({ data: message }) => {
      hasSpoken = true;
      if (message.type === 'progress') pending.get(message.id)?.report(message.report);
      else settle(message.id, message.answer);
    });
    started.addEventListener('error', onDeath);
    started.addEventListener('messageerror', onDeath);
    return started;
  };

  return {
    request: (name, input, signal, report = () => {}) =>
      new Promise((resolve) => {
        if (disposed || signal?.aborted) return resolve(cancelled());
        const id = ++lastId;
        const onAbort = (): void => {
          worker?.postMessage({ type: 'cancel', id });
          settle(id, cancelled());
        };
        const settled = (answer: Outcome<unknown>): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve(answer); // ids are never reused, so the answer is this request's
        };
        signal?.addEventListener('abort', onAbort);
        pending.set(id, { report, settle: settled });
        try {
          worker ??= start();
        } catch {
          return settle(id, blocked());
        }
        try {
          worker.postMessage({ type: 'request', id, name, input } as ToWorker<Requests>);
        } catch (error) {
          settle(id, broken(describe(error)));
        }
      }),
    dispose() {
      disposed = true;
      stop(cancelled());
    }
  };
}

/** What the lesson asks, of any worker that serves it. */
export const trainerRequests = (
  request: Requester<TrainerRequests>['request']
): Pick<TrainerClient, 'train' | 'testSet'> => ({
  train: (manifest, { pace = 0, signal, onEpoch } = {}) =>
    request('train', { manifest, pace }, signal, onEpoch),
  testSet: (manifest, { signal } = {}) => request('testSet', { manifest }, signal)
});

/** A client of the lesson's worker. */
export function createTrainerClient(spawn: () => TrainerWorker): TrainerClient {
  const { request, dispose } = createRequester(spawn);
  return { ...trainerRequests(request), dispose };
}
