import { fill } from '../../lesson';
import { caseWords } from '../../lesson/case';
import { catalogueWords, type AdviceKind } from '../../lesson/catalogue';
import { labWords } from '../../lesson/lab';
import type { CaseState } from '../../machine/case';
import { namesOf } from './names';

export interface AdviceChoice {
  readonly kind: AdviceKind;
  readonly name: string;
  readonly about: string;
  /** Whether it was chosen, and then whether it is the one. */
  readonly state: 'open' | 'wrong' | 'right';
}

/** What would have prevented one of the causes. */
export interface AdviceView {
  readonly key: string;
  readonly question: string;
  readonly choices: readonly AdviceChoice[];
  /** What there is to say to the newest answer; empty before. */
  readonly said: string;
  readonly isRight: boolean;
}

const words = caseWords.advice;
const KINDS = ['pin', 'lock', 'record', 'test'] as const satisfies readonly AdviceKind[];

/** A question for each of the causes that were shown; none before. */
export const adviceView = (state: CaseState): AdviceView[] =>
  (state.causes ?? []).flat().map(({ key, drift, right, chosen }) => {
    const isRight = chosen.includes(right);
    const { advice } = catalogueWords[drift.id].card;
    return {
      key,
      question: fill(words.of, { name: namesOf(state, [key]) }),
      choices: KINDS.map((kind) => ({
        kind,
        ...words.kinds[kind],
        state: chosen.includes(kind) ? (kind === right ? 'right' : 'wrong') : 'open'
      })),
      said: isRight
        ? fill(words.right, { lead: labWords.setup.card.advice[right], text: advice.text })
        : chosen.length > 0
          ? words.wrong
          : '',
      isRight
    };
  });
