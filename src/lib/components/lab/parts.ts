/**
 * The parts of the Lab, in the order of the story. This is where a part is registered: its name in
 * `lesson/en/lab/page.ts` is what the compiler asks for then. `setUp`: whether it is about the two runs that are set up.
 */
export const LAB_PARTS = [
  { id: 'compare', setUp: true, load: () => import('./compare/LiveCompare.svelte') },
  { id: 'spread', setUp: false, load: () => import('./spread/LiveSpread.svelte') },
  { id: 'cause', setUp: true, load: () => import('./cause/LiveCause.svelte') },
  { id: 'bits', setUp: true, load: () => import('./bits/LiveBits.svelte') },
  { id: 'browser', setUp: false, load: () => import('./browser/LiveBrowser.svelte') },
  { id: 'leak', setUp: false, load: () => import('./leak/LiveLeak.svelte') }
] as const;

/** What an address may name. */
export const LAB_PART_IDS: readonly string[] = LAB_PARTS.map(({ id }) => id);

/** The part with an id; the first where there is none of that name. */
export const partOf = (wanted: string) => LAB_PARTS.find(({ id }) => id === wanted) ?? LAB_PARTS[0];
