import { diff, type Difference } from './diff';
import type { Edit, Manifest, Part } from './manifest';

/** One single way in which a later manifest differs, that can be put back without the others. */
export type Change = FieldChange | EditChange | EditOrderChange;

interface Keyed {
  /** Unique among the changes between two manifests, and equal wherever the same thing changed. */
  readonly key: string;
}

/** A field has another value; `undefined` where a manifest does not record it. Its key is its path. */
export interface FieldChange extends Keyed, Difference {
  readonly kind: 'field';
}

interface OfEdits extends Keyed, Difference {
  /** Where each edit stands among all the others, while the kept ones are in the order of then, or of later. */
  readonly places: { readonly then: readonly Edit[]; readonly later: readonly Edit[] };
}

/** One named edit was added (`before` is undefined) or removed (`after` is). Its key is `data.edits:` and its name. */
export interface EditChange extends OfEdits {
  readonly kind: 'edit';
  readonly before: Edit | undefined;
  readonly after: Edit | undefined;
}

/** The edits that both manifests have stand in another order. Its key is `data.edits`. */
export interface EditOrderChange extends OfEdits {
  readonly kind: 'edit-order';
  readonly before: readonly Edit[];
  readonly after: readonly Edit[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One order for the edits of both lists: the first list's, with each other edit after the one it follows. */
function merged(base: readonly Edit[], other: readonly Edit[]): Edit[] {
  const order = [...base];
  other.forEach((edit, index) => {
    if (order.includes(edit)) return;
    const previous = other[index - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, edit);
  });
  return order;
}

function editChanges(then: readonly Edit[], later: readonly Edit[]): Change[] {
  const places = { then: merged(then, later), later: merged(later, then) };
  const where = { path: 'data.edits', part: 'data', field: 'edits', places } as const;
  const edits = places.then
    .filter((edit) => then.includes(edit) !== later.includes(edit))
    .map((edit): EditChange => {
      const added = later.includes(edit);
      return {
        kind: 'edit',
        key: `data.edits:${edit}`,
        ...where,
        before: added ? undefined : edit,
        after: added ? edit : undefined
      };
    });
  const [before, after] = [
    then.filter((edit) => later.includes(edit)),
    later.filter((edit) => then.includes(edit))
  ];
  return same(before, after)
    ? edits
    : [...edits, { kind: 'edit-order', key: 'data.edits', ...where, before, after }];
}

/**
 * How two manifests differ, in single changes: one a field, but one a named edit, and one more where the
 * edits that both have stand in another order. In the order of the manifest.
 */
export const changesBetween = (then: Manifest, later: Manifest): Change[] =>
  diff(then, later).flatMap((difference): Change[] =>
    difference.path === 'data.edits'
      ? editChanges(then.data.edits, later.data.edits)
      : [{ kind: 'field', key: difference.path, ...difference }]
  );

const inOrderOf = (edits: Iterable<Edit>, places: readonly Edit[]): Edit[] =>
  [...edits].sort((a, b) => places.indexOf(a) - places.indexOf(b));

function withEdits(edits: readonly Edit[], changes: readonly (EditChange | EditOrderChange)[]): Edit[] {
  const [first] = changes;
  if (!first) return [...edits];
  const { places } = first;
  const present = new Set(edits);
  for (const change of changes) {
    if (change.kind !== 'edit') continue;
    if (change.before !== undefined) present.delete(change.before);
    if (change.after !== undefined) present.add(change.after);
  }
  // Where the order changes at all, two edits or more are always there, and tell which one is in force.
  const reordered =
    changes.some(({ kind }) => kind === 'edit-order') || !same(edits, inOrderOf(edits, places.then));
  return inOrderOf(present, reordered ? places.later : places.then);
}

/**
 * A manifest with some of the changes of `changesBetween` applied: with none it is `then`, with all it is
 * `later`, and with any it is a valid manifest. Neither the order of the changes nor whether they are applied
 * at once or one after the other makes a difference.
 */
export function applyChanges(then: Manifest, changes: readonly Change[]): Manifest {
  const ofEdits = changes.filter((change) => change.kind !== 'field');
  const changed = (part: Part): object => {
    const fields: Record<string, unknown> = { ...then[part] };
    for (const change of changes) {
      if (change.kind !== 'field' || change.part !== part) continue;
      if (change.after === undefined) delete fields[change.field];
      else fields[change.field] = change.after;
    }
    return fields;
  };
  const data = { ...changed('data'), edits: withEdits(then.data.edits, ofEdits) };
  return { ...then, code: changed('code'), data, environment: changed('environment') } as Manifest;
}
