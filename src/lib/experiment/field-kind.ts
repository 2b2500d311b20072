import type * as v from 'valibot';
import type { Part } from './manifest';
import { manifestSchema } from './manifest-schema';

/** What kind of value a field of a manifest takes, for a control to offer it. */
export type FieldKind =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
  /** A list of distinct options; of exactly `length` of them where that is given. */
  | { readonly kind: 'list'; readonly options: readonly string[]; readonly length: number | null }
  | { readonly kind: 'text'; readonly optional: boolean }
  /** Only one value is possible. */
  | { readonly kind: 'fixed' };

/** As much of valibot's own objects as is read here. */
interface Node {
  readonly type: string;
  readonly requirement?: unknown;
  readonly options?: readonly (string | number)[];
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
}

/** A schema and everything it is piped through, flat. */
const nodesOf = (node: Node): Node[] =>
  node.pipe ? node.pipe.flatMap((inner) => (inner === node ? [node] : nodesOf(inner))) : [node];

function kindOf(node: Node): FieldKind {
  const nodes = nodesOf(node);
  const requirement = (type: string) => nodes.find((inner) => inner.type === type)?.requirement;
  const [first] = nodes;
  switch (first?.type) {
    case 'number':
      return {
        kind: 'number',
        min: requirement('min_value') as number,
        max: requirement('max_value') as number,
        whole: nodes.some(({ type }) => type === 'integer')
      };
    case 'picklist': {
      const options = first.options ?? [];
      return options.length > 1 ? { kind: 'choice', options } : { kind: 'fixed' };
    }
    case 'array':
      return {
        kind: 'list',
        options: (first.item?.options ?? []) as readonly string[],
        length: (requirement('length') as number | undefined) ?? null
      };
    case 'optional':
      return { kind: 'text', optional: true };
    case 'string':
      return { kind: 'text', optional: false };
    default:
      return { kind: 'fixed' };
  }
}

/** Every field of a part of the manifest with what it takes, in the order of the schema, read off the schema itself. */
export const fieldKinds = (part: Part): readonly (readonly [path: string, kind: FieldKind])[] =>
  Object.entries(manifestSchema.entries[part].entries).map(
    ([field, schema]: [string, v.GenericSchema]) =>
      [`${part}.${field}`, kindOf(schema as unknown as Node)] as const
  );
