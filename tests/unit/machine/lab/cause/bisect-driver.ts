import { createActor, fromCallback, type Actor } from 'xstate';
import { BASELINE, type Manifest, type RunRecord } from '$lib/experiment';
import {
  bisectMachine,
  bisectState,
  type BisectCommand,
  type BisectState,
  type ProbeInput,
  type ProbeOutput,
  type ProbeReported
} from '$lib/machine/lab/cause/bisect-machine';
import type { TrainingFailure } from '$lib/machine/training';
import { withFields } from '../../../trainer/manifests';
import { fakeRecord } from '../../fake-trainer';
import { saying } from '../../../trainer/saying';

/** One training that a search asked for. The test answers in the trainer's place. */
export interface FakeProbe {
  readonly manifest: Manifest;
  /** Whether the search has ended it, because it was answered or because it was cancelled. */
  readonly stopped: boolean;
  /** Answers, and waits until the search has heard it. */
  finish(record?: RunRecord): Promise<void>;
  fail(kind?: TrainingFailure['kind'], words?: string): Promise<void>;
}

/** A search under test: real machine, a trainer that answers when told to. */
export interface BisectDriver {
  readonly actor: Actor<typeof bisectMachine>;
  readonly probes: readonly FakeProbe[];
  /** The newest training. */
  readonly current: FakeProbe;
  readonly state: BisectState;
  send(...events: BisectCommand[]): void;
  /** Answers every training, until there is none under way. */
  settle(): Promise<void>;
}

/** Fields of which the fake trainer's predictions are told by l2, rng, seed and epochs. */
export const LATER = withFields({
  'code.l2': 0.01,
  'environment.name': 'v2',
  'environment.rng': 'pcg32',
  'environment.ddof': 1
});

export const START = {
  type: 'START',
  then: BASELINE,
  later: LATER,
  criterion: 'predictions'
} as const satisfies BisectCommand;

const heard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** @param from a snapshot that was kept. @default idle */
export function startSearch(
  from?: ReturnType<Actor<typeof bisectMachine>['getPersistedSnapshot']>
): BisectDriver {
  const probes: FakeProbe[] = [];
  const probe = fromCallback<ProbeReported, ProbeInput>(({ input: { manifest }, sendBack }) => {
    let stopped = false;
    const answer = (output: ProbeOutput) => {
      sendBack({ type: 'PROBED', output });
      return heard();
    };
    probes.push({
      manifest,
      get stopped() {
        return stopped;
      },
      finish: (record = fakeRecord(manifest)) => answer({ ok: true, record }),
      fail: (kind = 'broken', words = 'out of memory') =>
        answer({ ok: false, failure: { kind, reason: saying(words) } })
    });
    return () => {
      stopped = true;
    };
  });
  const actor = createActor(
    bisectMachine.provide({ actors: { probe } }),
    from ? { snapshot: from } : {}
  ).start();
  const driver: BisectDriver = {
    actor,
    probes,
    get current() {
      const newest = probes.at(-1);
      if (!newest) throw new Error('the search has not asked for any training');
      return newest;
    },
    get state() {
      return bisectState(actor.getSnapshot());
    },
    send: (...events) => events.forEach((event) => actor.send(event)),
    settle: async () => {
      while (driver.state.busy) await driver.current.finish();
    }
  };
  return driver;
}
