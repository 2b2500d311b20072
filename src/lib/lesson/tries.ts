/** The words of tries stand apart from `lesson`, because the first page shows none. */
export { tries } from './en/tries';
