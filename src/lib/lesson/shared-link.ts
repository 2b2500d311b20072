/** Apart from `lesson`, because these words are in the page itself and not in its code. */
export { sharedLink } from './en/shared-link';
