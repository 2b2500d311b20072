import { driftById, PARTS, type Part } from '../../experiment';
import { NODES, lesson, type NodeId, type Step } from '../../lesson';
import type { LessonState, Position } from '../../machine/lesson';
import type { ChipStop, EdgeId } from './flow-layout';
import { isUnderWay } from './story';
import type { Tone } from '../tone';

export type NodeState = 'todo' | 'current' | 'done' | 'skipped';

export interface FlowNode {
  readonly id: NodeId;
  readonly label: string;
  readonly note: string;
  readonly tip: string;
  readonly state: NodeState;
  readonly tone: Tone;
  /** Where choosing the node leads. */
  readonly step: Step;
}

export interface FlowEdge {
  readonly id: EdgeId;
  readonly state: 'todo' | 'done' | 'skipped';
  readonly tone: Tone;
}

export interface FlowChip {
  readonly key: string;
  readonly label: string;
  readonly part: Part;
  readonly at: ChipStop;
  readonly tone: Tone;
  readonly shown: boolean;
  readonly differs: boolean;
}

export interface FlowView {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly chips: readonly FlowChip[];
  /** A fix is on its way round the loop: changes each time, so that it can be shown each time. */
  readonly fix: string | null;
}

const TONES: Record<NodeId, Tone> = {
  start: 'then',
  train: 'then',
  save: 'then',
  rerun: 'later',
  compare: 'later',
  match: 'match',
  trust: 'match',
  mismatch: 'differs',
  investigate: 'differs'
};

const STEPS_OF_NODES: Record<NodeId, Step> = {
  start: 0,
  train: 1,
  save: 2,
  rerun: 3,
  compare: 5,
  match: 5,
  trust: 5,
  mismatch: 5,
  investigate: 6
};

const RAIL: readonly NodeId[] = ['start', 'train', 'save', 'rerun', 'compare'];

const NODE_AT: Record<Exclude<Position, 'failed'>, NodeId> = {
  idle: 'start',
  training: 'train',
  trained: 'train',
  saved: 'save',
  loaded: 'rerun',
  retraining: 'rerun',
  retrained: 'rerun',
  compared: 'compare',
  trusted: 'trust',
  mismatched: 'mismatch',
  investigating: 'investigate'
};

/** The node where the lesson stands. */
export function currentNode(state: LessonState): NodeId {
  if (state.at === 'failed') return state.step === 1 ? 'train' : 'rerun';
  return NODE_AT[state.at];
}

function nodeState(id: NodeId, current: NodeId): NodeState {
  if (id === current) return 'current';
  if (RAIL.includes(id)) {
    return RAIL.includes(current) && RAIL.indexOf(id) > RAIL.indexOf(current) ? 'todo' : 'done';
  }
  if (RAIL.includes(current)) return 'todo';
  if (TONES[id] !== TONES[current]) return 'skipped';
  return NODES.indexOf(id) < NODES.indexOf(current) ? 'done' : 'todo';
}

const EDGES: readonly (readonly [EdgeId, from: NodeId, to: NodeId])[] = [
  ['start-train', 'start', 'train'],
  ['train-save', 'train', 'save'],
  ['save-rerun', 'save', 'rerun'],
  ['rerun-compare', 'rerun', 'compare'],
  ['compare-match', 'compare', 'match'],
  ['match-trust', 'match', 'trust'],
  ['compare-mismatch', 'compare', 'mismatch'],
  ['mismatch-investigate', 'mismatch', 'investigate']
];

const STOPS: readonly ChipStop[] = ['start', 'train', 'save', 'rerun'];

/** The parts in which what loads differs from what was saved. */
export const driftedParts = (state: LessonState): Part[] =>
  PARTS.filter((part) => state.drifts.some((id) => driftById(id).part === part));

function chips(state: LessonState): FlowChip[] {
  const drifted = driftedParts(state);
  const stop = STOPS[Math.min(state.step, 3)] ?? 'start';
  return (['then', 'later'] as const).flatMap((run) =>
    PARTS.map((part): FlowChip => {
      const differs = run === 'later' && state.step >= 3 && drifted.includes(part);
      return {
        key: `${run}-${part}`,
        label: lesson.process.flow.chips[part],
        part,
        at: run === 'then' && stop === 'rerun' ? 'save' : stop,
        tone: differs ? 'differs' : 'then',
        shown: run === 'then' || state.step >= 3,
        differs
      };
    })
  );
}

function loop(state: LessonState, current: NodeId): FlowEdge {
  const fixing = isUnderWay(state) && current === 'rerun';
  return {
    id: 'loop',
    state: current === 'investigate' || fixing ? 'done' : current === 'trust' ? 'skipped' : 'todo',
    tone: 'differs'
  };
}

const isFixing = ({ at, investigation, investigated, drifts }: LessonState): boolean =>
  at === 'loaded' && investigation === 'open' && investigated.some((id) => !drifts.includes(id));

/** The process flow as it stands. */
export function flowView(state: LessonState): FlowView {
  const current = currentNode(state);
  const { nodes } = lesson.process.flow;
  const states = Object.fromEntries(NODES.map((id) => [id, nodeState(id, current)])) as Record<
    NodeId,
    NodeState
  >;
  const reached = (id: NodeId) => states[id] === 'done' || states[id] === 'current';
  return {
    nodes: NODES.map((id) => ({
      id,
      ...nodes[id],
      state: states[id],
      tone: TONES[id],
      step: STEPS_OF_NODES[id]
    })),
    edges: [
      ...EDGES.map(([id, from, to]): FlowEdge => ({
        id,
        state: states[to] === 'skipped' ? 'skipped' : reached(from) && reached(to) ? 'done' : 'todo',
        tone: TONES[to]
      })),
      loop(state, current)
    ],
    chips: chips(state),
    fix: isFixing(state) ? state.rerun : null
  };
}
