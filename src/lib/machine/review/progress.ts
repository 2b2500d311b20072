import { refuse, type Checked } from '../../experiment/reason';
import { CARD_IDS, type CardId } from './cards';

/** How a question went: 1 wrong, 2 right with a hint, 3 right. The numbers are those of FSRS. */
export const GRADES = { wrong: 1, hinted: 2, right: 3 } as const;
export type Grade = (typeof GRADES)[keyof typeof GRADES];

/** One question that was answered. */
export interface Answered {
  /** When, in minutes since the start of 1970 (UTC). */
  readonly minute: number;
  readonly grade: Grade;
}

/** All that is kept: what was answered, card by card, in the order of time. When a card is due follows from it. */
export interface ReviewProgress {
  /** A number of this learner's, from which questions are dealt: two learners are not asked the same. */
  readonly salt: number;
  readonly answers: Readonly<Partial<Record<CardId, readonly Answered[]>>>;
}

const FORMAT = 'p1';
const SALTS = 0x100000000;
/** More than a lifetime: what is longer was not made here. */
const LONGEST = 100_000;
const MOST_ANSWERS = 1000;

export const freshProgress = (salt: number): ReviewProgress => ({ salt, answers: {} });

export const isAnswered = ({ answers }: ReviewProgress): boolean => Object.keys(answers).length > 0;

/** A number that changes with every character, so that a text which lost some is known. */
function checksum(text: string): number {
  let sum = 5381;
  for (const char of text) sum = (Math.imul(sum, 33) ^ char.codePointAt(0)!) >>> 0;
  return sum;
}

/**
 * The progress as a text for links: `p1~salt~card.minute-grade.minute-grade~…~checksum`, numbers in base 36. It has only
 * characters that stay as they are in an address.
 */
export function progressText({ salt, answers }: ReviewProgress): string {
  const cards = CARD_IDS.flatMap((id) => {
    const given = answers[id] ?? [];
    return given.length > 0
      ? [[id, ...given.map(({ minute, grade }) => minute.toString(36) + grade)].join('.')]
      : [];
  });
  const text = [FORMAT, salt.toString(36), ...cards].join('~');
  return `${text}~${checksum(text).toString(36)}`;
}

/** Why a text is no progress; the words stand in `lesson`. */
export type ProgressProblem = 'none' | 'damaged' | 'future' | 'foreign';

function answersIn(entries: readonly string[]): Answered[] | null {
  const answered = entries.map((entry) => ({
    minute: parseInt(entry.slice(0, -1), 36),
    grade: Number(entry.slice(-1)) as Grade
  }));
  const isWhole = entries.every((entry) => /^[\da-z]{1,8}[123]$/.test(entry));
  const isOrdered = answered.every(
    ({ minute }, index) => index === 0 || answered[index - 1]!.minute < minute
  );
  return isWhole && isOrdered && entries.length <= MOST_ANSWERS ? answered : null;
}

/**
 * Finds the progress in a text that has it somewhere: a link, a file, a few lines of a mail.
 * @param now in minutes; answers of a later day were not given yet.
 * @returns why there is none.
 */
export function parseProgress(text: string, now: number): Checked<ReviewProgress, ProgressProblem> {
  if (text.length > LONGEST) return refuse('damaged');
  // Mails and calendars break long lines, and begin the next with a blank.
  const [found] = /p(\d+)~[\da-z~.-]+/.exec(text.replace(/\r?\n[ \t]?/g, '')) ?? [];
  if (found === undefined) return refuse('none');
  const parts = found.split('~');
  const sum = parts.pop()!;
  if (parts[0] !== FORMAT) return refuse('foreign');
  if (checksum(parts.join('~')).toString(36) !== sum) return refuse('damaged');
  const salt = parseInt(parts[1] ?? '', 36);
  if (!(salt >= 0 && salt < SALTS)) return refuse('damaged');
  const answers: Partial<Record<CardId, readonly Answered[]>> = {};
  for (const part of parts.slice(2)) {
    const [name, ...entries] = part.split('.');
    const id = CARD_IDS.find((known) => known === name);
    const given = answersIn(entries);
    if (!id || !given || given.length === 0 || answers[id]) return refuse('damaged');
    if (given.at(-1)!.minute > now + 24 * 60) return refuse('future');
    answers[id] = given;
  }
  return { ok: true, value: { salt, answers } };
}

/** Both together: nothing that was answered in either is lost, and what is in both counts once. */
export function merged(one: ReviewProgress, other: ReviewProgress): ReviewProgress {
  const answers = Object.fromEntries(
    CARD_IDS.flatMap((id) => {
      const all = new Map(
        [...(other.answers[id] ?? []), ...(one.answers[id] ?? [])].map((given) => [given.minute, given])
      );
      const inOrder = [...all.values()].sort((a, b) => a.minute - b.minute).slice(-MOST_ANSWERS);
      return inOrder.length > 0 ? [[id, inOrder]] : [];
    })
  ) as ReviewProgress['answers'];
  return { salt: one.salt, answers };
}

/** With one more answer. A second one in the same minute counts as given in the next. */
export function withAnswer(
  progress: ReviewProgress,
  id: CardId,
  minute: number,
  grade: Grade
): ReviewProgress {
  const before = progress.answers[id] ?? [];
  const last = before.at(-1)?.minute ?? -1;
  const given = { minute: Math.max(minute, last + 1), grade };
  return { ...progress, answers: { ...progress.answers, [id]: [...before, given] } };
}
