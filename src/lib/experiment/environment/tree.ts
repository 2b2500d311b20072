/**
 * What JSON, YAML and TOML are read into. Texts are as they were written, so that the version 1.10 does not become 1.1;
 * numbers are TOML's, which has texts in quotes. It is looked into by what stands below only: there, no name means
 * something to JavaScript.
 */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree };

/** How deep any of them may be nested: no format here needs half of it. */
export const DEEPEST = 32;

const isTable = (tree: Tree | undefined): tree is { readonly [name: string]: Tree } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

/** What stands under these names, one in the other; undefined where nothing does. */
export function at(tree: Tree | undefined, ...names: readonly string[]): Tree | undefined {
  let found = tree;
  for (const name of names) found = isTable(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** A text or number there; null where there is none, or it is empty. */
export function textAt(tree: Tree | undefined, ...names: readonly string[]): string | null {
  const found = at(tree, ...names);
  return found === undefined || typeof found === 'object' ? null : String(found).trim() || null;
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
  return isTable(found) ? Object.entries(found) : [];
}
