import type { Manifest } from '../experiment';
import { createRequester, trainerRequests, type TrainerClient, type TrainerWorker } from './client';
import type { LabRequests, Progress } from './lab-protocol';
import type { Answer } from './messages';

export interface LabOptions {
  /** Aborting it answers `cancelled` at once. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: Progress) => void;
}

/** The lesson's client, for a worker that does more. Its promises never reject either. */
export interface LabClient extends TrainerClient {
  /** Trains both side by side, and tells where they part. Progress counts epochs. */
  trace(then: Manifest, later: Manifest, options?: LabOptions): Promise<Answer<'trace'>>;
  /** Tries this engine's own `exp` and `tanh`. Progress counts steps of a few milliseconds. */
  probeMath(options?: LabOptions): Promise<Answer<'mathProbe'>>;
}

/** A client of the Lab's worker. */
export function createLabClient(spawn: () => TrainerWorker<LabRequests>): LabClient {
  const { request, dispose } = createRequester(spawn);
  return {
    ...trainerRequests(request),
    trace: (then, later, { signal, onProgress } = {}) =>
      request('trace', { then, later }, signal, onProgress),
    probeMath: ({ signal, onProgress } = {}) => request('mathProbe', {}, signal, onProgress),
    dispose
  };
}
