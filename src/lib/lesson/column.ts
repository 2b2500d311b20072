/** Words between the maps stand apart from `lesson`: they are loaded with what shows them. */
export { column } from './en/lesson/column';
