import { parseProgress, progressText, type ReviewProgress } from '../../machine/review/progress';

const KEPT_AS = 'retrace.review';
/** Where a text goes that was kept and cannot be read any more. */
const UNREAD_AS = 'retrace.review.unread';

export interface Kept {
  /** What was kept; null where nothing was, or nothing that can be read. */
  readonly progress: ReviewProgress | null;
  /** The text that could not be read; null where there is none. */
  readonly unread: string | null;
}

/** Reads what this browser has kept. What cannot be read is put aside, and not written over. */
export function readKept(now: number): Kept {
  try {
    const text = localStorage.getItem(KEPT_AS);
    if (text === null) return { progress: null, unread: null };
    const parsed = parseProgress(text, now);
    if (parsed.ok) return { progress: parsed.value, unread: null };
    localStorage.setItem(UNREAD_AS, text);
    return { progress: null, unread: text };
  } catch {
    return { progress: null, unread: null }; // blocked: there is nothing to lose
  }
}

/** Keeps a progress. @returns whether it is kept now: storage may be full or blocked, and that has to be said. */
export function keep(progress: ReviewProgress): boolean {
  const text = progressText(progress);
  try {
    localStorage.setItem(KEPT_AS, text);
    return localStorage.getItem(KEPT_AS) === text;
  } catch {
    return false;
  }
}
