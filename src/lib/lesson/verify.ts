/** The words of the page that checks receipts stand apart from `lesson`, because the first page does without. */
export { verify } from './en/verify/words';
