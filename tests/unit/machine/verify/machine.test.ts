import fc from 'fast-check';
import { createActor, fromCallback, type AnyStateNode, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { receiptOf } from '$lib/experiment/receipt';
import type { TrainingReport, TrainInput } from '$lib/machine/training';
import { verifyMachine, verifyState, type VerifyCommand, type VerifyEvent } from '$lib/machine/verify';
import { withFields } from '../../trainer/manifests';
import { fakeRecord, fakeTrainer, type FakeTrainer } from '../fake-trainer';
import { saying } from '../../trainer/saying';

const first = receiptOf(fakeRecord(BASELINE));
const second = receiptOf(fakeRecord(withFields({ 'code.l2': 0.01 })), 'mismatch');

const COMMANDS: readonly VerifyCommand[] = [
  { type: 'OPEN', receipt: first },
  { type: 'OPEN', receipt: second },
  { type: 'REFUSE', reason: 'Garbage.' },
  { type: 'DISMISS' },
  { type: 'RUN' },
  { type: 'CANCEL' },
  { type: 'CLEAR' }
];

function startVerifier(trainer: FakeTrainer = fakeTrainer()) {
  const actor = createActor(verifyMachine.provide({ actors: { train: trainer.actor } })).start();
  return {
    trainer,
    send: (...commands: VerifyCommand[]) => commands.forEach((command) => actor.send(command)),
    get state() {
      return verifyState(actor.getSnapshot());
    }
  };
}

describe('the check of a receipt', () => {
  it('trains nothing before someone asks for it', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'RUN' }, { type: 'OPEN', receipt: first });
    expect(verifier.state).toMatchObject({ at: 'claims', receipt: first, record: null });
    expect(verifier.trainer.trainings).toHaveLength(0);
  });

  it('trains what the receipt says, at full speed, and keeps what came of it', () => {
    const { trainer, ...verifier } = startVerifier();
    verifier.send({ type: 'OPEN', receipt: second }, { type: 'RUN' });
    expect(trainer.current.input).toMatchObject({ manifest: second.manifest, pace: 0 });
  });

  it('tells how far it is, and then the result', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' });
    verifier.trainer.current.epoch(0.7);
    expect(verifier.state).toMatchObject({ at: 'retraining', progress: { epoch: 1, epochs: 100 } });
    verifier.trainer.current.finish();
    expect(verifier.state).toMatchObject({ at: 'judged', progress: null, record: fakeRecord(BASELINE) });
  });

  it('forgets the result when it runs again, and when another receipt is opened', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' });
    verifier.trainer.current.finish();
    verifier.send({ type: 'RUN' });
    expect(verifier.state.record).toBeNull();
    verifier.trainer.current.finish();
    verifier.send({ type: 'OPEN', receipt: second });
    expect(verifier.state).toMatchObject({ at: 'claims', receipt: second, record: null });
  });

  it('ends a training whose receipt makes room for another', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' }, { type: 'OPEN', receipt: second });
    expect(verifier.trainer.current.stopped).toBe(true);
    verifier.trainer.current.finish();
    expect(verifier.state).toMatchObject({ at: 'claims', record: null });
  });

  it('can be cancelled and begun again', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' }, { type: 'CANCEL' });
    expect(verifier.state).toMatchObject({ at: 'cancelled', progress: null, receipt: first });
    expect(verifier.trainer.current.stopped).toBe(true);
    verifier.send({ type: 'RUN' });
    expect(verifier.state.at).toBe('retraining');
  });

  it('says why a training failed, until it is tried again', () => {
    const verifier = startVerifier();
    verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' });
    verifier.trainer.current.fail('refused', 'Too hot.');
    expect(verifier.state).toMatchObject({
      at: 'failed',
      failure: { kind: 'refused', reason: saying('Too hot.') },
      receipt: first
    });
    verifier.send({ type: 'RUN' });
    expect(verifier.state).toMatchObject({ at: 'retraining', failure: null });
  });
});

it('judges a claim whose training ends without a result, whoever trains it', () => {
  const verifier = startVerifier();
  verifier.send({ type: 'OPEN', receipt: first }, { type: 'RUN' });
  verifier.trainer.current.diverge();
  expect(verifier.state).toMatchObject({ at: 'judged', record: null, progress: null, failure: null });
  verifier.send({ type: 'RUN' });
  expect(verifier.state.at).toBe('retraining');
});

const anyEvent = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...COMMANDS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('epoch' as const, 'finish' as const, 'diverge' as const, 'fail' as const)
  }
);

it('stays honest whatever happens: a result is that of the receipt, and a refusal costs nothing', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const verifier = startVerifier();
      for (const event of events) {
        const before = verifier.state;
        if (typeof event !== 'string') verifier.send(event);
        else for (const training of verifier.trainer.trainings) training[event]();
        const { at, receipt, record, progress, failure } = verifier.state;
        expect(receipt === null).toBe(at === 'empty');
        if (record) expect(at).toBe('judged');
        expect(failure === null).toBe(at !== 'failed');
        if (record) expect(record.manifest).toEqual(receipt?.manifest);
        if (at !== 'retraining') expect(progress).toBeNull();
        const running = verifier.trainer.trainings.filter(({ stopped }) => !stopped);
        expect(running).toHaveLength(at === 'retraining' ? 1 : 0);
        if (typeof event !== 'string' && event.type === 'REFUSE') {
          expect(verifier.state).toEqual({ ...before, refusal: 'Garbage.' });
        }
      }
    }),
    { numRuns: 500 }
  );
});

describe('the machine', () => {
  // Answers are sent as the events that they are, by the paths: the trainer itself stays silent.
  const machine = verifyMachine.provide({
    actors: { train: fromCallback<TrainingReport, TrainInput>(() => {}) }
  });
  type Snapshot = SnapshotFrom<typeof verifyMachine>;

  const eventsAt = (snapshot: Snapshot): VerifyEvent[] => [
    ...COMMANDS,
    ...(snapshot.value === 'retraining'
      ? ([
          { type: 'EPOCH', epoch: 1, epochs: 100, loss: 0.5 },
          { type: 'TRAINED', record: fakeRecord(snapshot.context.receipt!.manifest) },
          { type: 'TRAINING_FAILED', kind: 'refused', reason: saying('Too hot.'), diverged: true },
          { type: 'TRAINING_FAILED', kind: 'broken', reason: saying('out of memory') }
        ] as const)
      : [])
  ];

  const paths = getShortestPaths(machine, {
    events: eventsAt,
    serializeState: ({ value, context: { refusal, progress } }) =>
      [value, refusal !== null, progress !== null].join(),
    limit: 5_000
  });

  const everyNode = (node: AnyStateNode): AnyStateNode[] => [
    node,
    ...Object.values(node.states).flatMap(everyNode)
  ];

  it('can be in every state that it names', () => {
    const reached = new Set<AnyStateNode>(paths.flatMap(({ state }) => state._nodes));
    expect(everyNode(machine.root).filter((node) => !reached.has(node))).toEqual([]);
  });

  it('can take every transition that it names', () => {
    const missing = new Map(
      everyNode(machine.root).flatMap((node) =>
        [...node.transitions.entries()].flatMap(([on, transitions]) =>
          transitions.map((transition) => [transition as object, `${node.id} · ${on}`] as const)
        )
      )
    );
    for (const { state, steps } of paths) {
      for (const event of eventsAt(state)) {
        const actor = createActor(machine, {
          inspect: (report) => {
            if (report.type === '@xstate.microstep') {
              report._transitions.forEach((transition) => missing.delete(transition));
            }
          }
        }).start();
        [...steps.slice(1).map((step) => step.event), event].forEach((happens) =>
          actor.send(happens as VerifyEvent)
        );
        actor.stop();
      }
    }
    expect([...missing.values()]).toEqual([]);
  });
});
