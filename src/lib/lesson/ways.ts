/** The words of the ways to work on the subject, which the first page loads after its first look. */
export { ways } from './en/ways';
