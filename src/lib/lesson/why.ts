/** The words of the way that asks why. */
export { why } from './en/why/words';
