/**
 * Which modules the first page shares with other pages, or with what is loaded later. Left alone, each set of
 * sharers gets a small chunk of its own, and small files compress badly: together they are lighter by 2 KB.
 */

const FIRST_PAGE = '/src/routes/+page.svelte';

/** Rendered on the server only: the page names it, and the bundler drops it afterwards. */
const SERVER_ONLY = /\/PlainLesson\.svelte$/;

/**
 * @typedef {{ importers: readonly string[], importedIds: readonly string[], dynamicallyImportedIds: readonly string[] }} Module
 * @typedef {(id: string) => Module | null} Lookup
 */

/**
 * Everything that can be reached from some modules, themselves included.
 *
 * @param {Iterable<string>} from
 * @param {(id: string) => readonly string[]} next
 */
function reach(from, next) {
  const found = new Set(from);
  for (const id of found) for (const other of next(id)) if (!SERVER_ONLY.test(other)) found.add(other);
  return found;
}

/**
 * @param {string} page
 * @param {Lookup} lookup
 * @returns {ReadonlySet<string>} what the page imports that others import too
 */
function sharedBy(page, lookup) {
  const imported = (/** @type {string} */ id) => lookup(id)?.importedIds ?? [];
  const own = reach([page], imported);
  const users = reach([page], (id) => lookup(id)?.importers ?? []);
  const all = reach(users, (id) => [...imported(id), ...(lookup(id)?.dynamicallyImportedIds ?? [])]);
  const others = [...all].filter((id) => !own.has(id) && !users.has(id));
  const reached = reach(others, imported);
  return new Set([...own].filter((id) => reached.has(id)));
}

/**
 * The bundler's question, to which chunk a module belongs; null leaves it to the bundler.
 *
 * @returns {(id: string, context: { getModuleInfo: Lookup }) => string | null}
 */
export function firstPageShared() {
  /** @type {ReadonlySet<string> | undefined} */
  let shared;
  return (id, context) => {
    if (!id.includes('/src/lib/')) return null;
    const root = id.slice(0, id.indexOf('/src/lib/'));
    shared ??= sharedBy(root + FIRST_PAGE, (module) => context.getModuleInfo(module));
    return shared.has(id) ? 'shared' : null;
  };
}
