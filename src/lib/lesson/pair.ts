/** What two runs are compared in, in the Lab and where a claim is checked. */
export { pair } from './en/pair';
