import { CATALOGUE, PAIR, type CatalogueId, type Criterion } from '../../../experiment/lab';
import { labWords } from '../../../lesson/lab';
import type { LabSetup, LabState } from '../../../machine/lab';

/** A setup worth searching, and the measure by which it shows what it is to show. */
export interface CauseExample {
  readonly id: 'one' | 'several' | 'pair';
  readonly setup: LabSetup;
  readonly criterion: Criterion;
}

export interface CauseExampleView extends CauseExample {
  readonly name: string;
  readonly text: string;
  readonly shown: boolean;
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

export const causeExamples = ({ setup }: Pick<LabState, 'setup'>): CauseExampleView[] =>
  CAUSE_EXAMPLES.map((example) => ({
    ...example,
    ...labWords.cause.examples[example.id],
    shown: JSON.stringify(example.setup) === JSON.stringify(setup)
  }));
