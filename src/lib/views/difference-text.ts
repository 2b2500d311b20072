import { driftDifferences, type Difference, type DriftId } from '../experiment';
import { fill, lesson } from '../lesson';

/** A value of a manifest, in words. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? lesson.runs.verdict.none : value.join(', ');
  return String(value);
}

export const fieldName = ({ path, field }: Difference): string => lesson.fields[path] ?? field;

/** Such as “library default: l2 went from 0 to 0.01”. */
export function driftText(id: DriftId): string {
  const differences = driftDifferences(id).map((difference) =>
    fill(lesson.runs.verdict.wentFrom, {
      name: fieldName(difference),
      before: valueText(difference.before),
      after: valueText(difference.after)
    })
  );
  return fill(lesson.runs.verdict.cause, {
    drift: lesson.drifts[id].name,
    differences: differences.join('; ')
  });
}
