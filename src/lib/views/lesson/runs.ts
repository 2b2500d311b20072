import { shortDigest, type Comparison, type Digest, type Manifest, type RunRecord } from '../../experiment';
import { count, fill, lesson } from '../../lesson';
import type { Answer, LessonState, RunKey } from '../../machine/lesson';
import { fingerprintBars, type FingerprintBar } from '../fingerprint';
import { percentText } from '../percent';
import type { Tone } from '../tone';
import { weightCount } from '../weight-count';

export type RunName = 'then' | 'later';

export interface TrainingView {
  readonly epoch: number;
  readonly epochs: number;
  readonly text: string;
}

export interface ResultView {
  readonly percent: string;
  readonly detail: string;
  readonly digest: Digest;
  readonly shortDigest: string;
  readonly bars: readonly FingerprintBar[];
  readonly fingerprintLabel: string;
}

/** One of the two runs, as the stage shows it. */
export interface RunView {
  readonly name: RunName;
  readonly label: string;
  readonly tone: Tone;
  /** Whether there is anything of it: until the case is opened, the re-run is a promise. */
  readonly isThere: boolean;
  /** What there is to say of it beside its name. */
  readonly note: string;
  /** Under which key the weights of the run are kept, once there are any to show. */
  readonly weights: RunKey | null;
  readonly hiddenUnits: number;
  /** What its fingerprint is computed from. */
  readonly fingerprintOf: string;
  readonly training: TrainingView | null;
  readonly result: ResultView | null;
  /** What the decision map shows, in a sentence; empty before the training is over. */
  readonly mapText: string;
  /** Ids of the penguins that the other run answers differently, once the two are compared. */
  readonly flipped: readonly number[];
}

const { runs } = lesson;

/**
 * @param differing positions of the digest bytes that differ from those of another run. @default none
 * @param told whether they are told as well as drawn. @default true
 */
export function resultView(
  record: Pick<RunRecord, 'accuracy' | 'digest'>,
  differing: readonly number[] = [],
  told = true
): ResultView {
  const differs = told && differing.length > 0 ? `, ${count(runs.fingerprintDiffers, differing.length)}` : '';
  return {
    percent: percentText(record),
    detail: fill(runs.accuracyTip, record.accuracy),
    digest: record.digest,
    shortDigest: shortDigest(record.digest),
    bars: fingerprintBars(record.digest, differing),
    fingerprintLabel: fill(runs.fingerprint, { digest: shortDigest(record.digest) }) + differs
  };
}

function trainingView({ progress }: LessonState, epochs: number): TrainingView {
  const epoch = progress?.epoch ?? 0;
  return { epoch, epochs, text: fill(runs.epoch, { epoch, epochs }) };
}

function mapText({ accuracy }: RunRecord, comparison: Comparison | null): string {
  const flips = comparison?.flipped.length ?? 0;
  return fill(runs.accuracyTip, accuracy) + (flips > 0 ? `, ${count(runs.mapFlips, flips)}` : '');
}

function noteText(name: RunName, isThere: boolean, manifest: Manifest, result: ResultView | null): string {
  if (result) return result.detail;
  return name === 'later' && isThere
    ? fill(runs.loaded, { name: manifest.environment.name })
    : runs.absent[name];
}

function runView(state: LessonState, name: RunName): RunView {
  const record = state[name];
  const manifest = name === 'then' ? state.saved : state.loaded;
  const training = state.at === (name === 'then' ? 'training' : 'retraining');
  const isThere = name === 'then' || state.step >= 3;
  // What a comparison is about to show is drawn while it is shown, and told once the verdict has fallen.
  const drawn = state.comparison ?? state.comparing;
  const differing = name === 'later' ? drawn?.differingBytes : [];
  const result = record && !training ? resultView(record, differing, state.comparison !== null) : null;
  return {
    name,
    label: runs[name],
    tone: name,
    isThere,
    note: noteText(name, isThere, manifest, result),
    weights: training || record ? (name === 'then' ? 'then' : state.rerun) : null,
    hiddenUnits: manifest.code.hiddenUnits,
    fingerprintOf: fill(runs.fingerprintLabel, { weights: weightCount(manifest) }),
    training: training ? trainingView(state, manifest.code.epochs) : null,
    result,
    mapText: record && !training ? mapText(record, name === 'later' ? state.comparison : null) : '',
    flipped: drawn?.flipped ?? []
  };
}

/** Both runs, as far as they are known. */
export const runsView = (state: LessonState): readonly [RunView, RunView] => [
  runView(state, 'then'),
  runView(state, 'later')
];

/** What a run said about each test penguin, by id. */
export const predictionsOf = (record: RunRecord | null): ReadonlyMap<number, 'MALE' | 'FEMALE'> =>
  new Map(record?.testIds.map((id, index) => [id, record.predictions[index] === 1 ? 'MALE' : 'FEMALE']));

/** A finished run with what the learner had expected of it, on its way home. */
export interface TakenHome {
  readonly record: RunRecord;
  readonly prediction: Answer | undefined;
}

/** A run as someone takes it home; null before it is finished. The prediction was about the re-run. */
export function takenHome(state: LessonState, name: RunName): TakenHome | null {
  const record = state[name];
  const prediction = name === 'later' ? state.prediction?.answer : null;
  return record && { record, prediction: prediction ?? undefined };
}
