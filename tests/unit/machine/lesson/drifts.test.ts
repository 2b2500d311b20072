import { describe, expect, it } from 'vitest';
import { BASELINE, type DriftId, type Part } from '$lib/experiment';
import { promptTrainer } from '../fake-trainer';
import { lessonAt, PLACES, startLesson } from './driver';

const choose = (id: DriftId, on = true) => ({ type: 'CHOOSE_DRIFT' as const, id, on });
const restore = (id: DriftId) => ({ type: 'RESTORE' as const, id });
const undo = (id: DriftId) => ({ type: 'UNDO_RESTORE' as const, id });

/** A lesson whose investigation has found these drifts. */
function investigating(...drifts: DriftId[]) {
  const lesson = startLesson({ trainer: promptTrainer(), input: { drifts } });
  lesson.goTo(6);
  return lesson;
}

/** A lesson whose investigation found these drifts, and ended in trust with all of them put back. */
function solved(...drifts: DriftId[]) {
  const lesson = investigating(...drifts);
  lesson.send('TOGGLE_DRIFTS', 'RERUN');
  lesson.judge();
  return lesson;
}

describe('where a change of what differs leads', () => {
  it.each(['retrained', 'compared', 'trusted', 'mismatched', 'investigating', 'retraining'] as const)(
    'leads from %s back to loading, where the change is to be seen',
    (place) => {
      const lesson = lessonAt(place);
      lesson.send(choose('random-seed'));
      expect(lesson.state).toMatchObject({ at: 'loaded', goal: 3, later: null, comparison: null });
    }
  );

  it.each(['idle', 'training', 'trained', 'saved', 'loaded'] as const)(
    'keeps the place at %s, which it has no bearing on',
    (place) => {
      const lesson = lessonAt(place);
      const { goal } = lesson.state;
      lesson.send('TOGGLE_DRIFTS');
      expect(lesson.state).toMatchObject({ at: place, goal, differs: true, drifts: ['library-default'] });
    }
  );

  it('keeps the first training running, and the steps queued behind it', () => {
    const lesson = lessonAt('training');
    lesson.goTo(6);
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.trainer.current.stopped).toBe(false);
    lesson.trainer.current.finish();
    lesson.trainer.current.finish();
    expect(lesson.state.at).toBe('investigating');
  });

  it.each(PLACES)('stays at %s while nothing in force changes', (place) => {
    const lesson = lessonAt(place);
    const { at, step, goal, drifts } = lesson.state;
    const trainings = lesson.trainer.trainings.length;
    const stopped = lesson.trainer.trainings.map((training) => training.stopped);
    lesson.send(drifts.length > 0 ? choose('library-default') : choose('ddof', false));
    expect(lesson.state).toMatchObject({ at, step, goal, drifts });
    expect(lesson.trainer.trainings).toHaveLength(trainings);
    expect(lesson.trainer.trainings.map((training) => training.stopped)).toEqual(stopped);
  });

  it('never touches what was saved', () => {
    const lesson = investigating('library-default');
    expect(lesson.state.saved).toEqual(BASELINE);
    expect(lesson.state.loaded).not.toEqual(BASELINE);
    expect(lesson.state.then?.manifest).toEqual(BASELINE);
  });
});

describe('choosing what differs', () => {
  it('switches on, and is kept while the switch is off', () => {
    const lesson = startLesson();
    lesson.send(choose('library-default', false));
    expect(lesson.state).toMatchObject({ differs: false, choice: [], drifts: [] });
    expect(lesson.state.loaded).toEqual(BASELINE);
    lesson.send(choose('more-epochs'));
    expect(lesson.state).toMatchObject({ differs: true, choice: ['more-epochs'], drifts: ['more-epochs'] });
    expect(lesson.state.loaded.code.epochs).toBe(101);
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ differs: false, choice: ['more-epochs'], drifts: [] });
  });

  it('lists what is chosen in one order, whatever the order of choosing, and each once', () => {
    const lesson = startLesson();
    lesson.send(choose('more-epochs'), choose('rng-algorithm'), choose('more-epochs'));
    expect(lesson.state.choice).toEqual(['rng-algorithm', 'more-epochs']);
  });

  it('leads a choice in force back to loading', () => {
    const lesson = lessonAt('mismatched');
    lesson.send(choose('ddof'));
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: ['library-default', 'ddof'] });
  });

  it('lets nothing be chosen, which then makes no difference', () => {
    const lesson = lessonAt('mismatched');
    lesson.send(choose('library-default', false));
    expect(lesson.state).toMatchObject({ at: 'loaded', differs: true, choice: [], drifts: [] });
    expect(lesson.state.loaded).toEqual(BASELINE);
  });

  it('has something to switch on even after nothing was chosen', () => {
    const lesson = startLesson();
    lesson.send(choose('library-default', false), 'TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ differs: true, drifts: ['library-default'] });
  });

  it('is left alone by switching off, even when nothing was chosen', () => {
    const lesson = startLesson();
    lesson.send('TOGGLE_DRIFTS', choose('library-default', false), 'TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ differs: false, choice: [], drifts: [] });
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ differs: true, drifts: ['library-default'] });
  });
});

describe('letting something differ', () => {
  it('switches on what is chosen', () => {
    const lesson = lessonAt('trusted');
    lesson.send(choose('more-epochs'), 'TOGGLE_DRIFTS', 'LET_DIFFER');
    expect(lesson.state).toMatchObject({
      at: 'loaded',
      differs: true,
      drifts: ['more-epochs']
    });
  });

  it('chooses the default when the switch is on and nothing is chosen', () => {
    const lesson = startLesson({ trainer: promptTrainer(), input: { drifts: ['ddof'] } });
    lesson.send(choose('ddof', false));
    lesson.goTo(5);
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', differs: true, drifts: [] });
    lesson.send('LET_DIFFER');
    expect(lesson.state).toMatchObject({ at: 'loaded', differs: true, drifts: ['library-default'] });
  });

  it('has nothing to do while something differs', () => {
    const lesson = lessonAt('mismatched');
    lesson.send('LET_DIFFER');
    expect(lesson.state).toMatchObject({ at: 'mismatched', drifts: ['library-default'] });
  });
});

describe('breaking a match', () => {
  it('lets what is chosen differ, and asks about it', () => {
    const lesson = lessonAt('trusted');
    lesson.send('BREAK');
    expect(lesson.state).toMatchObject({
      at: 'loaded',
      drifts: ['library-default'],
      prediction: { kind: 'asked', answer: null }
    });
  });

  it('lets something else differ where what does breaks nothing', () => {
    const lesson = startLesson({ trainer: promptTrainer(), input: { drifts: ['float32'] } });
    lesson.goTo(5);
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
    lesson.send('BREAK');
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: ['library-default'] });
  });
});

describe('packing the case', () => {
  const pack = (part: Part, packed: boolean) => ({ type: 'PACK' as const, part, packed });

  it.each([
    ['code', 'more-epochs'],
    ['data', 'rows-reversed'],
    ['environment', 'library-default']
  ] as const)('lets something of the %s differ when it is left out', (part, drift) => {
    const lesson = lessonAt('saved');
    lesson.send(pack(part, false));
    expect(lesson.state).toMatchObject({ at: 'saved', differs: true, drifts: [drift] });
    lesson.send(pack(part, true));
    expect(lesson.state).toMatchObject({ at: 'saved', differs: false, drifts: [] });
  });

  it('is the same as the switch, seen from inside', () => {
    const lesson = lessonAt('saved');
    lesson.send('TOGGLE_DRIFTS', pack('code', false));
    expect(lesson.state.drifts).toEqual(['library-default', 'more-epochs']);
    lesson.send(pack('environment', true));
    expect(lesson.state.drifts).toEqual(['more-epochs']);
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state.drifts).toEqual([]);
  });

  it('leaves what is chosen of a part that is left out already', () => {
    const lesson = lessonAt('saved', { input: { drifts: ['ddof'] } });
    lesson.send(pack('environment', false));
    expect(lesson.state.drifts).toEqual(['ddof']);
  });
});

describe('running again after something was put back', () => {
  it('trains for real, although the result is known', () => {
    const lesson = lessonAt('trusted', { trainer: promptTrainer() });
    lesson.send('BREAK');
    lesson.goTo(6);
    const before = lesson.trainer.trainings.length;
    lesson.send('TOGGLE_DRIFTS', 'RERUN');
    expect(lesson.trainer.trainings).toHaveLength(before + 1);
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', investigation: 'solved' });
  });

  it('has to have something put back', () => {
    const lesson = investigating('library-default');
    const before = lesson.trainer.trainings.length;
    lesson.send('RERUN', 'NEXT');
    expect(lesson.state).toMatchObject({ at: 'investigating', canRerun: false });
    expect(lesson.trainer.trainings).toHaveLength(before);
  });

  it('is not done by going back', () => {
    const lesson = investigating('library-default');
    const before = lesson.trainer.trainings.length;
    lesson.send('TOGGLE_DRIFTS', 'BACK');
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: [] });
    expect(lesson.trainer.trainings).toHaveLength(before);
  });
});

describe('restoring what an investigation found', () => {
  it('takes one cause out of force, and leaves the others', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send(restore('library-default'));
    expect(lesson.state).toMatchObject({
      at: 'investigating',
      canRerun: true,
      differs: true,
      drifts: ['more-epochs'],
      investigated: ['library-default', 'more-epochs']
    });
  });

  it('of the last one switches off, and remembers them all for the next time', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send(restore('library-default'), restore('more-epochs'));
    expect(lesson.state).toMatchObject({ differs: false, drifts: [] });
    expect(lesson.state.choice).toEqual(['library-default', 'more-epochs']);
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state.drifts).toEqual(['library-default', 'more-epochs']);
  });

  it('of all at once does the same', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({
      at: 'investigating',
      differs: false,
      choice: ['library-default', 'more-epochs'],
      investigated: ['library-default', 'more-epochs']
    });
  });

  it('can be undone, for one that was restored and for the last of them', () => {
    const lesson = investigating('library-default', 'more-epochs');
    lesson.send(restore('library-default'), undo('library-default'));
    expect(lesson.state.drifts).toEqual(['library-default', 'more-epochs']);
    lesson.send('TOGGLE_DRIFTS', undo('more-epochs'));
    expect(lesson.state).toMatchObject({ differs: true, drifts: ['more-epochs'] });
    lesson.send(restore('more-epochs'));
    expect(lesson.state).toMatchObject({ differs: false, choice: ['library-default', 'more-epochs'] });
  });

  it('needs no new training for an undone restore: that re-run is known', () => {
    const lesson = investigating('library-default');
    const before = lesson.trainer.trainings.length;
    lesson.send(restore('library-default'), undo('library-default'), 'RERUN', 'BACK');
    lesson.judge();
    expect(lesson.state.at).toBe('mismatched');
    expect(lesson.trainer.trainings).toHaveLength(before);
  });

  it('is ignored for something that is not in force', () => {
    const lesson = startLesson();
    lesson.send(choose('ddof'), 'TOGGLE_DRIFTS');
    const { choice } = lesson.state;
    lesson.send(restore('ddof'));
    expect(lesson.state).toMatchObject({ differs: false, choice });
    lesson.send('TOGGLE_DRIFTS', restore('float32'));
    expect(lesson.state).toMatchObject({ differs: true, choice });
  });
});

describe('an investigation', () => {
  it('begins with a mismatch, at the verdict or where it is passed over', () => {
    expect(lessonAt('compared', { input: { drifts: ['random-seed'] } }).state.investigated).toEqual([]);
    expect(lessonAt('mismatched').state.investigated).toEqual(['library-default']);
    expect(investigating('random-seed').state.investigated).toEqual(['random-seed']);
  });

  it('adds what a later mismatch finds', () => {
    const lesson = investigating('library-default');
    lesson.send(choose('random-seed'), choose('library-default', false));
    lesson.goTo(6);
    expect(lesson.state.investigated).toEqual(['library-default', 'random-seed']);
  });

  it('stays open through trust, to say what was the cause', () => {
    const lesson = investigating('library-default');
    lesson.send(restore('library-default'), 'NEXT');
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', investigated: ['library-default'] });
  });

  const CLOSED = { investigation: 'none', investigated: [] };

  it('is closed once something else differs after trust', () => {
    const lesson = solved('library-default');
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: ['library-default'], ...CLOSED });
  });

  it.each([0, 1, 2, 3, 4] as const)('that is solved is closed by what differs at step %d too', (step) => {
    const lesson = solved('library-default');
    lesson.goTo(step);
    expect(lesson.state).toMatchObject({ investigation: 'solved', investigated: ['library-default'] });
    lesson.send('TOGGLE_DRIFTS');
    expect(lesson.state).toMatchObject({
      step: Math.min(step, 3),
      drifts: ['library-default'],
      ...CLOSED
    });
  });

  it('that is solved is not closed by a choice that is not in force', () => {
    const lesson = solved('library-default');
    lesson.send(choose('ddof', false), 'BACK', choose('random-seed', false));
    expect(lesson.state).toMatchObject({ investigation: 'solved', investigated: ['library-default'] });
  });

  it('stays open while it is not solved, wherever the learner goes and whatever they put back', () => {
    const lesson = investigating('library-default', 'random-seed');
    lesson.send('TOGGLE_DRIFTS', 'BACK');
    for (const step of [2, 0, 4, 3] as const) lesson.goTo(step);
    lesson.send(undo('random-seed'));
    expect(lesson.state).toMatchObject({
      investigation: 'open',
      investigated: ['library-default', 'random-seed'],
      drifts: ['random-seed']
    });
  });

  it('is under way once the learner goes after the mismatch, and not by seeing it', () => {
    const lesson = lessonAt('mismatched');
    expect(lesson.state.investigation).toBe('found');
    lesson.send('BACK');
    expect(lesson.state.investigation).toBe('found');
    lesson.send('NEXT');
    lesson.judge();
    lesson.send('NEXT');
    expect(lesson.state.investigation).toBe('open');
    const fixing = lessonAt('mismatched');
    fixing.send('TOGGLE_DRIFTS');
    expect(fixing.state.investigation).toBe('open');
  });

  it('is over when the lesson starts over', () => {
    for (const lesson of [solved('library-default'), investigating('library-default')]) {
      lesson.send('PLAY');
      expect(lesson.state).toMatchObject(CLOSED);
    }
  });

  it('does not begin with a match', () => {
    const lesson = startLesson({ trainer: promptTrainer(), input: { drifts: ['float32'] } });
    lesson.goTo(5);
    lesson.judge();
    expect(lesson.state).toMatchObject({ at: 'trusted', investigated: [] });
  });
});
