import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '$lib/experiment';
import { CARD_IDS, keyOf, manifestsOf, ruledOut } from '$lib/machine/review/cards';
import { freshProgress, withAnswer, type Grade } from '$lib/machine/review/progress';
import { dealt, MOST_DRAWS, schedule, todays } from '$lib/machine/review/schedule';
import { train } from '$lib/trainer';
import { penguins } from '../../trainer/penguins';

const DAY = 24 * 60;
const NOW = 30_000_000;
const anyGrade = fc.constantFrom<Grade>(1, 2, 3);

/** A card that was answered each time it was due. */
const answered = (grades: readonly Grade[]) =>
  grades.reduce((progress, grade) => {
    const due = schedule(progress, NOW, NOW)[0]!.due ?? NOW;
    return withAnswer(progress, CARD_IDS[0]!, due, grade);
  }, freshProgress(1));

describe('the dates of a review', () => {
  it('lie on a later day, the later the better an answer was', () => {
    fc.assert(
      fc.property(fc.array(anyGrade, { maxLength: 6 }), (before) => {
        const last = answered(before).answers[CARD_IDS[0]!]?.at(-1)?.minute ?? NOW - 1;
        const dues = ([1, 2, 3] as const).map(
          (grade) => schedule(answered([...before, grade]), NOW, NOW)[0]!.due!
        );
        expect(dues[0]!).toBeGreaterThanOrEqual(last + DAY);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      })
    );
  });

  it('bring five new questions on the first day, and then what is due before what is new', () => {
    let progress = freshProgress(1);
    const asked: string[] = [];
    for (;;) {
      const [next] = todays(schedule(progress, NOW, NOW + DAY), progress, NOW + DAY);
      if (!next) break;
      asked.push(next);
      progress = withAnswer(progress, next, NOW + asked.length, 1);
    }
    expect(asked).toEqual(CARD_IDS.slice(0, 5));
    const tomorrow = NOW + 2 * DAY;
    const list = todays(schedule(progress, tomorrow, tomorrow + DAY), progress, tomorrow + DAY);
    expect(list).toEqual(CARD_IDS.slice(0, 10));
  });

  it('say that it is learned once it comes back in more than three weeks', () => {
    const states = [1, 2, 3, 4, 5].map((n) => {
      const progress = answered(Array<Grade>(n).fill(3));
      const last = progress.answers[CARD_IDS[0]!]!.at(-1)!.minute;
      return schedule(progress, last, last + DAY)[0]!.state;
    });
    expect(states[0]).toBe('later');
    expect(states.at(-1)).toBe('learned');
  });
});

describe.each(CARD_IDS)('the question %s', (id) => {
  it('is dealt as one that its runs answer, of which the hint leaves the answer', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), (salt) => {
        const trained = new Map<string, RunRecord>();
        const runs = (attempt: number) => {
          const draw = dealt(id, freshProgress(salt), attempt);
          const records = manifestsOf(draw).map((manifest) => {
            const key = JSON.stringify(manifest);
            const record = trained.get(key) ?? train(manifest, penguins).record;
            trained.set(key, record);
            return record;
          });
          return { draw, key: keyOf(id, draw, records) };
        };
        let attempt = 0;
        while (attempt < MOST_DRAWS && runs(attempt).key === null) attempt++;
        const { draw, key } = runs(attempt);
        expect(key).not.toBeNull();
        expect(draw.options).toContain(key);
        expect(new Set(draw.options).size).toBe(draw.options.length);
        expect(ruledOut(draw, key!)).not.toBe(key);
        expect(dealt(id, freshProgress(salt), attempt)).toEqual(draw);
      }),
      { numRuns: 3 }
    );
  });

  it('is another one after it was answered, and for another learner', () => {
    const first = dealt(id, freshProgress(1), 0);
    expect(dealt(id, withAnswer(freshProgress(1), id, NOW, 3), 0).base).not.toEqual(first.base);
    expect(dealt(id, freshProgress(2), 0).base).not.toEqual(first.base);
  });
});
