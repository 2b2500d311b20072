import { count, fill, locale } from '../../lesson';
import { review } from '../../lesson/review';
import { LEARNED_DAYS, type Scheduled } from '../../machine/review/schedule';

const MINUTE = 60_000;

const dates = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'medium' });

/** The day of a minute (since the start of 1970), where the reader is, in words. */
export const dateText = (minute: number): string => dates.format(minute * MINUTE);

const { all: words, states, keep } = review;

export interface ScheduledRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly due: string;
  readonly answered: string;
}

/** Every kind of question, in lines. */
export const scheduledRows = (cards: readonly Scheduled[]): ScheduledRow[] =>
  cards.map(({ id, state, due, answered }) => ({
    id,
    name: review.cards[id].name,
    state: states[state],
    due: due === null ? words.never : state === 'due' ? words.today : dateText(due),
    answered: String(answered)
  }));

/** How many cards are in each state, in the order in which they are shown. */
export const stateCounts = (cards: readonly Scheduled[]): { readonly name: string; readonly n: number }[] =>
  (['due', 'new', 'later', 'learned'] as const).map((state) => ({
    name: states[state],
    n: cards.filter((card) => card.state === state).length
  }));

export const learnedText = fill(review.learned, { days: LEARNED_DAYS });

/** The first day on which something is due after today; null where nothing was ever asked. */
export function nextDue(cards: readonly Scheduled[]): string | null {
  const dues = cards.flatMap(({ state, due }) => (state !== 'due' && due !== null ? [due] : []));
  return dues.length > 0 ? dateText(Math.min(...dues)) : null;
}

/** `20261127`, the day of a minute where the reader is. */
function calendarDay(minute: number, later = 0): string {
  const date = new Date(minute * MINUTE);
  date.setDate(date.getDate() + later);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');

/** Lines of at most 75 bytes, as RFC 5545 (3.1) has them: what is longer goes on after a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (bytes + size > 74) {
      parts.push(part);
      [part, bytes] = ['', 0];
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/**
 * The days with something due as a calendar file (RFC 5545): whole days, each with the link in it.
 * @param link what leads back to this progress.
 * @param now in minutes since the start of 1970.
 */
export function calendarText(cards: readonly Scheduled[], link: string, now: number): string {
  const days = new Map<string, number[]>();
  for (const { due } of cards) {
    if (due === null) continue;
    const minute = Math.max(due, now);
    const day = calendarDay(minute);
    days.set(day, [...(days.get(day) ?? []), minute]);
  }
  const stamp = new Date(now * MINUTE).toISOString().replace(/[-:]|\.\d+/g, '');
  const events = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, minutes]) => [
      'BEGIN:VEVENT',
      `UID:${day}-retrace-review`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day}`,
      `DTEND;VALUE=DATE:${calendarDay(minutes[0]!, 1)}`,
      `SUMMARY:${escaped(count(keep.event, minutes.length))}`,
      `DESCRIPTION:${escaped(fill(keep.eventText, { link }))}`,
      `URL:${link}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT'
    ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Retrace//Review//EN',
    ...events,
    'END:VCALENDAR'
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
