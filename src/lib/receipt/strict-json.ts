import type { Parsed } from '../experiment/parsed';
import { quoted, refuse } from './refuse';

/** Deeper than anything that a receipt holds, and harmless to whoever walks it. */
const DEEPEST = 16;

interface Shape {
  readonly depth: number;
  /** The text ends within something that it began. */
  readonly isOpen: boolean;
  /** A name that one object has twice: JSON.parse would drop the first without a word. */
  readonly repeated: string | null;
}

const decoded = (raw: string): string => {
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw;
  }
};

/** Where the string that begins at `start` ends: after its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length + 1;
}

/** One pass over a text that may or may not be JSON, without recursion. */
function shapeOf(text: string): Shape {
  const names: Set<string>[] = [];
  let depth = 0;
  let repeated: string | null = null;
  let last = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      if (end > text.length) return { depth, isOpen: true, repeated };
      last = text.slice(at, end);
      at = end - 1;
    } else if (char === ':' && last !== '') {
      const name = decoded(last);
      last = ''; // each string is looked at once, however many colons follow it
      const here = names[names.length - 1];
      if (here?.has(name)) repeated ??= name;
      here?.add(name);
    } else if (char === '{' || char === '[') {
      names.push(new Set());
      depth = Math.max(depth, names.length);
      if (depth > DEEPEST) break;
    } else if (char === '}' || char === ']') names.pop();
  }
  return { depth, isOpen: names.length > 0, repeated };
}

/** Blanks that are none in JSON, and that editors and web pages put in place of those that are. */
const FOREIGN_BLANK = /[\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;

/** The same text with plain blanks between its strings; the strings stay as they are. */
function withPlainBlanks(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    const end = endOfString(text, start);
    plain += text.slice(at, start).replace(FOREIGN_BLANK, ' ') + text.slice(start, end);
    at = end;
  }
  return plain;
}

/**
 * Reads JSON that came from outside, more strictly than JSON.parse: no name twice in an object, and no nesting
 * that could exhaust whoever walks it. Blanks are taken as
 * they come.
 */
export function readStrictJson(given: string): Parsed<unknown> {
  const text = withPlainBlanks(given);
  const { depth, isOpen, repeated } = shapeOf(text);
  if (depth > DEEPEST) {
    return refuse('too-deep');
  }
  try {
    const value: unknown = JSON.parse(text);
    return repeated === null ? { ok: true, value } : refuse('repeated-name', { name: quoted(repeated, 40) });
  } catch {
    return refuse(isOpen ? 'cut-off' : 'no-json');
  }
}
