/**
 * What the engines are held to, and what they are given: scripts/engines.js loads this through Vite, which builds
 * the page and the bundles.
 */
import { receiptOf, TRAINER_VERSION } from '../../src/lib/experiment/receipt';
import { BASELINE, type Manifest } from '../../src/lib/experiment';
import { bundleOf } from '../../src/lib/receipt/bundle';
import { BUNDLE_FILES } from '../../src/lib/receipt/bundle/files';
import { parseDataset } from '../../src/lib/trainer/dataset';
import { drain } from '../../src/lib/trainer/drain';
import { elementary } from '../../src/lib/trainer/elementary';
import { probeMath } from '../../src/lib/trainer/math-probe';
import { train } from '../../src/lib/trainer/train';
import { platformMath, resultOf, type Result } from './findings';
import { MANIFESTS, PLATFORM_MANIFESTS, type NamedManifest } from './manifests';
import pageScript from './page.ts?bundled';

export interface Subject extends NamedManifest {
  /** What Node computes here. */
  readonly result: Result;
  /** The run as a learner takes it home. */
  readonly bundle: Uint8Array;
}

const dataset = parseDataset(BUNDLE_FILES.data);

const trained = (manifest: Manifest): Omit<Subject, keyof NamedManifest> & { manifest: Manifest } => {
  const { record } = train(manifest, dataset);
  return { manifest, result: resultOf(record), bundle: bundleOf(receiptOf(record), BUNDLE_FILES) };
};

export const subjects: readonly Subject[] = MANIFESTS.map((named) => ({
  ...named,
  ...trained(named.manifest)
}));

/** Runs whose result belongs to the engine, each with its portable twin. */
export const platformSubjects = PLATFORM_MANIFESTS.map((manifest) => ({
  ...trained(manifest),
  portable: resultOf(
    train({ ...manifest, environment: { ...manifest.environment, math: BASELINE.environment.math } }, dataset)
      .record
  )
}));

export const nodeMath = () => platformMath(drain(probeMath(elementary('platform'), dataset)));

export { pageScript, TRAINER_VERSION };
