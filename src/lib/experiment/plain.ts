/**
 * Control characters, what turns or joins the writing, what has no shape or no meaning of its own (private,
 * unassigned, halves of characters), and what ends a line. Variation selectors only choose between shapes.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

const inJson = (char: string): string =>
  Array.from(
    { length: char.length },
    (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`
  ).join('');

const escaped = (char: string): string => {
  const code = char.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};

/**
 * One line of characters that can be seen, whatever it quotes from outside: the one escape for names in zips,
 * comments, arguments and addresses, on pages and in terminals. A bundle's reproduce.py writes the same.
 */
export const plain = (text: string): string => text.replace(UNSEEN, escaped);

/** A value as JSON in one line of characters that can be seen; whoever parses it gets the value itself. */
export const plainJson = (value: unknown): string => JSON.stringify(value).replace(UNSEEN, inJson);

/** The text without what cannot be seen; blanks and ends of lines stay. */
export const withoutUnseen = (text: string): string =>
  text.replace(UNSEEN, (char) => (/\s/.test(char) ? char : ''));

/** Escapes of an address, each escaped again however many times. */
const ESCAPES = /(?:%(?:25)*[\da-f]{2})+/gi;

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes.replace(/%(?:25)+(?=[\da-f]{2})/gi, '%'));
  } catch {
    return escapes;
  }
}

/**
 * A text as it was before it was escaped for an address, several times over perhaps, or written with full-width signs
 * and with what cannot be seen.
 */
export const unescaped = (text: string): string =>
  withoutUnseen(text.replace(ESCAPES, decoded).normalize('NFKC'));
