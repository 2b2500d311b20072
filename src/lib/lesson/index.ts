import { en } from './en';

export * from './count';
export * from './fill';
export * from './ids';
export * from './locale';

/** Every visible word, in the language of the page. */
export const lesson = en;
