/**
 * What JSON, YAML and TOML are read into: maps, so that no name means something to JavaScript, and texts as they were
 * written, so that the version 1.10 does not become 1.1.
 */
export type Tree = string | null | readonly Tree[] | ReadonlyMap<string, Tree>;

/** How deep any of them may be nested: no format here needs half of it. */
export const DEEPEST = 32;

const isMap = (tree: Tree | undefined): tree is ReadonlyMap<string, Tree> => tree instanceof Map;

/** What stands under these names, one in the other; undefined where nothing does. */
export function at(tree: Tree | undefined, ...names: readonly string[]): Tree | undefined {
  let found = tree;
  for (const name of names) found = isMap(found) ? found.get(name) : undefined;
  return found;
}

/** A text there; null where there is none, or it is empty. */
export function textAt(tree: Tree | undefined, ...names: readonly string[]): string | null {
  const found = at(tree, ...names);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
}

/** A list there; empty where there is none. */
export function listAt(tree: Tree | undefined, ...names: readonly string[]): readonly Tree[] {
  const found = at(tree, ...names);
  return Array.isArray(found) ? (found as readonly Tree[]) : [];
}

/** What is named there, in order; empty where nothing is. */
export function entriesAt(
  tree: Tree | undefined,
  ...names: readonly string[]
): readonly (readonly [string, Tree])[] {
  const found = at(tree, ...names);
  return isMap(found) ? [...found] : [];
}
