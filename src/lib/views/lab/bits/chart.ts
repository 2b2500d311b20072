import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { Trace } from '../../../trainer/lab';
import { linearScale } from '../../linear-scale';
import { polyline } from '../../polyline';
import { wholeTicks, type Tick } from '../axis';
import { flipEpochs, lastEpoch } from './growth';
import { OCTAVE } from './text';

/** Everything that a chart of the growing difference is drawn with, in pixels. */
export interface GrowthChart {
  readonly width: number;
  readonly height: number;
  /** Where the plot begins and ends: lines of the axes. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly largest: string;
  readonly median: string;
  readonly distances: readonly Tick[];
  readonly epochs: readonly Tick[];
  /** Where 2⁵² lies. */
  readonly octave: number;
  /** The first epoch with flips; `before` says that its label stands left of the line. */
  readonly firstFlip: (Tick & { readonly before: boolean }) | null;
  /** A bar for every epoch with flips, as high as it has many. */
  readonly flips: readonly { readonly at: number; readonly width: number; readonly height: number }[];
  /** Where the bars of flips stand. */
  readonly flipFloor: number;
  readonly across: (epoch: number) => number;
  readonly up: (ulps: number) => number;
}

const words = labWords.bits.growth;

const HEIGHT = 320;
const MARGIN = { left: 66, right: 14, top: 22 };
/** Heights below the plot: a row of flips, then the labels of the epochs. */
const FLIPS = 26;
const LABELS = 24;
/** Between 1 and 0, which a log scale cannot show. */
const BREAK = 26;
/**
 * Powers of ten from 1 to the furthest that two float64 can lie apart. Always all of them, so that what stays
 * tiny looks tiny.
 */
const DECADES = 19.3;
/** Powers of ten from label to label. */
const LABEL_EVERY = 3;

/** @param width in pixels; the height is the chart's own. */
export function growthChart(trace: Trace, width: number): GrowthChart {
  const last = lastEpoch(trace).epoch;
  const plot = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: HEIGHT - FLIPS - LABELS
  };
  const across = linearScale([0, Math.max(1, last)], [plot.left, plot.right]);
  const log = linearScale([0, DECADES], [plot.bottom - BREAK, plot.top]);
  const up = (ulps: number) => (ulps === 0 ? plot.bottom : log(Math.min(DECADES, Math.log10(ulps))));

  const line = (of: 'largest' | 'median') =>
    polyline(trace.epochs.map(({ epoch, ulps }) => [across(epoch), up(ulps[of])]));
  const flips = flipEpochs(trace);
  const mostFlips = Math.max(1, ...flips.map(({ flipped }) => flipped.length));
  const [first] = flips;

  return {
    width,
    height: HEIGHT,
    plot,
    largest: line('largest'),
    median: line('median'),
    distances: [
      { at: plot.bottom, text: words.equal },
      ...Array.from({ length: Math.floor(DECADES / LABEL_EVERY) + 1 }, (_, index) => ({
        at: log(index * LABEL_EVERY),
        text: index === 0 ? words.one : fill(words.power, { n: index * LABEL_EVERY })
      }))
    ],
    epochs: wholeTicks([0, last], across).map((epoch) => ({ at: across(epoch), text: String(epoch) })),
    octave: up(OCTAVE),
    firstFlip: first
      ? {
          at: across(first.epoch),
          text: fill(words.firstFlip, { epoch: first.epoch }),
          before: first.epoch > last / 2
        }
      : null,
    flips: flips.map(({ epoch, flipped }) => ({
      at: across(epoch),
      width: Math.max(1.5, Math.min(6, 0.6 * (across(1) - across(0)))),
      height: Math.max(3, ((FLIPS - 8) * flipped.length) / mostFlips)
    })),
    flipFloor: plot.bottom + FLIPS,
    across,
    up
  };
}
