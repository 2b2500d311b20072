import type { Feature } from '../../experiment';
import { labWords } from '../../lesson/lab';

/** What a measurement is called, such as “bill length”. */
export const featureName = (feature: Feature): string => labWords.setup.features[feature];

/** Starts a sentence or a heading. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
