import { shortDigest, type Comparison, type Digest, type RunRecord } from '../../experiment';
import { count, fill, lesson } from '../../lesson';
import type { Answer, LessonState, RunKey } from '../../machine/lesson';
import { fingerprintBars, type FingerprintBar } from '../fingerprint';
import { lossPath } from './loss-curve';
import { percentText } from '../percent';
import type { Tone } from '../tone';

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

/** One of the two runs, as its panel shows it. */
export interface RunView {
  readonly name: RunName;
  readonly label: string;
  /** Such as “env v1”; empty before the run has an environment. */
  readonly environment: string;
  /** Whether that environment is not the one that was saved. */
  readonly drifted: boolean;
  readonly tone: Tone;
  /** Under which key the weights of the run are kept, once there are any to show. */
  readonly weights: RunKey | null;
  readonly hiddenUnits: number;
  readonly waiting: string;
  readonly training: TrainingView | null;
  readonly result: ResultView | null;
  readonly lossPath: string;
  /** The same in words; empty before there is anything to tell. */
  readonly lossText: string;
  /** What the decision map shows, in a sentence; empty before the training is over. */
  readonly mapText: string;
  /** Ids of the penguins that the other run answers differently, once the two were compared. */
  readonly flipped: readonly number[];
}

const { runs } = lesson;

/** @param differing positions of the digest bytes that differ from those of another run. @default none */
export function resultView(
  record: Pick<RunRecord, 'accuracy' | 'digest'>,
  differing: readonly number[] = []
): ResultView {
  const differs = differing.length > 0 ? `, ${count(runs.fingerprintDiffers, differing.length)}` : '';
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

const nats = (loss: number): string => loss.toFixed(3);

const lossText = (losses: readonly number[]): string =>
  losses.length === 0
    ? ''
    : fill(runs.lossTold, {
        first: nats(losses[0]),
        last: nats(losses[losses.length - 1]),
        n: losses.length
      });

function mapText({ accuracy }: RunRecord, comparison: Comparison | null): string {
  const flips = comparison?.flipped.length ?? 0;
  return fill(runs.accuracyTip, accuracy) + (flips > 0 ? `, ${count(runs.mapFlips, flips)}` : '');
}

function runView(state: LessonState, name: RunName): RunView {
  const record = state[name];
  const manifest = name === 'then' ? state.saved : state.loaded;
  const training = state.at === (name === 'then' ? 'training' : 'retraining');
  const begun = state.step >= (name === 'then' ? 1 : 3);
  const losses = training ? (state.progress?.lossCurve ?? []) : (record?.lossCurve ?? []);
  const comparison = name === 'later' ? state.comparison : null;
  return {
    name,
    label: runs[name],
    environment: begun ? fill(runs.environment, { name: manifest.environment.name }) : '',
    drifted: name === 'later' && begun && state.drifts.length > 0,
    tone: name,
    weights: training || record ? (name === 'then' ? 'then' : state.rerun) : null,
    hiddenUnits: manifest.code.hiddenUnits,
    waiting: runs.waiting[name],
    training: training ? trainingView(state, manifest.code.epochs) : null,
    result: record && !training ? resultView(record, comparison?.differingBytes) : null,
    lossPath: lossPath(losses, manifest.code.epochs),
    lossText: lossText(losses),
    mapText: record && !training ? mapText(record, comparison) : '',
    flipped: state.comparison?.flipped ?? []
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
