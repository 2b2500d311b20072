import type { NodeId } from '../../lesson';
import type { ChipStop, EdgeId } from './flow';

export interface RailPoint {
  /** Per cent of the rail's width. */
  readonly x: number;
  /** From the top, in units of which the rail has `RAIL_HEIGHT`. */
  readonly y: number;
}

/** Units from the top of the rail to its bottom; the style sheet says how high that is. */
export const RAIL_HEIGHT = 114;

/** The main line, the branches above and below it, and where chips and cases stand. */
const [MAIN, UP, DOWN, CHIPS, LOOP] = [46, 23, 69, 84, 101];

/** Where each node stands: far enough apart for the words of a window 760 pixels wide. */
export const NODE_PLACES: Readonly<Record<NodeId, RailPoint>> = {
  start: { x: 7.2, y: MAIN },
  train: { x: 17.6, y: MAIN },
  save: { x: 28, y: MAIN },
  rerun: { x: 51, y: MAIN },
  compare: { x: 65.8, y: MAIN },
  match: { x: 79, y: UP },
  trust: { x: 92, y: UP },
  mismatch: { x: 79, y: DOWN },
  investigate: { x: 92, y: DOWN }
};

const below = (node: NodeId): RailPoint => ({ x: NODE_PLACES[node].x, y: CHIPS });

export const CHIP_PLACES: Readonly<Record<ChipStop, RailPoint>> = {
  start: below('start'),
  train: below('train'),
  save: below('save'),
  rerun: below('rerun')
};

/** The line between then and later. */
export const DIVIDER_X = 39;

/** Where the words on the loop stand. */
export const LOOP_LABEL: RailPoint = { x: 72, y: LOOP };

const line = (from: NodeId, to: NodeId): string => {
  const [a, b] = [NODE_PLACES[from], NODE_PLACES[to]];
  if (a.y === b.y) return `M${a.x},${a.y}L${b.x},${b.y}`;
  // Leaves and arrives level.
  const [begin, end] = [a.x + 3.5, b.x - 3.5];
  const middle = (begin + end) / 2;
  return `M${a.x},${a.y}L${begin},${a.y}C${middle},${a.y},${middle},${b.y},${end},${b.y}L${b.x},${b.y}`;
};

/** Back from the investigation to the case of the re-run. */
const { x: loopEnd } = NODE_PLACES.investigate;
const loopBegin = NODE_PLACES.rerun.x + 8;

/** Where the loop arrives. */
export const LOOP_END: RailPoint = { x: loopBegin, y: CHIPS };

/** The lines, as paths in a drawing 100 wide and `RAIL_HEIGHT` high. Boxes lie over their ends. */
export const EDGE_PATHS: Readonly<Record<EdgeId, string>> = {
  'start-train': line('start', 'train'),
  'train-save': line('train', 'save'),
  'save-rerun': line('save', 'rerun'),
  'rerun-compare': line('rerun', 'compare'),
  'compare-match': line('compare', 'match'),
  'match-trust': line('match', 'trust'),
  'compare-mismatch': line('compare', 'mismatch'),
  'mismatch-investigate': line('mismatch', 'investigate'),
  loop: `M${loopEnd},${DOWN}V${LOOP}H${loopBegin + 4}C${loopBegin + 2},${LOOP},${loopBegin + 2},${CHIPS},${loopBegin},${CHIPS}`
};
