import type { NodeId } from '../../lesson';

export interface Box {
  /** Centre. Across: per cent of the width; down: pixels. */
  readonly x: number;
  readonly y: number;
  /** Per cent of the width, and pixels. */
  readonly width: number;
  readonly height: number;
}

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

export type ChipStop = 'start' | 'train' | 'save' | 'rerun';

type Point = [x: number, y: number];

/** Where everything of the process flow stands. Widths are stretched to the panel, heights are pixels. */
export interface FlowLayout {
  /** Of the drawing, in pixels. */
  readonly height: number;
  readonly nodes: Readonly<Record<NodeId, Box>>;
  readonly edges: Readonly<Record<EdgeId, string>>;
  readonly chips: Readonly<Record<ChipStop, { readonly x: number; readonly y: number }>>;
  /** The line between then and later. */
  readonly divider: {
    readonly from: Point;
    readonly to: Point;
    readonly label: { readonly x: number; readonly y: number };
  };
  readonly loopLabel: { readonly x: number; readonly y: number };
}

/** Draws the lines, for a drawing that is `width` units wide. */
function pens(width: number) {
  const x = (across: number) => (across / 100) * width;
  const draw = (start: Point, ...pieces: number[][]) =>
    [start, ...pieces]
      .map((piece, index) => {
        const command = index === 0 ? 'M' : piece.length === 2 ? 'L' : 'C';
        return command + piece.map((value, axis) => (axis % 2 === 0 ? x(value) : value)).join();
      })
      .join('');
  return {
    edge: (from: Point, to: Point) => draw(from, [...to]),
    /** Leaves and arrives level. */
    branchAcross: (from: Point, to: Point) => {
      const middle = (from[0] + to[0]) / 2;
      return draw(from, [middle, from[1], middle, to[1], ...to]);
    },
    /** Leaves and arrives upright. */
    branchDown: (from: Point, to: Point) => {
      const middle = (from[1] + to[1]) / 2;
      return draw(from, [from[0], middle, to[0], middle, ...to]);
    },
    /** One Bézier curve after the other; each piece has two control points and its end. */
    loop: draw
  };
}

const left = ({ x, y, width }: Box): Point => [x - width / 2, y];
const right = ({ x, y, width }: Box): Point => [x + width / 2, y];
const top = ({ x, y, height }: Box): Point => [x, y - height / 2];
const bottom = ({ x, y, height }: Box): Point => [x, y + height / 2];

/** From left to right; the two outcomes above and below the rail. */
function horizontal(drawingWidth: number): FlowLayout {
  const pen = pens(drawingWidth);
  const height = 50;
  const rail = 92;
  const box = (x: number, width: number, y = rail): Box => ({ x, y, width, height });
  const nodes = {
    start: box(5.6, 8.8),
    train: box(19, 9.2),
    save: box(33, 12),
    rerun: box(55, 11),
    compare: box(69, 9.4),
    match: box(82.4, 9.4, 34),
    trust: box(94.6, 9, 34),
    mismatch: box(82.4, 9.4, 146),
    investigate: box(94.6, 10.6, 146)
  };
  const under = (node: Box) => ({ x: node.x, y: node.y + 40 });
  const edge = (from: Box, to: Box) => pen.edge(right(from), left(to));
  const branch = (to: Box) => pen.branchAcross(right(nodes.compare), left(to));
  const [loopX, loopY] = bottom(nodes.investigate);
  const floor = 191;
  return {
    height: 194,
    nodes,
    edges: {
      'start-train': edge(nodes.start, nodes.train),
      'train-save': edge(nodes.train, nodes.save),
      'save-rerun': edge(nodes.save, nodes.rerun),
      'rerun-compare': edge(nodes.rerun, nodes.compare),
      'compare-match': branch(nodes.match),
      'match-trust': edge(nodes.match, nodes.trust),
      'compare-mismatch': branch(nodes.mismatch),
      'mismatch-investigate': edge(nodes.mismatch, nodes.investigate),
      loop: pen.loop(
        [loopX, loopY],
        [loopX, floor, loopX - 4, floor, loopX - 12, floor],
        [nodes.rerun.x + 14, floor, nodes.rerun.x, floor, nodes.rerun.x, rail + 56]
      )
    },
    chips: {
      start: under(nodes.start),
      train: under(nodes.train),
      save: under(nodes.save),
      rerun: under(nodes.rerun)
    },
    divider: { from: [44.2, 0], to: [44.2, 160], label: { x: 44.2, y: 10 } },
    loopLabel: { x: 70, y: 174 }
  };
}

/** From top to bottom, for narrow screens; chips stand at the right of their node. */
function vertical(drawingWidth: number): FlowLayout {
  const pen = pens(drawingWidth);
  const height = 44;
  const pitch = 66;
  const rail = 27;
  const box = (row: number, x = rail, width = 48): Box => ({
    x,
    y: height / 2 + 4 + row * pitch + (row > 2 ? 18 : 0),
    width,
    height
  });
  const nodes = {
    start: box(0),
    train: box(1),
    save: box(2),
    rerun: box(3),
    compare: box(4),
    match: box(5, 22, 40),
    trust: box(6, 22, 40),
    mismatch: box(5, 70, 42),
    investigate: box(6, 70, 42)
  };
  const beside = (node: Box) => ({ x: 76, y: node.y });
  const edge = (from: Box, to: Box) => pen.edge(bottom(from), top(to));
  const branch = (to: Box) => pen.branchDown(bottom(nodes.compare), top(to));
  const between = nodes.save.y + 42;
  const [loopX, loopY] = right(nodes.investigate);
  return {
    height: nodes.trust.y + height / 2 + 4,
    nodes,
    edges: {
      'start-train': edge(nodes.start, nodes.train),
      'train-save': edge(nodes.train, nodes.save),
      'save-rerun': edge(nodes.save, nodes.rerun),
      'rerun-compare': edge(nodes.rerun, nodes.compare),
      'compare-match': branch(nodes.match),
      'match-trust': edge(nodes.match, nodes.trust),
      'compare-mismatch': branch(nodes.mismatch),
      'mismatch-investigate': edge(nodes.mismatch, nodes.investigate),
      loop: pen.loop(
        [loopX, loopY],
        [99, loopY, 99, loopY - 20, 99, loopY - 40],
        [99, nodes.rerun.y + 60, 99, nodes.rerun.y + 24, 84, nodes.rerun.y + 22]
      )
    },
    chips: {
      start: beside(nodes.start),
      train: beside(nodes.train),
      save: beside(nodes.save),
      rerun: beside(nodes.rerun)
    },
    divider: {
      from: [0, between],
      to: [100, between],
      label: { x: 1, y: between }
    },
    loopLabel: { x: 76, y: nodes.compare.y - 4 }
  };
}

/**
 * The layout of the process flow.
 * @param drawingWidth width that the paths are drawn for; 100 for a drawing that is stretched.
 */
export const flowLayout = (orientation: 'horizontal' | 'vertical', drawingWidth = 100): FlowLayout =>
  orientation === 'horizontal' ? horizontal(drawingWidth) : vertical(drawingWidth);
