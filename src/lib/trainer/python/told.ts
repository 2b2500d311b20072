import { FEATURES, type Feature, type RunRecord } from '../../experiment';
import type { Dataset } from '../dataset';
import { layout } from '../model';
import type { Scaling, TestPenguin } from '../protocol';
import { digestOf, digestWeights } from '../sha256';
import type { PythonEnding } from './protocol';

/** A run as a program told it: fingerprint and accuracy are worked out here, from what it handed over. */
export interface PythonRun {
  readonly record: Pick<RunRecord, 'accuracy' | 'digest' | 'predictionsDigest' | 'testIds' | 'predictions'>;
  readonly weights: Float64Array;
  readonly hiddenUnits: number;
  readonly features: readonly [Feature, Feature];
  readonly scaling: Scaling;
  readonly penguins: readonly TestPenguin[];
}

/** How far a training in Python is. */
export interface PythonProgress {
  readonly epoch: number;
  readonly epochs: number;
}

/** What came of a program that was not stopped. */
export interface PythonResult {
  readonly ending: PythonEnding;
  /** Milliseconds from where the program began: what had to be loaded and started before is not in it. */
  readonly took: number;
  /** The last run that it told of; null where it told of none that is one. */
  readonly run: PythonRun | null;
  /** Whether it said that its training ends without a result. */
  readonly diverged: boolean;
}

const WIDEST = 64;

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isBinary = (value: unknown): value is 0 | 1 => value === 0 || value === 1;
const isFeature = (value: unknown): value is Feature => (FEATURES as readonly unknown[]).includes(value);

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** @returns null for what is no progress. */
export function readProgress(json: string): PythonProgress | null {
  const { epoch, epochs } = parsed(json);
  return isWhole(epoch) && isWhole(epochs) && epoch > 0 && epoch <= epochs ? { epoch, epochs } : null;
}

/** The weights in hexadecimal digits of little-endian float64: so they are the program's to the last bit. */
function readWeights(hex: unknown): Float64Array | null {
  if (typeof hex !== 'string' || !/^(?:[0-9a-f]{16})+$/.test(hex)) return null;
  const count = hex.length / 16;
  const hiddenUnits = (count - 1) / 4;
  if (!isWhole(hiddenUnits) || hiddenUnits < 1 || hiddenUnits > WIDEST) return null;
  const view = new DataView(new ArrayBuffer(8 * count));
  for (let at = 0; at < 8 * count; at++) view.setUint8(at, parseInt(hex.slice(2 * at, 2 * at + 2), 16));
  const weights = Float64Array.from({ length: count }, (_, index) => view.getFloat64(8 * index, true));
  return weights.every(Number.isFinite) && layout(hiddenUnits).count === count ? weights : null;
}

function readScaling(scales: unknown): Scaling | null {
  if (!isArray(scales) || scales.length !== 2) return null;
  const pairs = scales.filter(
    (pair): pair is [number, number] => isArray(pair) && pair.length === 2 && pair.every(Number.isFinite)
  );
  if (pairs.length !== 2 || pairs.some(([, deviation]) => deviation === 0)) return null;
  return { mean: pairs.map(([mean]) => mean), deviation: pairs.map(([, deviation]) => deviation) };
}

/**
 * Reads what a program told of a run. Nothing in it is believed: it has to have the shape of a run on this data.
 * @returns null for what is none.
 */
export function readRun(json: string, { penguins: all }: Dataset): PythonRun | null {
  const told = parsed(json);
  const { ids, labels, predictions, features } = told;
  const weights = readWeights(told.weights);
  const scaling = readScaling(told.scales);
  if (
    !weights ||
    !scaling ||
    !isArray(ids) ||
    !isArray(labels) ||
    !isArray(predictions) ||
    !isArray(features)
  )
    return null;
  const [first, second] = features;
  if (features.length !== 2 || !isFeature(first) || !isFeature(second)) return null;
  if (ids.length === 0 || labels.length !== ids.length || predictions.length !== ids.length) return null;
  if (!ids.every(isWhole) || new Set(ids).size !== ids.length) return null;
  if (!labels.every(isBinary) || !predictions.every(isBinary)) return null;
  const penguins: TestPenguin[] = [];
  for (const [index, id] of ids.entries()) {
    const penguin = all[id];
    const across = penguin?.measurements[first];
    const up = penguin?.measurements[second];
    if (!penguin || typeof across !== 'number' || typeof up !== 'number') return null;
    const { species, island } = penguin;
    penguins.push({ id, species, island, features: [across, up], sex: labels[index] ? 'MALE' : 'FEMALE' });
  }
  const correct = predictions.filter((prediction, index) => prediction === labels[index]).length;
  return {
    record: {
      accuracy: { correct, total: ids.length },
      digest: digestWeights(weights),
      predictionsDigest: digestOf(Uint8Array.from(predictions)),
      testIds: ids,
      predictions
    },
    weights,
    hiddenUnits: (weights.length - 1) / 4,
    features: [first, second],
    scaling,
    penguins
  };
}
