import { PARTS, type Manifest, type Part } from './manifest';

/** One field whose value differs between two manifests. */
export interface Difference {
  /** Such as `environment.seed`. */
  readonly path: string;
  readonly part: Part;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two manifests differ, in the order of the manifest. */
export function diff(before: Manifest, after: Manifest): Difference[] {
  return PARTS.flatMap((part) =>
    Object.entries(before[part]).flatMap(([field, value]) => {
      const other = (after[part] as Record<string, unknown>)[field];
      return same(value, other)
        ? []
        : [{ path: `${part}.${field}`, part, field, before: value, after: other }];
    })
  );
}

/** One text per manifest: equal texts mean equal manifests, whatever the order of their fields. */
export function manifestKey(manifest: Manifest): string {
  return JSON.stringify(manifest, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  );
}
