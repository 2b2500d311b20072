import { labWords } from '../../../lesson/lab';
import type { LabState } from '../../../machine/lab';
import { CAUSE_EXAMPLES, type CauseExample } from '../../../machine/lab/cause/examples';

export interface CauseExampleView extends CauseExample {
  readonly name: string;
  readonly text: string;
  readonly shown: boolean;
}

export const causeExamples = ({ setup }: Pick<LabState, 'setup'>): CauseExampleView[] =>
  CAUSE_EXAMPLES.map((example) => ({
    ...example,
    ...labWords.cause.examples[example.id],
    shown: JSON.stringify(example.setup) === JSON.stringify(setup)
  }));
