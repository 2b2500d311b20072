/** The words of whatever runs Python in the page. */
export { python } from './en/python';
