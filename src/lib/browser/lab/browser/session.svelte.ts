import type { LabClient, MathProbe } from '../../../trainer/lab';
import type { PartSession } from '../session.svelte';
import { LabWork } from '../work.svelte';

/** The test of this browser's own math: in the worker, since it takes millions of calls. */
export class BrowserSession implements PartSession {
  readonly work = new LabWork<MathProbe>();
  readonly #client: Pick<LabClient, 'probeMath'>;

  constructor({ client }: { readonly client: Pick<LabClient, 'probeMath'> }) {
    this.#client = client;
  }

  run = (): void => {
    void this.work.run((signal, onProgress) => this.#client.probeMath({ signal, onProgress }));
  };

  cancel = (): void => this.work.cancel();

  stop(): void {
    this.work.cancel();
  }
}
