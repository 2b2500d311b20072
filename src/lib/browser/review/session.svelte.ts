import { replaceState } from '$app/navigation';
import { resolve } from '$app/paths';
import { count } from '../../lesson';
import { review } from '../../lesson/review';
import { keyOf, manifestsOf, type CardId, type OptionId } from '../../machine/review/cards';
import {
  freshProgress,
  GRADES,
  isAnswered,
  merged,
  parseProgress,
  progressText,
  withAnswer,
  type ReviewProgress
} from '../../machine/review/progress';
import { dealt, MOST_DRAWS, schedule, todays } from '../../machine/review/schedule';
import { calendarText } from '../../views/review/dates';
import type { Asked, QuestionState } from '../../views/review/question';
import { download } from '../download';
import { RunTrainer } from '../run-trainer.svelte';
import { keep, readKept } from './keeper';

const MINUTE = 60_000;
const OPEN: QuestionState = { choice: null, hinted: false, checked: null };
const { notice, keep: words } = review;

const minuteNow = (): number => Math.floor(Date.now() / MINUTE);

/** When today ends where the reader is, in minutes since the start of 1970. */
function endOfToday(): number {
  const now = new Date();
  return Math.floor(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() / MINUTE);
}

const answersIn = ({ answers }: ReviewProgress): number =>
  Object.values(answers).reduce((sum, given) => sum + given.length, 0);

/** What came of answers that were brought in: a sentence, and whether they could be read. */
export interface Brought {
  readonly ok: boolean;
  readonly said: string;
}

/** One visit to the review: what was answered, what is asked now, and how answers come and go. */
export class ReviewSession {
  readonly trainer = new RunTrainer();
  /** Before the browser was asked nothing was answered. */
  progress = $state.raw<ReviewProgress>(freshProgress(0));
  ready = $state(false);
  /** Whether the progress is kept in this browser; null before there was anything to keep. */
  kept = $state<boolean | null>(null);
  /** What came of the answers that the address held, in a sentence. */
  notice = $state<string | null>(null);
  /** What came of those that were pasted or chosen. */
  brought = $state.raw<Brought | null>(null);
  /** A text that this browser had kept and that cannot be read any more. */
  unread = $state<string | null>(null);
  asked = $state.raw<Asked | null>(null);
  question = $state.raw<QuestionState>(OPEN);
  /** What was forgotten last, so that it can be had back. */
  forgotten = $state.raw<ReviewProgress | null>(null);
  linkOutcome = $state<'none' | 'copied' | 'refused'>('none');
  #now = $state(minuteNow());
  #skipped: readonly CardId[] = [];

  readonly cards = $derived(schedule(this.progress, this.#now, endOfToday()));
  readonly today = $derived(todays(this.cards, this.progress, endOfToday()));
  readonly link = $derived(
    this.ready ? `${location.origin}${resolve('/review/')}#${progressText(this.progress)}` : ''
  );

  /** Takes up what this browser has kept. Returns what ends the session. */
  open(): () => void {
    const { progress, unread } = readKept(minuteNow());
    this.unread = unread;
    this.progress = progress ?? freshProgress(crypto.getRandomValues(new Uint32Array(1))[0]!);
    // The number that questions are dealt from is kept at once, so that a reload asks the same.
    this.kept = keep(this.progress);
    this.ready = true;
    this.deal();
    return () => this.trainer.stop();
  }

  /** Brings in the answers that the address holds, and takes them out of it: once the router is ready to. */
  openAddress = (): void => {
    if (!/p\d+~/.test(location.hash)) return;
    this.notice = this.#take(location.hash).said;
    replaceState(location.pathname + location.search, {});
  };

  /** Brings in answers out of a text, beside those that are here. Returns whether there were any. */
  bring = (text: string): boolean => {
    this.brought = this.#take(text);
    return this.brought.ok;
  };

  #take(text: string): Brought {
    const parsed = parseProgress(text, minuteNow());
    if (!parsed.ok) return { ok: false, said: notice.problems[parsed.reason.code] };
    // Whoever has answered nothing here is the one who made the link.
    const together = isAnswered(this.progress) ? merged(this.progress, parsed.value) : parsed.value;
    const more = answersIn(together) - answersIn(this.progress);
    this.#put(together);
    if (more > 0) this.deal();
    return { ok: true, said: count(notice.brought, more) };
  }

  bringFile = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    const text = await file
      .slice(0, 200_000)
      .text()
      .catch(() => null);
    if (text === null) this.brought = { ok: false, said: notice.problems.unreadable };
    else this.bring(text);
  };

  /** Deals the next question of today, if there is one: trains its runs, and again until they make it a question. */
  deal = (): void => {
    this.asked = null;
    this.question = OPEN;
    this.#now = minuteNow();
    const card = this.today.find((id) => !this.#skipped.includes(id));
    if (card) void this.#ask(card);
  };

  async #ask(card: CardId): Promise<void> {
    for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
      const draw = dealt(card, this.progress, attempt);
      const turn = `${card} ${attempt} ${answersIn(this.progress)}`;
      await this.trainer.train(manifestsOf(draw), turn);
      const runs = this.trainer.runsOf(turn);
      if (!runs) return; // cancelled, failed, or another question took its place: the work says which
      const records = runs.map(({ record }) => record);
      const key = keyOf(card, draw, records);
      if (key !== null) {
        this.asked = { card, draw, key, records };
        return;
      }
    }
    // Hardly ever are so many draws in a row no question. Tomorrow others are dealt.
    this.#skipped = [...this.#skipped, card];
    this.deal();
  }

  choose = (choice: OptionId): void => {
    if (this.question.checked === null) this.question = { ...this.question, choice };
  };

  hint = (): void => {
    if (this.question.checked === null) this.question = { ...this.question, hinted: true };
  };

  /** Marks the answer by the runs, and keeps how it went. */
  check = (): void => {
    const { asked, question } = this;
    if (!asked || question.choice === null || question.checked !== null) return;
    const isRight = question.choice === asked.key;
    const grade = !isRight ? GRADES.wrong : question.hinted ? GRADES.hinted : GRADES.right;
    this.question = { ...question, checked: isRight ? 'right' : 'wrong' };
    this.#now = minuteNow();
    this.#put(withAnswer(this.progress, asked.card, this.#now, grade));
  };

  /** When the question that was answered comes back, in minutes since the start of 1970; 0 before. */
  get backAt(): number {
    return this.cards.find(({ id }) => id === this.asked?.card)?.due ?? 0;
  }

  copyLink = async (): Promise<boolean> => {
    this.linkOutcome = 'none'; // so that a second “Copied” is news too
    try {
      await navigator.clipboard.writeText(this.link);
      this.linkOutcome = 'copied';
    } catch {
      this.linkOutcome = 'refused';
    }
    return this.linkOutcome === 'copied';
  };

  saveFile = (): void =>
    download(
      words.fileName,
      'text/plain',
      words.fileText.replace('{link}', () => this.link)
    );

  saveCalendar = (): void =>
    download(words.calendarName, 'text/calendar', calendarText(this.cards, this.link, minuteNow()));

  saveUnread = (): void => download(notice.unreadName, 'text/plain', this.unread ?? '');

  forget = (): void => {
    this.forgotten = this.progress;
    this.#put(freshProgress(crypto.getRandomValues(new Uint32Array(1))[0]!), false);
    this.deal();
  };

  undoForget = (): void => {
    if (this.forgotten) this.#put(merged(this.forgotten, this.progress));
    this.forgotten = null;
    this.deal();
  };

  /** @param together whether what another tab has kept meanwhile is added. */
  #put(progress: ReviewProgress, together = true): void {
    const other = together ? readKept(minuteNow()).progress : null;
    this.progress = other ? merged(progress, other) : progress;
    this.kept = keep(this.progress);
  }
}
