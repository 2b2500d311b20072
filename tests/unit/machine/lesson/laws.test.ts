import { expect, it } from 'vitest';
import { getNextSnapshot } from 'xstate';
import { compare, isMatch, manifestKey } from '$lib/experiment';
import { lessonMachine, lessonState, type LessonCommand } from '$lib/machine/lesson';
import { everyLesson } from './any-actions';
import { fakeRecord } from '../fake-trainer';

/** Laws of the machine that hold after whatever has happened. */

it('begins a training only for a result that is not known, and one at a time', () => {
  everyLesson(({ actor, trainer, state }) => {
    const running = trainer.trainings.filter(({ stopped }) => !stopped);
    expect(running).toHaveLength(state.at === 'training' || state.at === 'retraining' ? 1 : 0);
    const [training] = running;
    if (!training) return;
    expect(training).toBe(trainer.current);
    const { then, reruns } = actor.getSnapshot().context;
    expect(training.input.run === 'then' ? then : (reruns[training.input.run] ?? null)).toBeNull();
  }, 60);
});

it('knows each result by the manifest that gave it', () => {
  everyLesson(({ actor, state }) => {
    const { then, reruns } = actor.getSnapshot().context;
    if (then) expect(then).toEqual(fakeRecord(state.saved));
    for (const [key, record] of Object.entries(reruns)) expect(manifestKey(record.manifest)).toBe(key);
    if (state.later) expect(state.later).toEqual(fakeRecord(state.loaded));
  }, 50);
});

it('is where it was told to go, unless a training or a failure stands between', () => {
  everyLesson(({ state }) => {
    const { at, step, goal } = state;
    if (at === 'training' || at === 'retraining' || at === 'failed')
      expect(goal).toBeGreaterThanOrEqual(step);
    else expect(step).toBe(goal);
  }, 60);
});

it('shows what is known exactly at the steps that have come to it', () => {
  everyLesson(({ state }) => {
    const { at, step, then, later, comparison, comparing, progress, failure, differs, drifts, choice } =
      state;
    const unanswered = at === 'training' || at === 'retraining' || at === 'failed';
    expect(then !== null).toBe(step > 1 || (step === 1 && !unanswered));
    expect(later !== null).toBe(step > 4 || (step === 4 && !unanswered));
    expect(comparison !== null).toBe(['trusted', 'mismatched', 'investigating'].includes(at));
    expect(comparing !== null).toBe(at === 'compared');
    if (comparison) expect(isMatch(comparison)).toBe(at === 'trusted');
    expect(failure !== null).toBe(at === 'failed');
    if (at !== 'training' && at !== 'retraining') expect(progress).toBeNull();
    expect(drifts).toEqual(differs ? choice : []);
    if (step < 6) expect(state.loadedDrifts).toEqual(drifts);
    expect(manifestKey(state.loaded) === manifestKey(state.saved)).toBe(state.loadedDrifts.length === 0);
  }, 60);
});

it('lets something differ when told to, and never changes what is chosen by switching off', () => {
  everyLesson(({ actor, state }) => {
    const after = (type: 'LET_DIFFER' | 'TOGGLE_DRIFTS') =>
      lessonState(getNextSnapshot(lessonMachine, actor.getSnapshot(), { type }));
    expect(after('LET_DIFFER').drifts).not.toEqual([]);
    const switched = after('TOGGLE_DRIFTS');
    if (state.differs) expect(switched).toMatchObject({ differs: false, choice: state.choice });
    else expect(switched.drifts).not.toEqual([]);
  }, 50);
});

it('makes something differ for whoever wants to see step 6, and goes to any other step as it is', () => {
  everyLesson(({ actor }) => {
    const after = (...events: LessonCommand[]) => {
      let snapshot = actor.getSnapshot();
      for (const event of events) snapshot = getNextSnapshot(lessonMachine, snapshot, event);
      return lessonState(snapshot);
    };
    expect(after({ type: 'SEE', step: 6 })).toEqual(
      after({ type: 'LET_DIFFER' }, { type: 'GO_TO', step: 6 })
    );
    expect(after({ type: 'SEE', step: 6 }).drifts).not.toEqual([]);
    expect(after({ type: 'SEE', step: 3 })).toEqual(after({ type: 'GO_TO', step: 3 }));
  }, 20);
});

it('has found causes exactly while there is a story, which is solved while the results are known to match', () => {
  everyLesson(({ actor, state }) => {
    const { investigation, investigated, at } = state;
    expect(investigated.length > 0).toBe(investigation !== 'none');
    if (at === 'mismatched') expect(['found', 'open']).toContain(investigation);
    if (at === 'investigating') expect(investigation).toBe('open');
    if (at === 'trusted') expect(['none', 'solved']).toContain(investigation);
    if (investigation === 'none' || investigation === 'open') return;
    const { then, reruns } = actor.getSnapshot().context;
    const later = reruns[state.rerun]!;
    expect(isMatch(compare(then!, later))).toBe(investigation === 'solved');
  }, 80);
});

it('asks for a prediction before the re-run is trained, and recalls one after the verdict', () => {
  everyLesson(({ actor, state: { at, prediction, rerun } }) => {
    if (prediction?.kind === 'asked') {
      expect(at).toBe('loaded');
      expect(actor.getSnapshot().context.reruns[rerun]).toBeUndefined();
    }
    if (prediction?.kind === 'recalled') expect(['trusted', 'mismatched', 'investigating']).toContain(at);
  }, 50);
});

it('shows the mismatch that is investigated until the training runs again', () => {
  everyLesson(({ state }) => {
    if (state.at !== 'investigating') return;
    expect(isMatch(state.comparison!)).toBe(false);
    expect(state.later).toEqual(fakeRecord(state.loaded));
    expect(state.canRerun).toBe(state.drifts.join() !== state.loadedDrifts.join());
  }, 80);
});

it('never plays on at an end', () => {
  everyLesson(({ state: { at, playing } }) => {
    if (playing) expect(['trusted', 'investigating', 'failed']).not.toContain(at);
  }, 50);
});

it('offers a step on exactly when there is one', () => {
  everyLesson((lesson) => {
    const { canGoOn, canGoBack, step, at, goal } = lesson.state;
    expect(canGoBack).toBe(step > 0);
    const matched = at === 'trusted';
    if (at === 'failed') expect(canGoOn).toBe(true);
    else if (matched || goal === 6) expect(canGoOn).toBe(false);
    else if (goal < 5) expect(canGoOn).toBe(true);
  }, 50);
});
