import type { RunKey } from '../machine/training';
import type { Scaling, TestSet } from '../trainer';

/** What is needed to ask a model anything. */
export interface Model {
  readonly weights: Float64Array;
  readonly scaling: Scaling;
}

/**
 * What the drawings need and the machine does not: the test penguins, and the newest weights of each run.
 * Weights stay out of the machine, which knows results by their digests.
 */
export class RunStore {
  testSet = $state.raw<TestSet | null>(null);
  #models = $state.raw<Readonly<Record<RunKey, Model>>>({});

  modelOf = (run: RunKey): Model | null => this.#models[run] ?? null;

  keep(run: RunKey, model: Model): void {
    this.#models = { ...this.#models, [run]: model };
  }
}
