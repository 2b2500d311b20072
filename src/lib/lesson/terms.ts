/** The words of the glossary whose terms can be tried. */
export { terms } from './en/terms/words';
