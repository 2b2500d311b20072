import { CATALOGUE, PAIR, type CatalogueId, type Criterion } from '../../../experiment/lab';
import type { LabSetup } from '../setup';

/** A setup worth searching, and the measure by which it shows what it is to show. */
export interface CauseExample {
  readonly id: 'one' | 'several' | 'pair';
  readonly setup: LabSetup;
  readonly criterion: Criterion;
}

const HARMLESS = CATALOGUE.filter(({ harmless }) => harmless).map(({ id }) => id);

/** Setups list drifts in the order of the catalogue, whichever way they came about. */
const setupOf = (ids: readonly CatalogueId[]): LabSetup => ({
  then: {},
  drifts: CATALOGUE.map(({ id }) => id).filter((id) => ids.includes(id)),
  later: {}
});

export const CAUSE_EXAMPLES: readonly CauseExample[] = [
  { id: 'one', setup: setupOf(['library-default', ...HARMLESS]), criterion: 'predictions' },
  {
    id: 'several',
    setup: setupOf(['more-epochs', 'rows-reversed', 'library-default', ...HARMLESS]),
    criterion: 'predictions'
  },
  { id: 'pair', setup: setupOf([...PAIR, ...HARMLESS]), criterion: 'predictions' }
];
