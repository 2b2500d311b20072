import { terms } from '../../lesson/terms';

export type TermId = keyof typeof terms.names;

/** All terms, in the order in which they are met; each is the id of its place on the page. */
export const TERM_IDS = Object.keys(terms.names) as TermId[];

/** A piece of a text, with the term that it leads to; null where it leads nowhere. */
export interface TermPiece {
  readonly text: string;
  readonly term: TermId | null;
}

const TERM_OF = new Map(terms.inText as [string, TermId][]);
const WORDS = new RegExp(`\\b(${[...TERM_OF.keys()].join('|')})\\b`, 'u');

/**
 * Cuts a text where words lead to terms.
 * @param met the terms that texts before it have led to; each leads there once only, and is added.
 */
export function termPieces(text: string, met: Set<TermId>): TermPiece[] {
  const pieces: TermPiece[] = [];
  for (const part of text.split(WORDS)) {
    const term = TERM_OF.get(part) ?? null;
    const leads = term !== null && !met.has(term);
    if (leads) met.add(term);
    const last = pieces.at(-1);
    if (!leads && last?.term === null) pieces[pieces.length - 1] = { text: last.text + part, term: null };
    else if (part !== '') pieces.push({ text: part, term: leads ? term : null });
  }
  return pieces;
}

/** The same for several paragraphs, which share what was met. */
export function linkedParagraphs(paragraphs: readonly string[]): TermPiece[][] {
  const met = new Set<TermId>();
  return paragraphs.map((paragraph) => termPieces(paragraph, met));
}
