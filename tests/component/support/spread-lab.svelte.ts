import { SpreadSession } from '$lib/browser/lab/spread/session.svelte';
import type { LabCommand } from '$lib/machine/lab';
import { RECORDED } from '$lib/experiment/lab';
import { FakeSweeps } from '../../unit/browser/lab/spread/fake-sweeps';
import { realRun } from '../../unit/machine/fake-trainer';

/** As much of the Lab's session as the re-runs read, with a pool in the hands of the test. */
export class SpreadLab {
  readonly sweeps = new FakeSweeps();
  readonly sent: LabCommand[] = [];
  readonly study: SpreadSession;
  now = 0;

  constructor() {
    const train = () => Promise.resolve({ ok: true, value: realRun(RECORDED) } as const);
    this.study = new SpreadSession(
      { client: { train } },
      () => this.sweeps,
      () => this.now
    );
  }

  part = () => this.study;
  send = (command: LabCommand): void => void this.sent.push(command);
}
