import { driftedParts, PARTS, type Part } from '../../experiment';
import { NODES, lesson, type NodeId, type Step } from '../../lesson';
import type { LessonState, Position } from '../../machine/lesson';
import { isUnderWay } from './story';
import type { Tone } from '../tone';

export type EdgeId =
  | 'start-train'
  | 'train-save'
  | 'save-rerun'
  | 'rerun-compare'
  | 'compare-match'
  | 'match-trust'
  | 'compare-mismatch'
  | 'mismatch-investigate'
  | 'loop';

/** Where what is carried stands: below a node, from saving on in a case. */
export type ChipStop = 'start' | 'train' | 'save' | 'rerun';

export type NodeState = 'todo' | 'current' | 'done' | 'skipped';

export interface FlowNode {
  readonly id: NodeId;
  readonly label: string;
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

/**
 * `carried` with the run, `kept` in the case that stays behind, `leftOut` of it, `same` as it was saved, or what
 * `differs` from that.
 */
export type ChipState = 'carried' | 'kept' | 'leftOut' | 'same' | 'differs';

export interface FlowChip {
  readonly part: Part;
  readonly label: string;
  readonly state: ChipState;
  /** The state in words, where it says something. */
  readonly told: string;
}

/** What is carried, of one of the two runs. */
export interface FlowCase {
  readonly run: 'then' | 'later';
  readonly label: string;
  readonly at: ChipStop;
  readonly shown: boolean;
  readonly chips: readonly FlowChip[];
}

export interface FlowView {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** The first one's, and from the re-run on another's. */
  readonly cases: readonly [FlowCase, FlowCase];
  /** Where the lesson stands: all the words that a narrow screen has room for. */
  readonly current: FlowNode;
  /** Whether what was put back is on its way round the loop. */
  readonly isFixing: boolean;
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

const STOPS: readonly ChipStop[] = ['start', 'train', 'save'];

function chipState(run: FlowCase['run'], { step }: LessonState, drifted: boolean): ChipState {
  if (run === 'later') return drifted ? 'differs' : 'same';
  if (step >= 2 && drifted) return 'leftOut';
  return step >= 3 ? 'kept' : 'carried';
}

function flowCase(run: FlowCase['run'], state: LessonState): FlowCase {
  const drifted = driftedParts(state.drifts);
  const { chips, chipLists, chipStates } = lesson.process.flow;
  return {
    run,
    label: chipLists[run],
    at: run === 'later' ? 'rerun' : (STOPS[Math.min(state.step, 2)] ?? 'start'),
    shown: run === 'then' || state.step >= 3,
    chips: PARTS.map((part) => {
      const chip = chipState(run, state, drifted.includes(part));
      const told = chip === 'leftOut' || chip === 'differs' ? chipStates[chip] : '';
      return { part, label: chips[part], state: chip, told };
    })
  };
}

function loop(state: LessonState, current: NodeId): FlowEdge {
  const fixing = isUnderWay(state) && current === 'rerun';
  return {
    id: 'loop',
    state: current === 'investigate' || fixing ? 'done' : current === 'trust' ? 'skipped' : 'todo',
    tone: 'differs'
  };
}

/** The process flow as it stands. */
export function flowView(state: LessonState): FlowView {
  const current = currentNode(state);
  const { nodes } = lesson.process.flow;
  const states = Object.fromEntries(NODES.map((id) => [id, nodeState(id, current)])) as Record<
    NodeId,
    NodeState
  >;
  const reached = (id: NodeId) => states[id] === 'done' || states[id] === 'current';
  const node = (id: NodeId): FlowNode => ({
    id,
    label: nodes[id],
    state: states[id],
    tone: TONES[id],
    step: STEPS_OF_NODES[id]
  });
  return {
    nodes: NODES.map(node),
    edges: [
      ...EDGES.map(([id, from, to]): FlowEdge => ({
        id,
        state: states[to] === 'skipped' ? 'skipped' : reached(from) && reached(to) ? 'done' : 'todo',
        tone: TONES[to]
      })),
      loop(state, current)
    ],
    cases: [flowCase('then', state), flowCase('later', state)],
    current: node(current),
    isFixing: state.at === 'retraining' && isUnderWay(state)
  };
}
