/**
 * Which modules the first page shares with other pages, or with what is loaded later. Left alone, each set of
 * sharers gets a small chunk of its own, and small files compress badly: together they are lighter.
 */

const FIRST_PAGE = '/src/routes/+page.svelte';

/** Rendered on the server only: the page names it, and the bundler drops it afterwards. */
const SERVER_ONLY = /\/PlainLesson\.svelte$/;

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
    for (const other of imported) if (!SERVER_ONLY.test(other)) found.add(other);
  }
  return found;
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
    const isShared = page.has(id) && lookup(id)?.importers.some((importer) => !page.has(importer));
    return isShared ? 'shared' : null;
  };
}
