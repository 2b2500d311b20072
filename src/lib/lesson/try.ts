/** The words of the page where Python is tried, which no other page loads. */
export { tryWords } from './en/try/words';
