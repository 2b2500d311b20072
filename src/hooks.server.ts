import type { Handle } from '@sveltejs/kit';

/** Fonts are preloaded with the page, so that text does not jump when they arrive. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type }) => type === 'js' || type === 'css' || type === 'font' });
