import { driftById, type Drift, type DriftId } from '../experiment';
import { drifts } from './en/drifts';

/** What to do about a drift: fix a value, lock what is installed or read, write it down, or let a test watch. */
export type AdviceKind = 'pin' | 'lock' | 'record' | 'test';

/** What a learner reads about a drift. What it does to our own model is measured, never told here. */
export interface DriftCard {
  /** How it comes about in real projects. */
  readonly world: string;
  /** One fact that its source states, in our words. */
  readonly fact: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly advice: { readonly kind: AdviceKind; readonly text: string };
}

/** One drift that the Lab offers: what it changes, and what there is to say about it. */
export interface CatalogueEntry extends Drift {
  readonly name: string;
  /** A difference that a real diff is full of, and that changes no result. */
  readonly harmless?: true;
  readonly card: DriftCard;
}

/** A drift that the lesson offers too, under the same name. */
export const fromLesson = (id: DriftId): Drift & { readonly name: string } => ({
  ...driftById(id),
  name: drifts[id].name
});
