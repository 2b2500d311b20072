import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CARD_IDS } from '$lib/machine/review/cards';
import type { Scheduled } from '$lib/machine/review/schedule';
import { calendarText } from '$lib/views/review/dates';

const NOW = 30_000_000;
const LINK = `https://example.org/retrace/review/#p1~${'kind-code.h9kjk3.h9nvk3.'.repeat(20)}~96yim2`;

const anyCards = fc.array(
  fc.record({
    id: fc.constantFrom(...CARD_IDS),
    state: fc.constantFrom<Scheduled['state']>('due', 'later', 'learned'),
    due: fc.integer({ min: NOW - 100_000, max: NOW + 500_000 }),
    answered: fc.nat(9)
  }),
  { maxLength: 14 }
);

it('the dates make a calendar file with an entry a day, whose lines are short and unfold to the whole link', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const text = calendarText(cards, LINK, NOW);
      expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
      const lines = text.replaceAll('\r\n ', '').split('\r\n');
      const count = (line: string) => lines.filter((other) => other === line).length;
      const events = count('BEGIN:VEVENT');
      expect(count('END:VEVENT')).toBe(events);
      expect(count(`URL:${LINK}`)).toBe(events);
      const days = lines
        .filter((line) => line.startsWith('DTSTART;VALUE=DATE:'))
        .map((line) => line.slice(-8));
      expect(days).toEqual([...new Set(days)].sort());
      const told = lines
        .filter((line) => line.startsWith('SUMMARY:'))
        .map((line) => Number(/\d+/.exec(line)![0]));
      expect(told.reduce((sum, n) => sum + n, 0)).toBe(cards.length);
    })
  );
});
