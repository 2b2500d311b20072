import type { LessonCommand } from '../../machine/lesson';

/** What a key does anywhere on the page. */
export type KeyAction = LessonCommand | { type: 'TOGGLE_PLAY' } | { type: 'SHOW_KEYS' };

const KEYS: Record<string, KeyAction> = {
  ArrowRight: { type: 'NEXT' },
  ArrowLeft: { type: 'BACK' },
  // What a presenter's clicker sends.
  PageDown: { type: 'NEXT' },
  PageUp: { type: 'BACK' },
  ' ': { type: 'TOGGLE_PLAY' },
  r: { type: 'RESET' },
  d: { type: 'TOGGLE_DRIFTS' },
  '?': { type: 'SHOW_KEYS' }
};

/** Elements that have a use of their own for keys: for all of them, or for space only. */
const OWN_KEYS = 'input, select, textarea, dialog, [contenteditable], [role="listbox"]';
const OWN_SPACE = 'button, a, summary';

/**
 * The action of a key press, unless the focused element has its own use for the key.
 * @param characters whether letters and signs count: who dictates, or presses them by mistake, can do without.
 */
export function keyAction(event: KeyboardEvent, characters = true): KeyAction | null {
  if (!characters && event.key.length === 1 && event.key !== ' ') return null;
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  // A key held down walks back, past what was seen already. It walks past nothing new, nor does it switch to and fro.
  if (event.repeat && action.type !== 'BACK') return null;
  // Whoever reads below the stage turns the page.
  if (event.key.startsWith('Page') && scrollY > 0) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OWN_KEYS)) return null;
  if (event.key === ' ' && target?.closest(OWN_SPACE)) return null;
  return action;
}
