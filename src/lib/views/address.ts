import * as v from 'valibot';
import { DRIFT_IDS, orderedDrifts, type DriftId, type Parsed } from '../experiment';
import { fill, lesson, STEPS, type Step } from '../lesson';
import type { LessonState } from '../machine';

/** What a link to the lesson carries. */
export interface Place {
  readonly step: Step;
  readonly drifts: readonly DriftId[];
}

const place = v.object({
  step: v.optional(v.pipe(v.string(), v.regex(/^[0-6]$/), v.transform(Number), v.picklist(STEPS)), '0'),
  drifts: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => (text === '' ? [] : text.split(','))),
      v.array(v.picklist(DRIFT_IDS))
    ),
    ''
  )
});

/** The part of the address after `?`; empty at the start with nothing differing. */
export function addressOf({ goal, drifts }: Pick<LessonState, 'goal' | 'drifts'>): string {
  const search = [
    ...(goal > 0 ? [`step=${goal}`] : []),
    ...(drifts.length > 0 ? [`drifts=${drifts.join(',')}`] : [])
  ];
  return search.length > 0 ? `?${search.join('&')}` : '';
}

/** Reads the part of an address after `?`. Parameters of others are left alone. */
export function parseAddress(search: string): Parsed<Place> {
  const given = new URLSearchParams(search);
  const values = Object.fromEntries(given);
  const result = v.safeParse(place, values);
  if (result.success) {
    return { ok: true, value: { step: result.output.step, drifts: orderedDrifts(result.output.drifts) } };
  }
  const name = String(result.issues[0].path?.[0].key) as keyof Place;
  const { takes } = lesson.page.notices;
  return {
    ok: false,
    message: fill(lesson.page.notices.got, {
      name,
      got: (given.get(name) ?? '').slice(0, 40),
      takes: fill(takes[name], { names: DRIFT_IDS.join(', ') })
    })
  };
}
