import { because } from '$lib/experiment/reason';

/** The reason of a trainer that stopped with words of its own. */
export const saying = (words: string) => because('stopped', { words });
