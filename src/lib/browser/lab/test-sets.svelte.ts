import type { Manifest } from '../../experiment';
import type { TestSet } from '../../trainer';
import type { LabClient } from '../../trainer/lab';

/** What runs are tested on, as far as the trainer has told. Each is asked for once, unless that failed. */
export class TestSets {
  readonly #client: Pick<LabClient, 'testSet'>;
  #pending: readonly string[] = [];
  #known = $state.raw<Readonly<Record<string, TestSet>>>({});

  constructor(client: Pick<LabClient, 'testSet'>) {
    this.#client = client;
  }

  /** What the run with this key is tested on; null until it is known. */
  of = (key: string): TestSet | null => this.#known[key] ?? null;

  async ask(key: string, manifest: Manifest): Promise<void> {
    if (this.of(key) || this.#pending.includes(key)) return;
    this.#pending = [...this.#pending, key];
    const result = await this.#client.testSet(manifest);
    this.#pending = this.#pending.filter((other) => other !== key);
    if (result.ok) this.#known = { ...this.#known, [key]: result.value };
  }
}
