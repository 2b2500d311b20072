import { BASELINE, type Manifest, type RunRecord } from '../../experiment';
import { reasonText } from '../../lesson/reason';
import type { TrainingFailure } from '../../machine/training';
import { createTrainerClient, spawnTrainerWorker, type TestSet, type TrainedRun } from '../../trainer';
import { quadrantManifest, type QuadrantId } from '../../views/terms/try';
import { RunTrainer } from '../run-trainer.svelte';

/** The runs and the penguins that the terms are tried on: one worker for all of them. */
export class TermsSession {
  readonly #client = createTrainerClient(spawnTrainerWorker);
  readonly #trainers = {
    lesson: new RunTrainer(this.#client),
    epoch: new RunTrainer(this.#client),
    square: new RunTrainer(this.#client)
  };
  /** What the lesson is tested on; null until it is there. */
  testSet = $state.raw<TestSet | null>(null);
  /** Ids of the penguins of another split, by its seed. */
  split = $state.raw<{ readonly seed: number; readonly ids: readonly number[] } | null>(null);
  /** The newest runs that were asked for, by what they are for. */
  lesson = $state.raw<TrainedRun | null>(null);
  epoch = $state.raw<{ readonly epochs: number; readonly record: RunRecord } | null>(null);
  squares = $state.raw<Readonly<Partial<Record<QuadrantId, readonly [RunRecord, RunRecord]>>>>({});
  /** Why the last thing that was asked for did not come, in words; null where it did. */
  failure = $state<string | null>(null);

  /** Returns what ends the session. */
  open(): () => void {
    void this.loadTestSet();
    return () => this.#client.dispose();
  }

  loadTestSet = async (): Promise<void> => {
    const answer = await this.#client.testSet(BASELINE);
    if (answer.ok) this.testSet = answer.value;
    else this.#say(answer.failure);
  };

  /** Asks which penguins another split tests on. */
  drawSplit = async (seed: number): Promise<void> => {
    const answer = await this.#client.testSet({ ...BASELINE, data: { ...BASELINE.data, splitSeed: seed } });
    if (answer.ok) this.split = { seed, ids: answer.value.penguins.map(({ id }) => id) };
    else this.#say(answer.failure);
  };

  trainLesson = async (): Promise<void> => {
    const [run] = (await this.#train('lesson', [BASELINE])) ?? [];
    if (run) this.lesson = run;
  };

  trainEpochs = async (epochs: number): Promise<void> => {
    const manifest = { ...BASELINE, code: { ...BASELINE.code, epochs } };
    const [run] = (await this.#train('epoch', [manifest])) ?? [];
    if (run) this.epoch = { epochs, record: run.record };
  };

  trainSquare = async (id: QuadrantId): Promise<void> => {
    const [then, later] = (await this.#train('square', [BASELINE, quadrantManifest(id)])) ?? [];
    if (then && later) this.squares = { ...this.squares, [id]: [then.record, later.record] };
  };

  /** @returns null where they did not come, or newer ones were asked for meanwhile. */
  async #train(
    what: 'lesson' | 'epoch' | 'square',
    manifests: readonly Manifest[]
  ): Promise<readonly TrainedRun[] | null> {
    const trainer = this.#trainers[what];
    const key = JSON.stringify(manifests);
    await trainer.train(manifests, key);
    const { state } = trainer.work;
    if (state.at === 'failed') this.#say(state);
    return trainer.runsOf(key);
  }

  #say({ kind, reason }: TrainingFailure): void {
    if (kind !== 'cancelled') this.failure = reasonText(reason);
  }
}
