/**
 * Which modules the first page shares with other pages, or with what is loaded later. Left alone, each set of
 * sharers gets a small chunk of its own, and small files compress badly: together they are lighter.
 */

const FIRST_PAGE = '/src/routes/+page.svelte';

/**
 * What the page names, and the bundler drops afterwards: the lesson that is rendered on the server only, and the
 * hash, which the trainer's index leads to. Both are used, but elsewhere.
 */
const DROPPED = /\/(PlainLesson\.svelte|trainer\/sha256\.ts)$/;

/**
 * @typedef {{ importers: readonly string[], importedIds: readonly string[] }} Module
 * @typedef {(id: string) => Module | null} Lookup
 */

/**
 * Everything that a module imports, directly or not, without waiting for a reason.
 *
 * @param {string} from
 * @param {Lookup} lookup
 * @returns {ReadonlySet<string>}
 */
function imports(from, lookup) {
  const found = new Set([from]);
  for (const id of found) {
    const imported = lookup(id)?.importedIds ?? [];
    for (const other of imported) if (!DROPPED.test(other)) found.add(other);
  }
  return found;
}

/**
 * Whether something that is not of the first page imports a module, be it through an index that is.
 *
 * @param {string} module
 * @param {ReadonlySet<string>} page
 * @param {Lookup} lookup
 */
function isWantedElsewhere(module, page, lookup) {
  const found = new Set([module]);
  for (const id of found) {
    if (id.endsWith(FIRST_PAGE)) continue; // what imports the page itself is the router
    for (const importer of lookup(id)?.importers ?? []) {
      if (!page.has(importer)) return true;
      found.add(importer);
    }
  }
  return false;
}

/**
 * The bundler's question, to which chunk a module belongs; null leaves it to the bundler.
 *
 * @returns {(id: string, context: { getModuleInfo: Lookup }) => string | null}
 */
export function firstPageShared() {
  /** @type {ReadonlySet<string> | undefined} */
  let firstPage;
  return (id, context) => {
    if (!id.includes('/src/lib/')) return null;
    const lookup = (/** @type {string} */ module) => context.getModuleInfo(module);
    const page = (firstPage ??= imports(id.slice(0, id.indexOf('/src/lib/')) + FIRST_PAGE, lookup));
    return page.has(id) && isWantedElsewhere(id, page, lookup) ? 'shared' : null;
  };
}
