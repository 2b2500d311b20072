/** Apart from the verifier's other words: the command line says them too. */
export { strangers } from './en/strangers';
