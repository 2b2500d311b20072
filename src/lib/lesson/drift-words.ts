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

/** What there is to say about a drift of the Lab. */
export interface DriftWords {
  readonly name: string;
  readonly card: DriftCard;
}
