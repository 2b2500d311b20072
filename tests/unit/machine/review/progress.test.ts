import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_IDS } from '$lib/machine/review/cards';
import {
  freshProgress,
  GRADES,
  merged,
  parseProgress,
  progressText,
  withAnswer,
  type ReviewProgress
} from '$lib/machine/review/progress';

const NOW = 30_000_000;

const anyProgress: fc.Arbitrary<ReviewProgress> = fc
  .record({
    salt: fc.nat(0xffffffff),
    given: fc.array(
      fc.record({
        id: fc.constantFrom(...CARD_IDS),
        minute: fc.integer({ min: NOW - 100_000, max: NOW }),
        grade: fc.constantFrom(...Object.values(GRADES))
      }),
      { maxLength: 40 }
    )
  })
  .map(({ salt, given }) =>
    given
      .sort((a, b) => a.minute - b.minute)
      .reduce(
        (progress, { id, minute, grade }) => withAnswer(progress, id, minute, grade),
        freshProgress(salt)
      )
  );

const minutesOf = ({ answers }: ReviewProgress): string[] =>
  CARD_IDS.flatMap((id) => (answers[id] ?? []).map(({ minute }) => `${id} ${minute}`)).sort();

describe('the progress of a review', () => {
  it('comes back from its text, whatever stands around it and wherever its lines are broken', () => {
    fc.assert(
      fc.property(anyProgress, fc.integer({ min: 20, max: 200 }), (progress, width) => {
        const text = progressText(progress);
        expect(text).toMatch(/^[\w~.-]+$/);
        const mail = `Hello,\r\nhttps://example.org/review/#${text}`.replace(
          new RegExp(`(.{${width}})(?=[^\\r\\n])`, 'g'),
          '$1\r\n '
        );
        for (const given of [text, `#${text}`, `See “${text}”!`, mail]) {
          expect(parseProgress(given, NOW)).toEqual({ ok: true, value: progress });
        }
      })
    );
  });

  it('is refused when any of it was lost or changed', () => {
    fc.assert(
      fc.property(anyProgress, fc.nat(), fc.constantFrom('', 'z', '7'), (progress, at, other) => {
        const text = progressText(progress);
        const index = 3 + (at % (text.length - 3));
        const changed = text.slice(0, index) + other + text.slice(index + 1);
        fc.pre(changed !== text);
        expect(parseProgress(changed, NOW).ok).toBe(false);
      })
    );
  });

  it.each([
    ['nothing', '', 'none'],
    ['a receipt', '#r1.eJyrVkrLz1eyUkpKLFKqBQAdegQ0', 'none'],
    ['another format', 'p2~5~abc', 'foreign'],
    ['a long text', 'p1~'.padEnd(200_000, 'x'), 'damaged'],
    ['the future', progressText(withAnswer(freshProgress(1), 'record', NOW + 3000, 3)), 'future']
  ])('is refused out of %s, with the reason', (_, text, problem) => {
    expect(parseProgress(text, NOW)).toEqual({ ok: false, reason: { code: problem, values: {} } });
  });

  it('loses nothing when two are brought together, in whichever order and however often', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (one, other) => {
        const together = merged(one, other);
        const all = [...new Set([...minutesOf(one), ...minutesOf(other)])].sort();
        expect(minutesOf(together)).toEqual(all);
        expect(minutesOf(merged(other, one))).toEqual(all);
        expect(merged(together, other)).toEqual(together);
        expect(together.salt).toBe(one.salt);
        expect(parseProgress(progressText(together), NOW).ok).toBe(true);
      })
    );
  });
});
