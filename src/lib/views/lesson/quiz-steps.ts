import { fill } from '../../lesson';
import { quiz as words } from '../../lesson/quiz';

/** How a question stands: not checked, right at the first try or later, or checked and not right. */
export type Mark = keyof typeof words.marks;

/** One question in the row of all of a round. */
export interface QuizStep<Id> {
  readonly id: Id;
  readonly number: number;
  readonly label: string;
  readonly mark: Mark;
  readonly word: string;
  readonly current: boolean;
}

/** Which question of how many is shown, and the ones beside it; null at an end. */
export interface QuizTurn<Id> {
  readonly place: string;
  readonly previous: Id | null;
  readonly next: Id | null;
}

/** @param missed whether a wrong answer was ever checked. */
export function markOf(verdict: 'open' | 'right' | 'wrong', missed: boolean): Mark {
  if (verdict !== 'right') return verdict;
  return missed ? 'later' : 'first';
}

export const stepsView = <Id>(ids: readonly Id[], at: Id, mark: (id: Id) => Mark): QuizStep<Id>[] =>
  ids.map((id, index) => ({
    id,
    number: index + 1,
    label: fill(words.step, { n: index + 1 }),
    mark: mark(id),
    word: words.marks[mark(id)],
    current: id === at
  }));

export function turnView<Id>(ids: readonly Id[], at: Id): QuizTurn<Id> {
  const index = ids.indexOf(at);
  return {
    place: fill(words.place, { n: index + 1, total: ids.length }),
    previous: ids[index - 1] ?? null,
    next: ids[index + 1] ?? null
  };
}
