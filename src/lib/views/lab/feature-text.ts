import type { Feature } from '../../experiment';
import { manifestWords } from '../../lesson/manifest';

/** What a measurement is called, such as “bill length”. */
export const featureName = (feature: Feature): string => manifestWords.features[feature];

/** Starts a sentence or a heading. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
