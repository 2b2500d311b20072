import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '$lib/lesson/terms';
import { transcript } from '$lib/lesson/reading';
import { linkedParagraphs, TERM_IDS } from '$lib/views/terms/links';

describe('words that lead to terms', () => {
  it('leave every text as it is, and lead to each term once', () => {
    const word = fc.oneof(fc.constantFrom(...terms.inText.map(([text]) => text!)), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(word).map((words) => words.join(' '))), (paragraphs) => {
        const linked = linkedParagraphs(paragraphs);
        expect(linked.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual(paragraphs);
        const met = linked.flat().flatMap(({ term }) => (term === null ? [] : [term]));
        expect(new Set(met).size).toBe(met.length);
      })
    );
  });

  it('are found in the transcript of the lesson', () => {
    const met = linkedParagraphs(transcript.paragraphs)
      .flat()
      .map(({ term }) => term);
    expect(met).toContain('environment');
    expect(TERM_IDS).toEqual(expect.arrayContaining(met.filter((term) => term !== null)));
  });

  it('lead to terms that there are', () => {
    for (const [, term] of terms.inText) expect(TERM_IDS).toContain(term);
  });
});
