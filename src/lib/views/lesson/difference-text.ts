import { driftDifferences, type Difference, type DriftId } from '../../experiment';
import { fill, lesson } from '../../lesson';
import { fields, verdict } from '../../lesson/verdict';

/** A value of a manifest, in words. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? verdict.none : value.join(', ');
  return String(value);
}

export const fieldName = ({ path, field }: Difference): string => fields[path] ?? field;

/** Such as “library default: l2 went from 0 to 0.01”. */
export function driftText(id: DriftId): string {
  const differences = driftDifferences(id).map((difference) =>
    fill(verdict.wentFrom, {
      name: fieldName(difference),
      before: valueText(difference.before),
      after: valueText(difference.after)
    })
  );
  return fill(verdict.cause, {
    drift: lesson.drifts[id].name,
    differences: differences.join('; ')
  });
}
