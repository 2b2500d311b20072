import { labWords as en } from './en/lab';

/** Every visible word of the Lab, in the language of the page; apart, so that the first page stays light. */
export const labWords = en;
