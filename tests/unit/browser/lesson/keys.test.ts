// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { keyAction, type KeyAction } from '$lib/browser/lesson/keys';

/** What a key does that is pressed while an element has the focus. */
function press(
  key: string,
  init: KeyboardEventInit = {},
  target: Element = document.body,
  characters?: boolean
): KeyAction | null {
  let action: KeyAction | null = null;
  const listen = (event: KeyboardEvent) => (action = keyAction(event, characters));
  window.addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  window.removeEventListener('keydown', listen);
  return action;
}

/** An element of the page, by its markup. The innermost one has the focus. */
function focused(markup: string): Element {
  document.body.innerHTML = markup;
  let element = document.body.firstElementChild!;
  while (element.firstElementChild) element = element.firstElementChild;
  return element;
}

const KEYS: [string, KeyAction][] = [
  ['ArrowRight', { type: 'NEXT' }],
  ['ArrowLeft', { type: 'BACK' }],
  ['PageDown', { type: 'NEXT' }],
  ['PageUp', { type: 'BACK' }],
  [' ', { type: 'TOGGLE_PLAY' }],
  ['r', { type: 'RESET' }],
  ['d', { type: 'TOGGLE_DRIFTS' }],
  ['?', { type: 'SHOW_KEYS' }]
];

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a key of the lesson', () => {
  it.each(['PageDown', 'PageUp'])('“%s” turns the page for whoever reads below the stage', (key) => {
    Object.defineProperty(window, 'scrollY', { value: 300, configurable: true });
    expect(press(key)).toBeNull();
    Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
  });

  it.each(KEYS)('“%s” does nothing when characters are switched off and it is one', (key, action) => {
    const isCharacter = ['r', 'd', '?'].includes(key);
    expect(press(key, {}, document.body, false)).toEqual(isCharacter ? null : action);
    expect(press(key.toUpperCase(), {}, document.body, false)).toEqual(
      isCharacter || key.length > 1 ? null : action
    );
  });

  it.each(KEYS)('“%s” means something wherever the focus is', (key, action) => {
    expect(press(key)).toEqual(action);
    expect(press(key, {}, focused('<main><p tabindex="-1">text</p></main>'))).toEqual(action);
  });

  it('means the same in capitals', () => {
    expect(press('R', { shiftKey: true })).toEqual({ type: 'RESET' });
    expect(press('D')).toEqual({ type: 'TOGGLE_DRIFTS' });
  });

  it.each(['a', 'Enter', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown', 'Home', 'Right', ''])(
    'is not “%s”',
    (key) => {
      expect(press(key)).toBeNull();
    }
  );

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)(
    'leaves the browser’s own keys alone: %s',
    (modifier) => {
      for (const [key] of KEYS) expect(press(key, { [modifier]: true }), key).toBeNull();
    }
  );

  it('means nothing once something else has used it', () => {
    const target = focused('<div></div>');
    target.addEventListener('keydown', (event) => event.preventDefault());
    for (const [key] of KEYS) expect(press(key, {}, target), key).toBeNull();
  });

  it('walks back while it is held down, and does nothing else again', () => {
    for (const [key, action] of KEYS) {
      expect(press(key, { repeat: true }), key).toEqual(action.type === 'BACK' ? action : null);
    }
  });

  it('works when the event comes from no element at all', () => {
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight' });
    window.dispatchEvent(event);
    expect(keyAction(event)).toEqual({ type: 'NEXT' });
  });
});

describe('a focused element', () => {
  it.each([
    '<input>',
    '<input type="range">',
    '<input type="radio">',
    '<select><option>1</option></select>',
    '<textarea></textarea>',
    '<div contenteditable="true"><b>text</b></div>',
    '<dialog open><button>Close</button></dialog>',
    '<svg role="listbox"></svg>',
    '<ul role="listbox"><li role="option">1</li></ul>'
  ])('keeps all keys if it has a use of its own for them: %s', (markup) => {
    const target = focused(markup);
    for (const [key] of KEYS) expect(press(key, {}, target), key).toBeNull();
  });

  it.each([
    '<button>Press</button>',
    '<button><span>Press</span></button>',
    '<a href="#somewhere">Follow</a>',
    '<details><summary>Open</summary></details>'
  ])('keeps the space bar only, if that is what it is pressed with: %s', (markup) => {
    const target = focused(markup);
    for (const [key, action] of KEYS)
      expect(press(key, {}, target), key).toEqual(key === ' ' ? null : action);
  });
});
