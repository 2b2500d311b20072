import type { CatalogueId } from '../../../experiment/lab';
import type { DriftWords } from '../../drift-words';
import { codeDrifts } from './catalogue-code';
import { dataDrifts } from './catalogue-data';
import { environmentDrifts } from './catalogue-environment';

/** The words of every drift that the Lab offers. */
export const catalogueWords: Record<CatalogueId, DriftWords> = {
  ...codeDrifts,
  ...dataDrifts,
  ...environmentDrifts
};
