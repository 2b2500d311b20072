import { createActor, fromCallback, type AnyStateNode, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import {
  bisectMachine,
  bisectState,
  type BisectEvent,
  type ProbeInput,
  type ProbeOutput,
  type ProbeReported
} from '$lib/machine/lab/cause/bisect-machine';
import { withFields } from '../../../trainer/manifests';
import { fakeRecord } from '../../fake-trainer';
import { saying } from '../../../trainer/saying';

// Answers are sent as the events that they are, by the paths: the trainer itself stays silent.
const machine = bisectMachine.provide({
  actors: { probe: fromCallback<ProbeReported, ProbeInput>(() => {}) }
});

type Snapshot = SnapshotFrom<typeof bisectMachine>;

const later = withFields({ 'code.l2': 0.01, 'environment.ddof': 1 });
const COMMANDS: BisectEvent[] = [
  { type: 'START', then: BASELINE, later, criterion: 'predictions' },
  { type: 'START', then: BASELINE, later, criterion: 'bits', record: fakeRecord(BASELINE) },
  { type: 'CANCEL' },
  { type: 'RESET' },
  { type: 'RETRY' }
];

/** What can happen next: any command, and whatever the trainer owes this state. */
function eventsAt(snapshot: Snapshot): BisectEvent[] {
  const answers = Object.values(snapshot.children).flatMap((child): BisectEvent[] => {
    const input = child?.getSnapshot().input;
    if (!input) return [];
    const outputs: ProbeOutput[] = [
      { ok: true, record: fakeRecord(input.manifest) },
      { ok: false, failure: { kind: 'broken', reason: saying('out of memory') } },
      { ok: false, failure: { kind: 'refused', reason: saying('too much') } }
    ];
    return outputs.map((output) => ({ type: 'PROBED', output }));
  });
  return [...COMMANDS, ...answers];
}

function serializeState(snapshot: Snapshot): string {
  const { at, question, probes, failure } = bisectState(snapshot);
  return [at, question?.criterion, failure?.kind, ...probes.map(({ finding }) => finding.kind)].join();
}

const paths = getShortestPaths(machine, {
  events: eventsAt,
  serializeState,
  limit: 20_000
});

const everyNode = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(everyNode)
];
const NODES = everyNode(machine.root);

/** Every transition of the machine, by where it starts, on what, and which of several it is. */
const TRANSITIONS = NODES.flatMap((node) =>
  [...node.transitions.entries(), ['always', node.always ?? []] as const].flatMap(([on, transitions]) =>
    transitions.map((transition, index) => ({ transition, name: `${node.id} · ${on} · ${index + 1}` }))
  )
);

it('can be in every state that it names', () => {
  // `routing` is left in the same breath, so that nothing ever rests there.
  const reached = new Set<AnyStateNode>(paths.flatMap(({ state }) => state._nodes));
  const missing = NODES.filter((node) => !reached.has(node)).map(({ id }) => id);
  expect(missing).toEqual(['bisect.routing']);
});

it('can take every transition that it names', () => {
  const missing = new Map(TRANSITIONS.map(({ transition, name }) => [transition as object, name]));
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
        actor.send(happens as BisectEvent)
      );
      actor.stop();
    }
    if (missing.size === 0) break;
  }
  expect([...missing.values()]).toEqual([]);
});
