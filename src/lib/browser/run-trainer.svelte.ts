import type { Manifest } from '../experiment';
import { createTrainerClient, spawnTrainerWorker, type TrainedRun, type TrainerClient } from '../trainer';
import { LabWork } from './lab/work.svelte';

/** Trains a list of runs, one after the other, in a worker of its own: the work of a page that has no machine for it. */
export class RunTrainer {
  readonly work = new LabWork<readonly TrainedRun[]>();
  readonly #client: TrainerClient;

  constructor(client: TrainerClient = createTrainerClient(spawnTrainerWorker)) {
    this.#client = client;
  }

  /**
   * Begins to train; runs that are under way make room.
   * @param key what the runs are for.
   * @param pace milliseconds to rest after each epoch, so that people can watch.
   */
  train(manifests: readonly Manifest[], key = '', pace = 0): Promise<void> {
    const epochs = manifests.map(({ code }) => code.epochs);
    const total = epochs.reduce((sum, n) => sum + n, 0);
    return this.work.run(async (signal, report) => {
      const runs: TrainedRun[] = [];
      let before = 0;
      for (const [index, manifest] of manifests.entries()) {
        const answer = await this.#client.train(manifest, {
          pace,
          signal,
          onEpoch: ({ epoch }) => report({ done: before + epoch, total })
        });
        if (!answer.ok) return answer;
        runs.push(answer.value);
        before += epochs[index]!;
      }
      return { ok: true, value: runs };
    }, key);
  }

  cancel = (): void => this.work.cancel();

  /** The runs of a key, once they are all trained; null before. */
  runsOf(key: string): readonly TrainedRun[] | null {
    const { state } = this.work;
    return this.work.key === key && state.at === 'done' ? state.result : null;
  }

  stop(): void {
    this.work.cancel();
    this.#client.dispose();
  }
}

/** How long an epoch rests where people want to watch it: not at all where motion is unwanted. */
export const watchedPace = (milliseconds: number): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
