import { createActor, SimulatedClock, type AnyStateNode, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { expect, it } from 'vitest';
import { lessonMachine, lessonState, type LessonEvent } from '$lib/machine/lesson';
import { fakeRecord, fakeTrainer } from '../fake-trainer';
import { saying } from '../../trainer/saying';

// Reports are sent as the events that they are, by the paths: the trainer itself stays silent.
const machine = lessonMachine.provide({ actors: { train: fakeTrainer().actor } });

type Snapshot = SnapshotFrom<typeof lessonMachine>;
type AnyEvent = LessonEvent | { type: `xstate.after.${string}` };

/** Every command at least once, with one drift that leads to a mismatch and one that still matches. */
const COMMANDS: AnyEvent[] = [
  { type: 'NEXT' },
  { type: 'BACK' },
  { type: 'GO_TO', step: 0 },
  { type: 'GO_TO', step: 6 },
  { type: 'SEE', step: 3 },
  { type: 'SEE', step: 6 },
  { type: 'PLAY' },
  { type: 'PAUSE' },
  { type: 'RESET' },
  { type: 'UNDO_RESET' },
  { type: 'OPEN', step: 4, drifts: ['float32'] },
  { type: 'RETRY' },
  { type: 'SET_SPEED', speed: 1 },
  { type: 'SET_CALM', calm: false },
  { type: 'TOGGLE_DRIFTS' },
  { type: 'CHOOSE_DRIFT', id: 'float32', on: true },
  { type: 'CHOOSE_DRIFT', id: 'library-default', on: false },
  { type: 'RESTORE', id: 'library-default' },
  { type: 'RESTORE', id: 'float32' },
  { type: 'UNDO_RESTORE', id: 'library-default' },
  { type: 'UNDO_RESTORE', id: 'float32' },
  { type: 'LET_DIFFER' },
  { type: 'BREAK' },
  { type: 'PACK', part: 'environment', packed: false },
  { type: 'PACK', part: 'environment', packed: true },
  { type: 'RERUN' },
  { type: 'PREDICT', answer: 'match' },
  { type: 'SKIP_PREDICTION' }
];

/** What can happen next: any command, and whatever the trainer and the clock owe this state. */
function eventsAt(snapshot: Snapshot): AnyEvent[] {
  const manifest = Object.values(snapshot.children)[0]?.getSnapshot().input?.manifest;
  return [
    ...COMMANDS,
    ...(manifest
      ? ([
          { type: 'EPOCH', epoch: 1, epochs: 100, loss: 0.5 },
          { type: 'TRAINED', record: fakeRecord(manifest) },
          { type: 'TRAINING_FAILED', kind: 'broken', reason: saying('out of memory') }
        ] as const)
      : []),
    ...snapshot._nodes.flatMap((node) =>
      node.after.map(({ eventType }) => ({ type: eventType }) as unknown as AnyEvent)
    )
  ];
}

/** States that a learner could not tell apart in where they can go from there. */
function serializeState(snapshot: Snapshot): string {
  const { at, goal, playing, differs, drifts, failure, canUndoReset, canRerun, prediction } =
    lessonState(snapshot);
  const { then } = snapshot.context;
  const asks = prediction?.kind === 'asked' ? String(prediction.answer) : '';
  return [
    at,
    failure?.step,
    goal,
    playing,
    differs,
    drifts,
    then !== null,
    canUndoReset,
    canRerun,
    asks
  ].join();
}

const paths = getShortestPaths(machine, {
  input: {},
  // The graph is asked about the machine's own events too: a clock's are not among its event types.
  events: eventsAt as (snapshot: Snapshot) => LessonEvent[],
  serializeState,
  limit: 20_000
});

const everyNode = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(everyNode)
];
const NODES = everyNode(machine.root);

/** Every transition of the machine, by where it starts, on what, and which of several it is. */
const transitionsOf = (node: AnyStateNode) =>
  [...node.transitions.entries(), ['always', node.always ?? []] as const].flatMap(([on, transitions]) =>
    transitions.map((transition, index) => ({ transition, name: `${node.id} · ${on} · ${index + 1}` }))
  );
const TRANSITIONS = NODES.flatMap(transitionsOf);

/** Has a real actor live through a path, and tells of each transition that it takes. */
function walk(events: readonly AnyEvent[], take: (transition: object) => void): void {
  const actor = createActor(machine, {
    input: {},
    clock: new SimulatedClock(),
    inspect: (report) => {
      if (report.type === '@xstate.microstep') report._transitions.forEach(take);
    }
  }).start();
  events.forEach((event) => actor.send(event as LessonEvent));
  actor.stop();
}

it('can be in every state that it names', () => {
  // `routing` is left in the same breath, so that nothing ever rests there.
  const reached = new Set<AnyStateNode>(paths.flatMap(({ state }) => state._nodes));
  const missing = NODES.filter((node) => !reached.has(node)).map(({ id }) => id);
  expect(missing).toEqual(['lesson.position.routing']);
});

it('can take every transition that it names', () => {
  const missing = new Map(TRANSITIONS.map(({ transition, name }) => [transition as object, name]));
  // What has no event of its own, or is raised by the machine itself, can follow on anything.
  const mayShow = ({ type }: AnyEvent) =>
    TRANSITIONS.some(
      ({ transition }) =>
        missing.has(transition) && [type, '', 'ADVANCE', 'ENDED'].includes(transition.eventType)
    );
  for (const { state, steps } of paths) {
    const way = steps.slice(1).map(({ event }) => event as AnyEvent);
    for (const event of eventsAt(state)) {
      if (mayShow(event)) walk([...way, event], (transition) => missing.delete(transition));
    }
  }
  expect([...missing.values()]).toEqual([]);
});
