/** The words of the way that measures what reproducing costs. */
export { cost } from './en/cost/words';
