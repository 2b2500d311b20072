import { describe, expect, it } from 'vitest';
import { applyDrifts, DRIFT_IDS, type DriftId } from '$lib/experiment';
import { count, fill } from '$lib/lesson';
import { investigation } from '$lib/lesson/investigation';
import { investigationView } from '$lib/views/lesson/investigation';
import { fakeTrainer, realRun } from '../../machine/fake-trainer';
import { startLesson } from '../../machine/lesson/driver';
import { realLesson, stateAt } from './real-lesson';

/** A lesson whose investigation has found these drifts. */
function investigating(...drifts: DriftId[]) {
  const lesson = realLesson(...drifts);
  lesson.goTo(6);
  return lesson;
}

const causes = (lesson: ReturnType<typeof realLesson>) =>
  investigationView(lesson.state)?.parts.map(({ title, causes }) => [
    title,
    ...causes.map(({ id, restored }) => (restored ? `${id} restored` : id))
  ]);

describe('the investigation', () => {
  it('is not there before there is something to investigate', () => {
    for (const step of [0, 3, 5] as const) expect(investigationView(stateAt(step))).toBeNull();
    expect(investigationView(stateAt(4, 'library-default'))).toBeNull();
  });

  it('waits until the learner leaves the verdict for it', () => {
    expect(investigationView(stateAt(5, 'library-default'))).toBeNull();
    expect(investigationView(stateAt(6, 'library-default'))).not.toBeNull();
  });

  it('is not there behind a mismatch that is only looked back from', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(5);
    lesson.judge();
    for (const step of [4, 3] as const) {
      lesson.goTo(step);
      expect(investigationView(lesson.state)).toBeNull();
    }
  });

  it('stays through a second re-run, whatever that comes to', () => {
    const lesson = investigating('library-default', 'random-seed');
    lesson.send({ type: 'RESTORE', id: 'random-seed' });
    const seen: [string, boolean][] = [];
    lesson.actor.subscribe(() => seen.push([lesson.state.at, investigationView(lesson.state) !== null]));
    lesson.send('NEXT', 'NEXT');
    lesson.judge();
    lesson.send('NEXT', 'BACK');
    lesson.judge();
    expect(seen.map(([at]) => at)).toEqual(
      expect.arrayContaining(['compared', 'mismatched', 'investigating'])
    );
    expect(seen.filter(([, shown]) => !shown)).toEqual([]);
  });

  it('holds what was saved beside what was loaded, by part', () => {
    expect(causes(investigating('library-default', 'rows-reversed', 'more-epochs'))).toEqual([
      ['Code', 'more-epochs'],
      ['Data', 'rows-reversed'],
      ['Environment', 'library-default']
    ]);
    expect(causes(investigating('random-seed'))).toEqual([
      ['Code'],
      ['Data'],
      ['Environment', 'random-seed']
    ]);
  });

  it('says of each cause what it is called, what happened and which values changed', () => {
    const [, , environment] = investigationView(investigating('library-default').state)?.parts ?? [];
    expect(environment.causes).toEqual([
      {
        id: 'library-default',
        name: 'library default',
        story: expect.stringContaining('An upgrade moved its default from 0 to 0.01') as string,
        differences: [{ field: 'l2', before: '0', after: '0.01' }],
        restored: false
      }
    ]);
  });

  it('shows a list that was empty in a word', () => {
    const [, data] = investigationView(investigating('rows-reversed').state)?.parts ?? [];
    expect(data.causes[0].differences).toEqual([
      { field: 'edits of the rows', before: 'none', after: 'rows-reversed' }
    ]);
  });

  it.each(DRIFT_IDS)('can show %s: a name, a story and at least one value', (id) => {
    const lesson = investigating('library-default');
    lesson.send({ type: 'CHOOSE_DRIFT', id, on: true });
    const cause = investigationView(lesson.state)
      ?.parts.flatMap((part) => part.causes)
      .find((entry) => entry.id === id);
    expect(cause?.name).toBeTruthy();
    expect(cause?.story).toMatch(/\.$/);
    expect(cause?.differences.length).toBeGreaterThan(0);
    for (const { field, before, after } of cause?.differences ?? []) {
      expect(field).toBeTruthy();
      expect(before).not.toBe(after);
    }
  });
});

describe('putting right what was found', () => {
  it('begins with how to go about it', () => {
    expect(investigationView(investigating('library-default').state)).toMatchObject({
      status: investigation.intro,
      solved: false,
      canRestoreAll: true,
      canRerun: false
    });
  });

  it('keeps a restored cause in sight, and offers to run again', () => {
    const lesson = investigating('library-default');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(causes(lesson)?.[2]).toEqual(['Environment', 'library-default restored']);
    expect(investigationView(lesson.state)).toMatchObject({
      status: investigation.fixed,
      canRestoreAll: false,
      canRerun: true
    });
  });

  it('counts what is left', () => {
    const lesson = investigating('library-default', 'rows-reversed', 'more-epochs');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    expect(investigationView(lesson.state)).toMatchObject({
      status: count(investigation.partly, 2),
      canRestoreAll: true
    });
    lesson.send({ type: 'RESTORE', id: 'rows-reversed' });
    expect(investigationView(lesson.state)?.status).toBe(count(investigation.partly, 1));
  });

  it('names what is left when the re-run still differs', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    lesson.goTo(6);
    expect(investigationView(lesson.state)?.status).toBe(
      fill(investigation.stillDiffers, { causes: 'code changed' })
    );
  });

  it('says that results differ from run to run when nothing is left that differs, and the result does', () => {
    const wayward = fakeTrainer(({ input, finish }) =>
      finish(realRun(input.run === 'then' ? input.manifest : applyDrifts(['library-default'])).record)
    );
    const lesson = startLesson({ trainer: wayward, input: { drifts: ['library-default'] } });
    lesson.goTo(6);
    lesson.send('RESTORE_ALL');
    lesson.goTo(6);
    expect(lesson.state.comparison?.kind).toBe('mismatch');
    expect(investigationView(lesson.state)?.status).toBe(investigation.unexplained);
  });

  it('ends in trust, and says so', () => {
    const lesson = investigating('library-default');
    lesson.send('RESTORE_ALL');
    lesson.goTo(5);
    lesson.judge();
    expect(investigationView(lesson.state)).toMatchObject({
      status: investigation.solved,
      solved: true,
      canRestoreAll: false,
      canRerun: false
    });
  });

  it('looked back from, still says that it is solved, and offers no re-run that is known', () => {
    const lesson = investigating('library-default', 'float32');
    lesson.send({ type: 'RESTORE', id: 'library-default' });
    lesson.goTo(5);
    lesson.judge();
    for (const step of [4, 3] as const) {
      lesson.goTo(step);
      expect(investigationView(lesson.state)).toMatchObject({
        status: investigation.known,
        solved: true,
        canRerun: false
      });
    }
  });

  it('can be undone', () => {
    const lesson = investigating('library-default');
    lesson.send('RESTORE_ALL', { type: 'UNDO_RESTORE', id: 'library-default' });
    expect(causes(lesson)?.[2]).toEqual(['Environment', 'library-default']);
    expect(investigationView(lesson.state)).toMatchObject({ canRestoreAll: true, canRerun: true });
  });
});
