/** The words of maps stand apart from `lesson`: they come after the first page, with what draws. */
export { maps } from './en/lesson/maps';
