import { createEmptyCard, fsrs, type Card } from 'ts-fsrs';
import { splitmix32 } from '../../trainer/generators/splitmix32';
import { CARD_IDS, CARDS, type CardId, type Draw } from './cards';
import { type Answered, type ReviewProgress } from './progress';

/** FSRS with nine of ten cards to be recalled, whole days only, and nothing left to chance (ts-fsrs 5.4.2). */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

const MINUTE = 60_000;
const DAY = 24 * 60;

/** So many kinds of questions are new on one day. */
const NEW_A_DAY = 5;
/** What comes back after more days than this counts as learned. */
export const LEARNED_DAYS = 21;

export interface Scheduled {
  readonly id: CardId;
  /** `new`: not asked yet; `due`: to be asked today; `later`: on another day; `learned`: in more than three weeks. */
  readonly state: 'new' | 'due' | 'later' | 'learned';
  /** When it is due, in minutes since the start of 1970; null for what was never asked. */
  readonly due: number | null;
  readonly answered: number;
}

/** What the scheduler knows of a card after these answers. */
function cardAfter(answers: readonly Answered[]): Card {
  const [first] = answers;
  const start = createEmptyCard(new Date((first?.minute ?? 0) * MINUTE));
  return answers.reduce(
    (card, { minute, grade }) => scheduler.next(card, new Date(minute * MINUTE), grade).card,
    start
  );
}

/**
 * When every card is due.
 * @param now in minutes since the start of 1970.
 * @param dayEnd when today ends where the learner is, in the same minutes.
 */
export function schedule({ answers }: ReviewProgress, now: number, dayEnd: number): Scheduled[] {
  return CARD_IDS.map((id) => {
    const given = answers[id] ?? [];
    if (given.length === 0) return { id, state: 'new', due: null, answered: 0 };
    const card = cardAfter(given);
    const due = Math.round(card.due.getTime() / MINUTE);
    const state = due < dayEnd ? 'due' : due - now > LEARNED_DAYS * DAY ? 'learned' : 'later';
    return { id, state, due, answered: given.length };
  });
}

/** What there is to ask today, in order: what is due for longest first, then a few that are new. */
export function todays(cards: readonly Scheduled[], { answers }: ReviewProgress, dayEnd: number): CardId[] {
  const due = cards.filter(({ state }) => state === 'due').sort((a, b) => a.due! - b.due!);
  const begunToday = CARD_IDS.filter((id) => (answers[id]?.[0]?.minute ?? 0) >= dayEnd - DAY).length;
  const fresh = cards.filter(({ state }) => state === 'new').slice(0, Math.max(0, NEW_A_DAY - begunToday));
  return [...due, ...fresh].map(({ id }) => id);
}

/** How many draws are tried until one is a question. */
export const MOST_DRAWS = 60;

/**
 * The question that a card asks now. Until it is answered it stays the same, on every visit; then it is another.
 * @param attempt counts the draws that were no question.
 */
export function dealt(id: CardId, { salt, answers }: ReviewProgress, attempt: number): Draw {
  const asked = answers[id]?.length ?? 0;
  const mixed = splitmix32(salt);
  const place = CARD_IDS.indexOf(id) * 1_000_003 + asked * 1009 + attempt;
  const rng = splitmix32((mixed.next() ^ Math.imul(place + 1, 0x9e3779b1)) >>> 0);
  return CARDS[id].deal(rng);
}
