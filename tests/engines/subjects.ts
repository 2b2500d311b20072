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
import base64 from '../../src/lib/trainer/simd/kernel.as.ts?wasm';
import { covers, loadSimdKernel } from '../../src/lib/trainer/simd/simd-kernel';
import { sweepPart } from '../../src/lib/trainer/sweep-handlers';
import { train } from '../../src/lib/trainer/train';
import { platformMath, resultOf, sweepOf, sweptOf, type Result, type Swept } from './findings';
import { MANIFESTS, PLATFORM_MANIFESTS, type NamedManifest } from './manifests';
import pageScript from './page.ts?bundled';

export interface Subject extends NamedManifest {
  /** What Node computes here. */
  readonly result: Result;
  /** Whether the SIMD kernel has to train it, wherever it is. */
  readonly covered: boolean;
  /** The run as a learner takes it home. */
  readonly bundle: Uint8Array;
}

const dataset = parseDataset(BUNDLE_FILES.data);

const trained = (manifest: Manifest): Pick<Subject, 'manifest' | 'result' | 'bundle'> => {
  const { record } = train(manifest, dataset);
  return { manifest, result: resultOf(record), bundle: bundleOf(receiptOf(record), BUNDLE_FILES) };
};

export const subjects: readonly Subject[] = MANIFESTS.map((named) => ({
  ...named,
  ...trained(named.manifest),
  covered: covers(named.manifest)
}));

/** What a sweep makes of each manifest here, by the kernel where that covers it. */
export function nodeSweeps(): Swept[] {
  const kernel = loadSimdKernel(Uint8Array.from(Buffer.from(base64, 'base64')));
  return MANIFESTS.map(({ manifest }) =>
    sweptOf(sweepPart(sweepOf(manifest), { from: 0, to: 1 }, dataset, kernel))
  );
}

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
