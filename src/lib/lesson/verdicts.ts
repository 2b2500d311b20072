/** The words of verdicts on claims, apart from all others: the bundle's reproduce.mjs carries them too. */
export { unchecked, verdicts } from './en/verdicts';
