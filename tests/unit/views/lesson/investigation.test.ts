import { describe, expect, it } from 'vitest';
import { diff, DRIFT_IDS, driftById, PARTS, type DriftId } from '$lib/experiment';
import { driftStories } from '$lib/lesson/drift-stories';
import { investigationView, type FindingView } from '$lib/views/lesson/investigation';
import { lessonAt, PLACES } from '../../machine/lesson/driver';
import { realLesson, stateAt, testSet } from './real-lesson';

/** Rows of the data that lack nothing: 233 to train on and 100 to test on. */
const USABLE = 333;

type Lesson = ReturnType<typeof realLesson>;

/** A lesson whose learner has gone after the cause of a mismatch. */
function investigating(...drifts: DriftId[]): Lesson {
  const lesson = realLesson(...drifts);
  lesson.goTo(6);
  return lesson;
}

function sections({ state }: Pick<Lesson, 'state'>) {
  const view = investigationView(state);
  if (!view) throw new Error('there is no investigation');
  return view;
}

const findings = (lesson: Lesson): FindingView[] => sections(lesson).flatMap(({ findings }) => findings);

const summaries = (lesson: Lesson) => sections(lesson).map(({ summary }) => summary);

describe('the investigation', () => {
  it('is there where the learner investigates, and nowhere else', () => {
    const shown = PLACES.filter((place) => investigationView(lessonAt(place).state) !== null);
    expect(shown).toEqual(['investigating']);
  });

  it('goes through code, data and environment, whichever differs', () => {
    for (const drift of ['library-default', 'rows-reversed', 'more-epochs'] as const)
      expect(sections(investigating(drift)).map(({ part, title }) => [part, title])).toEqual([
        ['code', 'Code'],
        ['data', 'Data'],
        ['environment', 'Environment']
      ]);
  });

  it.each(
    DRIFT_IDS.filter((id) => !['float32', 'gradient-chunks', 'ddof'].includes(id)).map(
      (id) => [id, driftById(id).part] as const
    )
  )('finds %s in its part, the %s, and calls the others equal', (id, part) => {
    for (const section of sections(investigating(id))) {
      expect(section.differs).toBe(section.part === part);
      expect(section.findings.map(({ id }) => id)).toEqual(section.part === part ? [id] : []);
      const fields = section.findings.length + section.equal.length;
      expect(section.summary).toBe(section.part === part ? `1 of ${fields} differs` : `all ${fields} equal`);
    }
  });

  it('finds several, each in its part', () => {
    const lesson = investigating('library-default', 'random-seed', 'rows-reversed', 'more-epochs');
    expect(sections(lesson).map(({ findings }) => findings.map(({ id }) => id))).toEqual([
      ['more-epochs'],
      ['rows-reversed'],
      ['library-default', 'random-seed']
    ]);
    expect(summaries(lesson)).toEqual(['1 of 5 differs', '1 of 7 differs', '2 of 7 differ']);
  });

  it('lays what was saved beside what was loaded, and tells what happens in real life', () => {
    expect(findings(investigating('library-default'))).toEqual([
      {
        id: 'library-default',
        field: 'l2',
        saved: '0',
        loaded: '0.01',
        story: driftStories['library-default'],
        restored: false
      }
    ]);
  });

  it('says in words what has none of its own', () => {
    expect(findings(investigating('rows-reversed'))[0]).toMatchObject({
      field: 'edits of the rows',
      saved: 'none',
      loaded: 'rows reversed'
    });
  });

  it('lists every field once that was saved, with its value, but for the name of the environment', () => {
    const state = stateAt(6, 'library-default');
    const fields = sections({ state }).flatMap(({ findings, equal }) => [...findings, ...equal]);
    const saved = PARTS.flatMap((part) => Object.keys(state.saved[part]));
    expect(fields).toHaveLength(saved.length - 1);
    expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
    const values = new Map(sections({ state }).flatMap(({ equal }) => equal.map((e) => [e.field, e.value])));
    expect(values.get('epochs')).toBe('100');
    expect(values.get('features')).toBe('bill length, body mass');
    expect(values.get('checkpoint')).toBe('of the last epoch');
    expect(values.get('data hash')).toBe(`${state.saved.data.sha256.slice(0, 6)}…`);
  });

  it.each([
    ['library-default', ['code', 'data']],
    ['rows-reversed', ['code']],
    ['more-epochs', ['data']]
  ] as const)('with %s, what is equal is shown as a whole: %s', (drift, wholes) => {
    const { state } = investigating(drift);
    const shown = investigationView(state, testSet)!.filter(({ whole }) => whole !== null);
    expect(shown.map(({ part }) => part)).toEqual(wholes);
    for (const { part, whole } of shown) {
      if (part === 'code') {
        expect(whole!.lines).toContain(`epochs: ${state.saved.code.epochs}`);
        expect(whole!.lines).toContain(`rate: ${state.saved.code.learningRate}`);
      } else {
        expect(whole!.dots!.path.match(/h0/g)).toHaveLength(USABLE);
        expect(whole!.caption).toContain(`${USABLE} rows`);
      }
    }
  });

  it('does not count rows before the trainer has told', () => {
    expect(sections(investigating('library-default')).map(({ whole }) => whole !== null)).toEqual([
      true,
      false,
      false
    ]);
  });

  it('leaves no field out that differs', () => {
    const all = investigating(...DRIFT_IDS);
    const differing = diff(all.state.saved, all.state.loaded).filter(
      ({ path }) => path !== 'environment.name'
    );
    expect(findings(all)).toHaveLength(differing.length);
    expect(
      findings(all)
        .map(({ id }) => id)
        .toSorted()
    ).toEqual([...DRIFT_IDS].toSorted());
    for (const { saved, loaded, field, story } of findings(all)) {
      expect(field).toBeTruthy();
      expect(saved).not.toBe(loaded);
      expect(story).toMatch(/\.$/);
    }
  });
});

describe('putting back what was found', () => {
  it('keeps it in sight, with both values, and says so', () => {
    const lesson = investigating('library-default');
    const [before] = findings(lesson);
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(findings(lesson)).toEqual([{ ...before, restored: true }]);
    expect(sections(lesson)[2]).toMatchObject({ differs: false, summary: 'put back' });
  });

  it('counts what is left', () => {
    const lesson = investigating('library-default', 'random-seed', 'more-epochs');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(summaries(lesson)).toEqual(['1 of 5 differs', 'all 7 equal', '1 of 7 differs']);
    lesson.send({ type: 'RESTORE', id: 'more-epochs' });
    expect(summaries(lesson)).toEqual(['put back', 'all 7 equal', '1 of 7 differs']);
    lesson.send({ type: 'RESTORE', id: 'random-seed' });
    expect(summaries(lesson)).toEqual(['put back', 'all 7 equal', 'put back']);
  });

  it('can be undone', () => {
    const lesson = investigating('library-default', 'more-epochs');
    const before = investigationView(lesson.state);
    lesson.send({ type: 'RESTORE', id: 'more-epochs' }, { type: 'UNDO_RESTORE', id: 'more-epochs' });
    expect(investigationView(lesson.state)).toEqual(before);
  });

  it('in part, leaves the rest to be found when the re-run still differs', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send({ type: 'RESTORE', id: 'library-default' }, 'RERUN');
    lesson.judge();
    expect(investigationView(lesson.state)).toBeNull();
    lesson.send('NEXT');
    expect(findings(lesson).map(({ id, restored }) => [id, restored])).toEqual([['more-epochs', false]]);
    expect(summaries(lesson)).toEqual(['1 of 5 differs', 'all 7 equal', 'all 7 equal']);
  });

  it('is over with the re-run that matches', () => {
    const lesson = investigating('library-default');
    lesson.send('TOGGLE_DRIFTS', 'RERUN');
    expect(investigationView(lesson.state)).toBeNull();
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
    expect(investigationView(lesson.state)).toBeNull();
  });
});
