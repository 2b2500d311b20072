/** The words of the page that compares two environments stand apart from `lesson`, because no other page has them. */
export { compare } from './en/compare/words';
