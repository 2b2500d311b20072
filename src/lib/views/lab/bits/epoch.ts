import { entryAt } from '../../../experiment/entry-at';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { LabPair, LabRun } from '../../../machine/lab';
import type { Scaling } from '../../../trainer';
import type { Trace, TraceEpoch } from '../../../trainer/lab';
import type { Area } from '../../area';
import { decisionArea } from '../../decision-map';
import type { MapScales } from '../../map-scales';
import type { PenguinView } from '../../penguins';
import { percentText } from '../../percent';
import { lastEpoch } from './growth';
import { spoken } from '../number-text';
import { ulpText } from './text';
import { mapAxes, sameAxes, type MapAxes } from '../pair-maps';

const text = labWords.bits.epochs;

/** Two runs after one epoch, in words. */
export interface EpochView {
  readonly epoch: number;
  readonly last: number;
  /** Such as “Epoch 17 of 100”. */
  readonly title: string;
  /** How far apart the weights are, with `^` before powers; how many predictions flip. */
  readonly distance: string;
  readonly flips: string;
  /** All of it in one sentence, as the slider's value. */
  readonly valueText: string;
  readonly flipped: readonly number[];
  /** What both maps' axes are; null where the runs look at different measurements. */
  readonly axes: string | null;
  readonly runs: readonly (MapAxes & {
    readonly run: LabRun;
    readonly label: string;
    readonly percent: string;
    readonly detail: string;
  })[];
}

export function epochView(trace: Trace, epoch: number, pair: LabPair): EpochView {
  const { ulps, flipped, accuracy } = entryAt(trace.epochs, epoch);
  const last = lastEpoch(trace).epoch;
  const title = epoch === 0 ? text.start : fill(text.at, { epoch, last });
  const distance =
    ulps.largest === 0
      ? text.equal
      : fill(text.distance, { largest: ulpText(ulps.largest), median: ulpText(ulps.median) });
  const flips = flipped.length === 0 ? text.noFlips : count(text.flips, flipped.length);
  return {
    epoch,
    last,
    title,
    distance,
    flips,
    valueText: spoken([title, distance, flips].join(', ')),
    flipped,
    axes: sameAxes(pair) ? mapAxes(pair.then.data.features).axes : null,
    runs: (['then', 'later'] as const).map((run) => ({
      run,
      label: labWords.bits.runs[run],
      ...mapAxes(pair[run].data.features),
      percent: percentText({ accuracy: accuracy[run] }),
      detail: fill(text.accuracy, { ...accuracy[run] })
    }))
  };
}

/** Where a run's model says MALE after an epoch. */
export const areaAfter = (
  { weights }: TraceEpoch,
  run: LabRun,
  pair: LabPair,
  scaling: Trace['scaling'],
  scales: MapScales
): Area => decisionArea(weights[run], pair[run].code.hiddenUnits, scaling[run] satisfies Scaling, scales);

/** The same penguins; those on which the runs disagree say so. The others stay the same objects. */
export function withFlips(penguins: readonly PenguinView[], flipped: readonly number[]): PenguinView[] {
  const differing = new Set(flipped);
  return penguins.map((penguin) =>
    differing.has(penguin.id) ? { ...penguin, text: `${penguin.text} · ${text.flipped}` } : penguin
  );
}
