/** The words of the way that recalls. */
export { review } from './en/review/words';
