import { PARTS, type Manifest, type Part } from './manifest';

/** One field whose value differs between two manifests. */
export interface Difference {
  /** Such as `environment.seed`. */
  readonly path: string;
  readonly part: Part;
  readonly field: string;
  /** Undefined where the earlier manifest does not record the field. */
  readonly before: unknown;
  /** Undefined where the later manifest does not record the field. */
  readonly after: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The fields in which two manifests differ, in the order of the manifest: part by part, and in each part
 * those that only the later one records at the end.
 */
export function diff(before: Manifest, after: Manifest): Difference[] {
  return PARTS.flatMap((part) => {
    const then: Readonly<Record<string, unknown>> = before[part];
    const later: Readonly<Record<string, unknown>> = after[part];
    return Object.keys({ ...then, ...later })
      .filter((field) => !same(then[field], later[field]))
      .map((field) => ({
        path: `${part}.${field}`,
        part,
        field,
        before: then[field],
        after: later[field]
      }));
  });
}

/** One text per manifest: equal texts mean equal manifests, whatever the order of their fields. */
export function manifestKey(manifest: Manifest): string {
  return JSON.stringify(manifest, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  );
}
