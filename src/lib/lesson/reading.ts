/** The words of what is read rather than operated stand apart from `lesson`: they come after the first page. */
export { moments, snapshot, transcript } from './en/lesson/reading';
