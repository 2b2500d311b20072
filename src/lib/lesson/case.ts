/** The words of the cases stand apart from `lesson`, because no other page shows them. */
export { caseWords } from './en/case/words';
