import { manifestKey, type RunRecord } from '../../experiment';
import { caseOf } from '../../experiment/case';
import { CATALOGUE, type CatalogueId } from '../../experiment/lab';
import type { TrainerClient } from '../../trainer';
import { LabWork } from '../lab/work.svelte';

/** What two runs of a case give. */
export interface BothRuns {
  readonly then: RunRecord;
  readonly later: RunRecord;
}

/** A case that a reader makes for somebody else, with what it does: it is trained whenever something is chosen. */
export class CaseMaking {
  readonly #client: Pick<TrainerClient, 'train'>;
  readonly #work = new LabWork<BothRuns>();
  /** In the order of the catalogue. */
  drifts = $state.raw<readonly CatalogueId[]>([]);

  constructor(client: Pick<TrainerClient, 'train'>) {
    this.#client = client;
  }

  get work() {
    return this.#work.state;
  }

  toggle = (id: CatalogueId): void => {
    const has = this.drifts.includes(id);
    this.drifts = CATALOGUE.map((entry) => entry.id).filter((other) =>
      other === id ? !has : this.drifts.includes(other)
    );
    if (this.drifts.length === 0) return this.#work.reset();
    const { then, later } = caseOf(this.drifts);
    void this.#work.run(async (signal) => {
      const first = await this.#client.train(then, { signal });
      if (!first.ok) return first;
      const second = await this.#client.train(later, { signal });
      if (!second.ok) return second;
      return { ok: true, value: { then: first.value.record, later: second.value.record } };
    }, manifestKey(later));
  };
}
