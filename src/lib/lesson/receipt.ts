/** The words of taking a run home, which are loaded when someone does. */
export { receipt } from './en/receipt';
