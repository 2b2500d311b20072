/** The words of the investigation stand apart from `lesson`, because it is loaded after the first page. */
export { investigation } from './en/lesson/investigation';
