/** The language of this folder, as BCP 47 names it, and the direction in which it is written. */
export const locale = { tag: 'en', direction: 'ltr' } as const;
