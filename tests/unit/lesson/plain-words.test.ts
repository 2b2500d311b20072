import { expect, it } from 'vitest';

/** Every text in these modules, with where it stands. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

const texts = textsIn(
  import.meta.glob(['/src/lib/lesson/en/**/*.ts', '!**/index.ts'], { eager: true }),
  'en'
);

/** What a reader at B1 or B2 stumbles over, and what to write. */
const HARD: [pattern: RegExp, instead: string][] = [
  [/\banew\b/i, 'again'],
  [/\botherwise\b/i, 'differently, or say what else'],
  [/\bwho(so)?ever\b/i, 'a person, people, you'],
  [/\bwhatever\b/i, 'everything that'],
  [/\b(?:Nor|Only (?:with|then|so|by|when)|Below (?:is|are)|Up to there)\b/, 'subject first, then the verb'],
  // A clause for a subject: “What differs is …”. Headings and questions may begin so.
  [/(?:^|[.!?:] )(?:What|Who)\b[^.?!]*[.!]/, 'a noun for a subject']
];

it('there are words to look at', () => expect(texts.length).toBeGreaterThan(800));

it.each(HARD)('no text has %s', (pattern, instead) => {
  const found = texts.filter(([, text]) => pattern.test(text)).map(([path, text]) => `${path}: ${text}`);
  expect(found, `write instead: ${instead}`).toEqual([]);
});
