/** The words of the command line, which no page has. */
export { commandRefusals } from './en/command';
