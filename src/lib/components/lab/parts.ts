/**
 * The parts of the Lab, in the order in which they are offered. This is where a part is registered: its name in
 * `lesson/en/lab/page.ts` is what the compiler asks for then.
 */
export const LAB_PARTS = [
  { id: 'compare', load: () => import('./compare/LiveCompare.svelte') },
  { id: 'cause', load: () => import('./cause/LiveCause.svelte') },
  { id: 'bits', load: () => import('./bits/LiveBits.svelte') },
  { id: 'browser', load: () => import('./browser/LiveBrowser.svelte') },
  { id: 'leak', load: () => import('./leak/LiveLeak.svelte') },
  { id: 'spread', load: () => import('./spread/LiveSpread.svelte') }
] as const;

/** What an address may name. */
export const LAB_PART_IDS: readonly string[] = LAB_PARTS.map(({ id }) => id);

/** The part with an id; the first where there is none of that name. */
export const partOf = (wanted: string) => LAB_PARTS.find(({ id }) => id === wanted) ?? LAB_PARTS[0];
