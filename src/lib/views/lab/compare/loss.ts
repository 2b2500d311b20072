import { ticks } from 'd3-array';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { Both } from '../../../trainer/lab';
import { linearScale } from '../../linear-scale';
import { polyline } from '../../polyline';
import type { ComparedRuns } from './pair';
import { wholeTicks, type Tick } from '../axis';
import { powerText, signedText } from '../number-text';

const { loss: words } = labWords.compare;

export const LOSS_CHART = { height: 220, margin: { top: 12, right: 52, bottom: 40, left: 44 } };

/** How near two labels may come, in pixels. */
const APART = 16;
/** About how many rows the table has. */
const ROWS = 12;

export interface LossRow {
  readonly epoch: number;
  readonly then: string;
  readonly later: string;
  readonly difference: string;
  readonly differs: boolean;
}

export interface LossView {
  readonly paths: Both<string>;
  /** Where each curve's name stands, beside its end: pixels from the top. */
  readonly names: Both<{ readonly x: number; readonly y: number }>;
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
  /** Whether the curves are equal in every epoch. */
  readonly equal: boolean;
  readonly summary: string;
  readonly rows: readonly LossRow[];
}

type Losses = readonly number[];

/** To four decimals; what is smaller than that as a power of ten, with `^`. */
export function lossText(loss: number | undefined): string {
  if (loss === undefined) return words.none;
  if (!Number.isFinite(loss)) return words.notANumber;
  if (loss !== 0 && Math.abs(loss) < 0.00005) return powerText(loss);
  return signedText(loss.toFixed(4));
}

const sameLoss = (a: number | undefined, b: number | undefined): boolean => Object.is(a, b);

/** The first epoch in which the curves differ, from 1; null when they do not. */
function firstDifference(then: Losses, later: Losses): number | null {
  const epochs = Math.max(then.length, later.length);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (!sameLoss(then[epoch - 1], later[epoch - 1])) return epoch;
  }
  return null;
}

function differenceText(then: number | undefined, later: number | undefined): string {
  if (then === undefined || later === undefined) return words.none;
  if (sameLoss(then, later)) return words.same;
  const difference = later - then;
  return difference > 0 ? `+${lossText(difference)}` : lossText(difference);
}

/** The epochs of the table: the first, round ones, where the curves part, and the last of each. */
function tableEpochs(then: Losses, later: Losses): number[] {
  const last = Math.max(then.length, later.length);
  const parting = firstDifference(then, later);
  const round = ticks(1, last, ROWS).filter((epoch) => Number.isInteger(epoch) && epoch >= 1);
  return [...new Set([1, ...round, then.length, later.length, ...(parting === null ? [] : [parting])])].sort(
    (a, b) => a - b
  );
}

function summary(then: Losses, later: Losses): string {
  const parting = firstDifference(then, later);
  if (parting === null) return words.equal;
  const epochs = (losses: Losses) => count(words.epochs, losses.length);
  const lengths =
    then.length === later.length ? [] : [fill(words.lengths, { then: epochs(then), later: epochs(later) })];
  const ends = { then: lossText(then.at(-1)), later: lossText(later.at(-1)) };
  return [...lengths, fill(words.differs, { epoch: parting, ...ends })].join(' ');
}

/** Two labels at least `APART` apart, as near to where they belong as that allows. */
function spread(then: number, later: number): Both<number> {
  const missing = APART - Math.abs(then - later);
  if (missing <= 0) return { then, later };
  const thenAbove = then <= later;
  return {
    then: then + ((thenAbove ? -1 : 1) * missing) / 2,
    later: later + ((thenAbove ? 1 : -1) * missing) / 2
  };
}

/**
 * The loss curves of two runs in one chart, and as a table.
 * @param width of the whole drawing, in pixels.
 */
export function lossView({ then: first, later: second }: ComparedRuns, width: number): LossView {
  const [then, later] = [first.lossCurve, second.lossCurve];
  const { height, margin } = LOSS_CHART;
  const finite = [...then, ...later].filter(Number.isFinite);
  const range: [number, number] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [0, 1];
  const pad = 0.04 * (range[1] - range[0]) || 0.1;
  const losses: [number, number] = [range[0] - pad, range[1] + pad];
  const epochs: [number, number] = [1, Math.max(2, then.length, later.length)];
  const x = linearScale(epochs, [margin.left, width - margin.right]);
  const y = linearScale(losses, [height - margin.bottom, margin.top]);
  const path = (curve: Losses) =>
    polyline(
      curve.flatMap((loss, index) => (Number.isFinite(loss) ? [[x(index + 1), y(loss)] as const] : []))
    );
  const end = (curve: Losses) => y(curve.findLast(Number.isFinite) ?? range[0]);
  const heights = spread(end(then), end(later));
  const name = (curve: Losses, at: number) => ({ x: x(Math.max(1, curve.length)) + 6, y: at });
  return {
    paths: { then: path(then), later: path(later) },
    names: { then: name(then, heights.then), later: name(later, heights.later) },
    across: [...new Set([1, ...wholeTicks(epochs, x)])]
      .filter((epoch) => epoch === 1 || x(epoch) - x(1) > 24)
      .map((epoch) => ({ at: x(epoch), text: String(epoch) })),
    up: ticks(...losses, 4).map((loss) => ({ at: y(loss), text: String(loss) })),
    equal: firstDifference(then, later) === null,
    summary: summary(then, later),
    rows: tableEpochs(then, later).map((epoch) => {
      const [a, b] = [then[epoch - 1], later[epoch - 1]];
      return {
        epoch,
        then: lossText(a),
        later: lossText(b),
        difference: differenceText(a, b),
        differs: !sameLoss(a, b)
      };
    })
  };
}
