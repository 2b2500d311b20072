/** The words of the list of keys, which is loaded when it is asked for. */
export { keys } from './en/lesson/keys';
