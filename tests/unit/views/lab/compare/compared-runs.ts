import type { Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { setFields } from '$lib/experiment/parse-manifest';
import { describeTestSet } from '$lib/trainer';
import type { Both } from '$lib/trainer/lab';
import type { ComparedModel } from '$lib/views/lab/compare/maps';
import type { ComparedRuns } from '$lib/views/lab/compare/pair';
import { realDataset, realRun } from '../../../machine/fake-trainer';

/** The recorded manifest with some fields of it set, such as `code.l2`. */
export function recordedWith(fields: Readonly<Record<string, unknown>>): Manifest {
  const result = setFields(Object.entries(fields), RECORDED);
  if (!result.ok) throw new RangeError(result.reason.code);
  return result.value;
}

/** A really trained run and its re-run, in which some fields differ. */
export function comparedRuns(fields: Readonly<Record<string, unknown>>): ComparedRuns {
  const manifests: Both<Manifest> = { then: RECORDED, later: recordedWith(fields) };
  return {
    then: realRun(manifests.then).record,
    later: realRun(manifests.later).record,
    testSets: {
      then: describeTestSet(manifests.then, realDataset),
      later: describeTestSet(manifests.later, realDataset)
    }
  };
}

/** The models of two runs that were really trained. */
export const modelsOf = ({ then, later }: ComparedRuns): Both<ComparedModel> => ({
  then: realRun(then.manifest),
  later: realRun(later.manifest)
});

/** Pairs for each rung of the ladder, and for each way in which two tests can differ. */
export const PAIRS = {
  nothing: {},
  bits: { 'environment.gradientChunks': 4 },
  reversed: { 'data.edits': ['rows-reversed'] },
  l2: { 'code.l2': 0.01 },
  labels: { 'data.edits': ['test-labels-corrected'] },
  bitsAndLabels: { 'data.edits': ['test-labels-corrected'], 'environment.gradientChunks': 4 },
  split: { 'data.splitSeed': 7 },
  smallerTest: { 'data.testSize': 90 },
  features: { 'data.features': ['bill_depth_mm', 'flipper_length_mm'] },
  epochs: { 'code.epochs': 120 }
} as const satisfies Record<string, Readonly<Record<string, unknown>>>;

export const pairNamed = (name: keyof typeof PAIRS): ComparedRuns => comparedRuns(PAIRS[name]);
