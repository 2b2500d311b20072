import type { Feature } from '../../experiment';
import { manifestWords } from '../../lesson/manifest';

/** What a measurement is called, such as “bill length”. */
export const featureName = (feature: Feature): string => manifestWords.features[feature];

/** The same at the start of a sentence or a heading. */
export const featureFirst = (feature: Feature): string => manifestWords.featuresFirst[feature];
