/**
 * Which modules the first page shares with other pages, or with what is loaded later. Left alone, each set of
 * sharers gets a small chunk of its own, and small files compress badly: together they are lighter.
 */

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
    for (const other of imported) found.add(other);
  }
  return found;
}

/**
 * Whether something that is not of the first page imports a module, be it through an index that is.
 *
 * @param {string} module
 * @param {ReadonlySet<string>} page
 * @param {string} firstPage
 * @param {Lookup} lookup
 */
function isWantedElsewhere(module, page, firstPage, lookup) {
  const found = new Set([module]);
  for (const id of found) {
    if (id === firstPage) continue; // what imports the page itself is the router
    for (const importer of lookup(id)?.importers ?? []) {
      if (!page.has(importer)) return true;
      found.add(importer);
    }
  }
  return false;
}

/**
 * The bundler's question, to which chunk a module belongs; null leaves it to the bundler, as it does with packages,
 * which follow those who use them.
 *
 * @param {string} firstPage the file of the first page.
 * @param {readonly string[]} frame the files of what comes with every page: the layout and the error page.
 * @returns {(id: string, context: { getModuleInfo: Lookup }) => string | null}
 * @throws where one of them is not built.
 */
export function firstPageShared(firstPage, frame) {
  /** @type {ReadonlySet<string> | undefined} */
  let page;
  /** @type {ReadonlySet<string> | undefined} */
  let framing;
  return (id, context) => {
    const lookup = (/** @type {string} */ module) => context.getModuleInfo(module);
    for (const file of [firstPage, ...frame]) {
      if (!lookup(file)) throw new Error(`Nothing is built from ${file}: what is shared with it?`);
    }
    page ??= imports(firstPage, lookup);
    framing ??= new Set(frame.flatMap((file) => [...imports(file, lookup)]));
    if (id.includes('/node_modules/')) return null;
    if (framing.has(id)) return 'shared';
    if (!page.has(id)) return null;
    return isWantedElsewhere(id, page, firstPage, lookup) ? 'shared' : null;
  };
}
