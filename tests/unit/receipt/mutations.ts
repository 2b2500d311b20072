import fc from 'fast-check';
import { anyReceipt } from './receipts';

/** Whatever JSON can say. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values that are nearly what some field takes, or nothing like it. */
const strange: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1,
    2,
    0.5,
    101,
    1e308,
    5e-324,
    4294967296,
    '',
    '1',
    'last',
    [],
    {}
  ),
  fc.constantFrom<Json>(
    '\ud800',
    '\u202e',
    'a\nb',
    '__proto__',
    'f'.repeat(64),
    'F'.repeat(64),
    ['x', 'x'],
    [[[]]]
  ),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
  fc.integer({ min: -10, max: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 63, maxLength: 65 })
);
const name = fc.oneof(
  fc.constantFrom(
    'version',
    'code',
    'epochs',
    'digest',
    'correct',
    'prediction',
    'engine',
    'comment',
    'user',
    'extra',
    ''
  ),
  fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'valueOf'),
  fc.string({ maxLength: 5 })
);

/** All objects and lists in a value, itself first. */
function containers(value: Json): Exclude<Json, null | boolean | number | string>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

type Mutation = {
  readonly where: number;
  readonly which: number;
  readonly how: number;
  readonly name: string;
  readonly value: Json;
};

const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(1000),
  which: fc.nat(1000),
  how: fc.nat(4),
  name,
  value: strange
});

/** Changes, removes, adds, renames or swaps one member somewhere. */
function mutate(root: Json, { where, which, how, name: newName, value: given }: Mutation): void {
  const value = structuredClone(given); // members must not be shared, or they could come to hold themselves
  const all = containers(root);
  const owner = all[where % all.length] as Record<string, Json>;
  const names = Object.keys(owner);
  const old = names[which % Math.max(1, names.length)];
  const define = (key: string, member: Json): void => {
    if (Array.isArray(owner)) owner.push(member);
    else
      Object.defineProperty(owner, key, {
        value: member,
        enumerable: true,
        configurable: true,
        writable: true
      });
  };
  const remove = (key: string): void => {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  };
  if (how === 0 && old !== undefined) owner[old] = value;
  else if (how === 1 && old !== undefined) remove(old);
  else if (how === 2) define(newName, value);
  else if (how === 3 && old !== undefined) {
    const member = owner[old] as Json;
    remove(old);
    define(newName, member);
  } else if (old !== undefined) owner[old] = structuredClone(all[which % all.length] as Json);
}

/** A receipt of which one to three members are other than they were, or the same by chance. */
export const mutatedReceipt: fc.Arbitrary<Json> = fc
  .tuple(anyReceipt, fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([receipt, mutations]) => {
    const root = structuredClone(receipt) as unknown as Json;
    for (const each of mutations) mutate(root, each);
    return root;
  });

/** The same bytes with some bits flipped, cut off, cut out, doubled, or with strangers among them. */
export const mutateBytes = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.record({ how: fc.nat(4), at: fc.nat(), to: fc.nat(), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 3
    })
    .map((steps) =>
      steps.reduce((before: Uint8Array, { how, at, to, byte }) => {
        if (before.length === 0) return before;
        const from = at % before.length;
        const until = from + 1 + (to % Math.min(64, before.length));
        if (how === 0) return before.with(from, before[from]! ^ (1 << (byte % 8)));
        if (how === 1) return before.slice(0, from);
        if (how === 2) return Uint8Array.from([...before.slice(0, from), ...before.slice(until)]);
        if (how === 3) return Uint8Array.from([...before.slice(0, until), ...before.slice(from)]);
        return before.with(from, byte);
      }, bytes)
    );
