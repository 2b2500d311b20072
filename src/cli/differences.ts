import { diff } from '../lib/experiment';
import { plain } from '../lib/experiment/plain';
import type { Receipt, ResultPart } from '../lib/experiment/receipt';

/** One thing that two receipts do not have in common; undefined where a receipt does not record it. */
export interface Difference {
  readonly what: string;
  readonly first: unknown;
  readonly second: unknown;
}

export interface Differences {
  readonly manifest: readonly Difference[];
  readonly result: readonly Difference[];
}

const partsOf = ({ result }: Receipt): Readonly<Record<ResultPart, unknown>> => ({
  accuracy: result.accuracy,
  weights: result.digest,
  predictions: result.predictionsDigest
});

/** What differs between the manifests and the results of two receipts; nothing is trained for it. */
export function differencesOf(first: Receipt, second: Receipt): Differences {
  const [one, other] = [partsOf(first), partsOf(second)];
  return {
    manifest: diff(first.manifest, second.manifest).map(({ path, before, after }) => ({
      what: path,
      first: before,
      second: after
    })),
    result: (['accuracy', 'weights', 'predictions'] as const)
      .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
      .map((part) => ({ what: part, first: one[part], second: other[part] }))
  };
}

const shown = (value: unknown): string => {
  if (value === undefined) return 'not recorded';
  if (typeof value === 'object' && value !== null && 'correct' in value && 'total' in value) {
    return `${String(value.correct)} of ${String(value.total)}`;
  }
  return plain(typeof value === 'string' ? value : JSON.stringify(value));
};

const lines = (differences: readonly Difference[]): string[] =>
  differences.flatMap(({ what, first, second }) => [
    `  ${what}`,
    `    ${shown(first)}`,
    `    ${shown(second)}`
  ]);

/** The same, for a terminal. */
export function differencesReport({ manifest, result }: Differences): string {
  if (manifest.length + result.length === 0) return 'Same: the manifests and the results are equal.';
  return [
    ...(manifest.length > 0
      ? ['The manifests differ in:', ...lines(manifest)]
      : ['The manifests are equal.']),
    '',
    ...(result.length > 0 ? ['The results differ in:', ...lines(result)] : ['The results are equal.'])
  ].join('\n');
}
