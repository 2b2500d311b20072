import { en } from './en';

export * from './fill';
export * from './ids';

/** Every visible word, in the language of the page. */
export const lesson = en;
