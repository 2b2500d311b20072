/**
 * The ways to work on the subject, in the order in which they are offered. This is where a way is registered: its
 * route, and its name in `lesson/en/ways.ts`, are what the compiler asks for then.
 */
export const WAYS = [
  /** `minutes`: about how long it takes. `best`: whether it rests on techniques that are known to work best. */
  { id: 'why', path: '/why/', minutes: 2, best: false },
  { id: 'terms', path: '/terms/', minutes: 4, best: false },
  { id: 'visual', path: '/', minutes: 10, best: false },
  { id: 'deep', path: '/deep/', minutes: 8, best: false },
  { id: 'try', path: '/try/', minutes: 10, best: false },
  { id: 'case', path: '/case/', minutes: 10, best: true },
  { id: 'compare', path: '/compare/', minutes: 10, best: false },
  { id: 'cost', path: '/cost/', minutes: 4, best: false },
  { id: 'review', path: '/review/', minutes: 3, best: true }
] as const;

export type WayId = (typeof WAYS)[number]['id'];
