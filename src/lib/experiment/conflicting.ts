import type { Drift } from './drift';
import { PARTS } from './manifest';

const fieldsSet = ({ change }: Drift): string[] =>
  PARTS.flatMap((part) => Object.keys(change[part] ?? {}).map((field) => `${part}.${field}`));

/** Whether two drifts set the same field, so that only one of them can hold. Edits of the data add up instead. */
export function conflicting(one: Drift, other: Drift): boolean {
  const fields = new Set(fieldsSet(other));
  return fieldsSet(one).some((path) => path !== 'data.edits' && fields.has(path));
}
