import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DRIFT_IDS, driftedParts, isMatch, type DriftId } from '$lib/experiment';
import { STEPS, type NodeId, type Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import {
  addressWith,
  controlsView,
  flowView,
  ledgerView,
  newsView,
  parseAddress,
  runsView,
  tableView,
  verdictOutcome,
  type PenguinView
} from '$lib/views/lesson';
import { codeView } from '$lib/views/lesson/code';
import { columnView } from '$lib/views/lesson/column';
import { investigationView } from '$lib/views/lesson/investigation';
import { trackerView, type Variable } from '$lib/views/lesson/tracker';
import { verdictView } from '$lib/views/lesson/verdict';
import { everyLesson } from '../../machine/lesson/any-actions';
import { startLesson, type LessonDriver } from '../../machine/lesson/driver';
import { penguinsOf, realLesson } from './real-lesson';

/**
 * Every panel is derived from one state, so no two of them can disagree. These laws say what agreeing
 * means, and hold after whatever has happened to the lesson.
 */

const NODES_OF_ROWS: Record<Step, readonly NodeId[]> = {
  0: ['start'],
  1: ['train'],
  2: ['save'],
  3: ['rerun'],
  4: ['rerun'],
  5: ['compare', 'trust', 'mismatch'],
  6: ['investigate']
};

/** The invented penguins that the fake trainer's runs are tested on. */
const penguins = Array.from({ length: 100 }, (_, id): PenguinView => {
  const sex = id % 2 === 1 ? 'MALE' : 'FEMALE';
  return { id, x: 0, y: 0, sex, text: `Penguin ${id}` };
});

const judge = (state: LessonState) => verdictView(state, penguins, () => null);

const row = (state: LessonState, step: Step) => tableView(state).find((entry) => entry.step === step);

const cellText = (state: LessonState, step: Step, column: 'environment' | 'output' | 'comparison') =>
  row(state, step)?.cells.find((cell) => cell.column === column)?.text ?? null;

function tracked(state: LessonState, variable: Variable, moment: 'start' | 1 | 3 | 4 | 'final') {
  const cells = trackerView(state).find((entry) => entry.variable === variable)?.cells;
  return cells?.find((cell) => cell.moment === moment)?.value?.text ?? null;
}

const nodesThat = (state: LessonState, is: 'current' | 'skipped' | 'done') =>
  flowView(state)
    .nodes.filter((node) => node.state === is)
    .map(({ id }) => id);

/** What is lived through is the same for each law: every state that came, of the first so many lessons. */
const lived = new Map<number, LessonState[]>();
function statesOf(numRuns: number): readonly LessonState[] {
  const known = lived.get(numRuns);
  if (known) return known;
  const states: LessonState[] = [];
  everyLesson(({ state }) => states.push(state), numRuns);
  lived.set(numRuns, states);
  return states;
}

function holds(law: (state: LessonState) => void, numRuns = 40): void {
  try {
    statesOf(numRuns).forEach(law);
  } catch (error) {
    everyLesson(({ state }) => law(state), numRuns); // which finds the shortest lesson that breaks it
    throw error;
  }
}

it('the table has one current row, that of the step, and none at the start', () => {
  holds((state) => {
    const current = tableView(state).filter((entry) => entry.state === 'current');
    expect(current.map(({ step }) => step)).toEqual(state.step === 0 ? [] : [state.step]);
  });
});

it('the rows before the current one are done, those after it are to do or not taken', () => {
  holds((state) => {
    for (const { step, state: rowState } of tableView(state)) {
      if (step < state.step) expect(rowState).toBe('done');
      if (step > state.step) expect(['todo', 'skipped']).toContain(rowState);
      if (rowState === 'skipped') expect([step, state.at]).toEqual([6, 'trusted']);
    }
  });
});

it('the flow has one current node, and it is the one of the current row', () => {
  holds((state) => {
    const [node, ...others] = nodesThat(state, 'current');
    expect(others).toEqual([]);
    expect(NODES_OF_ROWS[state.step]).toContain(node);
  });
});

it('a code line is current from step 1 on', () => {
  holds((state) => {
    expect(codeView(state).some(({ current }) => current)).toBe(state.step > 0);
  });
});

it('the controls stand at the step, and mark the steps as the table marks its rows', () => {
  holds((state) => {
    const { step, stepText, marks, canGoBack } = controlsView(state);
    expect(step).toBe(state.step);
    expect(stepText).toContain(`Step ${state.step} of 6`);
    expect(canGoBack).toBe(state.step > 0);
    const [start, ...rows] = marks.map(({ step, state, tone }) => ({ step, state, tone }));
    expect(start).toEqual({ step: 0, state: state.step === 0 ? 'current' : 'done', tone: 'then' });
    expect(rows).toEqual(tableView(state).map(({ step, state, tone }) => ({ step, state, tone })));
  });
});

it('the news speak of the step, and fill in everything that they name', () => {
  holds((state) => {
    const { label, text } = newsView(state);
    expect(label).toBe(state.step === 0 ? 'Start.' : `Step ${state.step}.`);
    if (state.at === 'idle') expect(text.includes('Undo reset')).toBe(state.canUndoReset);
    expect(text.includes('Nothing is lost')).toBe(state.at === 'failed');
    expect(text).not.toMatch(/[{}–]/);
  });
});

it('the ledger is the current row of the table, without its action', () => {
  holds((state) => {
    const { title, cells } = ledgerView(state);
    expect(title).toBe(state.step === 0 ? 'Before step 1' : `Step ${state.step}`);
    if (state.step === 0) return;
    const shown = row(state, state.step)?.cells.filter(({ column }) => column !== 'action') ?? [];
    expect(cells.map(({ column, text, tone }) => [column, text, tone])).toEqual(
      shown.map(({ column, text, tone }) => [column, text ?? '–', tone])
    );
  });
});

it('a row that is not reached says its action only, unless it is the road not taken', () => {
  holds((state) => {
    for (const { state: rowState, cells } of tableView(state)) {
      if (rowState === 'todo')
        expect(cells.filter(({ text }) => text !== null).map(({ column }) => column)).toEqual(['action']);
    }
  });
});

it('the tracker knows what the table knows, and says the same', () => {
  holds((state) => {
    for (const moment of [1, 3, 4] as const) {
      expect(tracked(state, 'environment', moment)).toBe(cellText(state, moment, 'environment'));
      expect(tracked(state, 'comparison', moment)).toBe(cellText(state, moment, 'comparison'));
      const output = cellText(state, moment, 'output');
      expect(tracked(state, 'accuracy', moment)).toBe(output && output.replace('Accuracy ', ''));
    }
    for (const variable of ['environment', 'accuracy', 'comparison'] as const) {
      expect(tracked(state, variable, 'start')).not.toBeNull();
    }
  });
});

it('the tracker comes to its end with the verdict, and then says what the table says', () => {
  holds((state) => {
    const judged = cellText(state, 5, 'comparison') !== null;
    expect(judged).toBe(state.comparison !== null);
    const row5 = judged
      ? [
          cellText(state, 5, 'environment'),
          cellText(state, 5, 'output')?.replace('Accuracy ', ''),
          cellText(state, 5, 'comparison')
        ]
      : [null, null, null];
    const final = (['environment', 'accuracy', 'comparison'] as const).map((variable) =>
      tracked(state, variable, 'final')
    );
    expect(final).toEqual(row5);
  });
});

it('the verdict, the table, the flow and the news tell one outcome', () => {
  holds((state) => {
    const verdict = judge(state);
    const said = cellText(state, 5, 'comparison');
    const passed = [...nodesThat(state, 'current'), ...nodesThat(state, 'done')];
    expect(verdict?.matches === true).toBe(said === 'Trust established');
    expect(verdict?.matches === true).toBe(passed.includes('trust'));
    expect(verdict?.matches === false).toBe(said === 'Mismatch found');
    expect(verdict?.matches === false).toBe(passed.includes('mismatch'));
    expect(verdictOutcome(state)?.text ?? null).toBe(said);
    const tone = verdict ? (verdict.matches ? 'match' : 'differs') : state.step <= 2 ? 'then' : 'later';
    expect(newsView(state).tone).toBe(state.at === 'failed' ? 'differs' : tone);
  });
});

it('the verdict says what the comparison came to, and its tally adds up', () => {
  holds((state) => {
    const { comparison, then, later } = state;
    const verdict = judge(state);
    expect(verdict === null).toBe(comparison === null);
    if (!verdict || !comparison || !then || !later) return;
    expect(verdict.kind).toBe(comparison.kind);
    expect(verdict.matches).toBe(isMatch(comparison));
    expect(verdict.figure).toBe(`${comparison.flipped.length} of 100`);
    const ids = verdict.tally.map(({ penguins }) => penguins.map(({ id }) => id));
    expect(ids.flat().toSorted()).toEqual(comparison.flipped.toSorted());
    expect(ids.flat().length + verdict.same.count).toBe(100);
    const became = (what: string) =>
      verdict.tally.find(({ text }) => text.endsWith(`became ${what}`))?.penguins.length ?? 0;
    expect(became('right') - became('wrong')).toBe(later.accuracy.correct - then.accuracy.correct);
  });
});

it('the column has one thing to say at a time: the verdict takes its place', () => {
  holds((state) => {
    const column = columnView(state);
    if (state.comparison !== null || state.at === 'idle' || state.at === 'failed') expect(column).toBeNull();
    else expect(column).not.toBeNull();
    expect(column?.kind === 'ask').toBe(state.prediction?.kind === 'asked');
    expect(column?.kind === 'pack').toBe(state.at === 'saved');
  });
});

it('the case is packed without the parts that the flow shows as left out', () => {
  holds((state) => {
    const column = columnView(state);
    if (column?.kind !== 'pack') return;
    const out = flowView(state).cases[0].chips.filter(({ state }) => state === 'leftOut');
    const unpacked = column.pack.parts.filter(({ packed }) => !packed);
    expect(unpacked.map(({ part }) => part)).toEqual(out.map(({ part }) => part));
  });
});

it('the flow leaves out one branch, once the verdict has fallen', () => {
  holds((state) => {
    const skipped = nodesThat(state, 'skipped');
    if (state.comparison === null) expect(skipped).toEqual([]);
    else expect([['match', 'trust'].join(), ['mismatch', 'investigate'].join()]).toContain(skipped.join());
  });
});

it('an edge of the flow is walked when both of its ends are', () => {
  holds((state) => {
    const { nodes, edges } = flowView(state);
    const walked = new Set<string>(
      nodes.filter(({ state }) => state === 'done' || state === 'current').map(({ id }) => id)
    );
    for (const { id, state: edge } of edges.filter(({ id }) => id !== 'loop')) {
      const [from, to] = id.split('-');
      expect(edge === 'done', id).toBe(walked.has(from!) && walked.has(to!));
    }
  });
});

it('the two runs show the results that the table shows', () => {
  holds((state) => {
    const [then, later] = runsView(state);
    const shown = (run: typeof then) => (run.result ? `Accuracy ${run.result.percent}` : null);
    expect(shown(then)).toBe(cellText(state, 1, 'output'));
    expect(shown(later)).toBe(cellText(state, 4, 'output'));
    expect(then.training !== null).toBe(state.at === 'training');
    expect(later.training !== null).toBe(state.at === 'retraining');
    // The comparison is drawn while it is shown, and told once it is over.
    const flipped = (state.comparison ?? state.comparing)?.flipped ?? [];
    expect([then.flipped, later.flipped]).toEqual([flipped, flipped]);
    const told = `${later.mapText} ${later.result?.fingerprintLabel}`;
    if (state.comparison === null) expect(told).not.toContain('differ');
  });
});

it('the chips, the table and the investigation agree on what differs', () => {
  holds((state) => {
    const [then, later] = flowView(state).cases;
    const parts = (which: typeof then, is: string) =>
      which.chips.filter(({ state }) => state === is).map(({ part }) => part);
    const drifted = driftedParts(state.drifts);
    expect(parts(later, 'differs')).toEqual(drifted);
    expect(later.shown).toBe(state.step >= 3);
    expect(parts(then, 'leftOut')).toEqual(state.step >= 2 ? drifted : []);
    // While an investigation puts things back, the table still tells of the mismatch that it is about.
    if (state.at !== 'investigating') expect(state.loadedDrifts).toEqual(state.drifts);
    const loaded = driftedParts(state.loadedDrifts);
    const environment = cellText(state, 3, 'environment');
    if (environment !== null) {
      expect(environment.startsWith('Env v2')).toBe(loaded.includes('environment'));
      for (const part of ['code', 'data'] as const)
        expect(environment.includes(part)).toBe(loaded.includes(part));
      expect(environment === 'Env v1 loaded').toBe(loaded.length === 0);
    }
    for (const { part, differs, findings } of investigationView(state) ?? []) {
      expect(findings.length > 0).toBe(loaded.includes(part));
      expect(differs).toBe(drifted.includes(part));
      for (const { id, restored } of findings) expect(restored).toBe(!state.drifts.includes(id));
    }
  });
});

/** What `look` saw of a lesson just before, if anything. */
function remembering(look: (state: LessonState, before: LessonState | null) => void) {
  let lesson: LessonDriver | null = null;
  let before: LessonState | null = null;
  return (now: LessonDriver) => {
    look(now.state, lesson === now ? before : null);
    lesson = now;
    before = now.state;
  };
}

it('the investigation keeps the mismatch that it is about in view, whatever is put back', () => {
  everyLesson(
    remembering((state, before) => {
      expect(investigationView(state) !== null).toBe(state.at === 'investigating');
      if (state.at !== 'investigating') return;
      expect(judge(state)?.matches).toBe(false);
      if (before?.at !== 'investigating' || before.rerun !== state.rerun) return;
      expect(runsView(state)).toEqual(runsView(before));
      expect(judge(state)).toEqual(judge(before));
    }),
    80
  );
});

it('the investigation, the loop of the flow and the news tell of one story', () => {
  holds((state) => {
    const { nodes, edges, isFixing } = flowView(state);
    const underWay = state.investigation === 'open' || state.investigation === 'solved';
    const current = nodes.find((node) => node.state === 'current')?.id;
    const loop = edges.find(({ id }) => id === 'loop')?.state;
    expect(loop === 'done').toBe(current === 'investigate' || (current === 'rerun' && underWay));
    expect(isFixing).toBe(underWay && state.at === 'retraining');
    const { text } = newsView(state);
    if (/cause is found/.test(text)) expect([state.at, state.investigation]).toEqual(['trusted', 'solved']);
    if (state.at === 'investigating') {
      expect(/put back|as it was saved again/i.test(text)).toBe(state.canRerun);
      const restored = investigationView(state)?.flatMap(({ findings }) => findings) ?? [];
      if (restored.some(({ restored }) => restored)) expect(state.canRerun).toBe(true);
    }
  }, 80);
});

/** The part of the address after `?` that a lesson shows. */
const linkOf = (state: LessonState): string => addressWith('', state) ?? '';

it('an address leads back to where the learner is heading, with what differs', () => {
  holds((state) => {
    expect(parseAddress(linkOf(state))).toEqual({
      ok: true,
      value: { step: state.goal, ...state.linked }
    });
  });
});

it('an address opens the lesson where it was copied', () => {
  for (const step of STEPS) {
    const copied = startLesson({ input: { drifts: ['random-seed'] } });
    copied.goTo(step);
    copied.settle();
    const opened = reopened(copied);
    expect(linkOf(opened.state)).toBe(linkOf(copied.state));
    expect(tableView(opened.state)).toEqual(tableView(copied.state));
  }
});

function reopened({ state }: LessonDriver): LessonDriver {
  const place = parseAddress(linkOf(state));
  if (!place.ok) throw new Error(place.message);
  const opened = startLesson();
  opened.send({ type: 'OPEN', ...place.value });
  opened.settle();
  return opened;
}

it('and an investigation with what was found, and what of it was put back', () => {
  const anyDrifts = fc.subarray([...DRIFT_IDS], { minLength: 1 });
  fc.assert(
    fc.property(anyDrifts, fc.infiniteStream(fc.boolean()), (drifts, coin) => {
      const copied = startLesson({ input: { drifts } });
      copied.goTo(6);
      copied.settle();
      if (copied.state.at !== 'investigating') return;
      for (const id of drifts) if (coin.next().value) copied.send({ type: 'RESTORE', id });
      const opened = reopened(copied);
      expect(linkOf(opened.state)).toBe(linkOf(copied.state));
      expect(investigationView(opened.state)).toEqual(investigationView(copied.state));
      expect(newsView(opened.state)).toEqual(newsView(copied.state));
      expect(judge(opened.state)).toEqual(judge(copied.state));
      expect(controlsView(opened.state).primary).toEqual(controlsView(copied.state).primary);
      // From there it goes on as it would have: trained again, and undone.
      for (const lesson of [copied, opened]) {
        for (const id of drifts) lesson.send({ type: 'RESTORE', id });
        lesson.send('RERUN');
        lesson.settle();
      }
      expect(verdictOutcome(opened.state)).toEqual(verdictOutcome(copied.state));
      expect(newsView(opened.state)).toEqual(newsView(copied.state));
    }),
    { numRuns: 40 }
  );
});

it('a link to an investigation of something else than differs, or of no mismatch, opens what there is', () => {
  const opened = (search: string) => {
    const place = parseAddress(search);
    if (!place.ok) throw new Error(place.message);
    const lesson = realLesson();
    lesson.send({ type: 'OPEN', ...place.value });
    while (lesson.state.at === 'compared') lesson.judge();
    return lesson;
  };
  const other = opened('?step=6&drifts=rows-reversed&found=library-default');
  expect(other.state).toMatchObject({
    at: 'investigating',
    drifts: ['rows-reversed'],
    loadedDrifts: ['library-default'],
    canRerun: true
  });
  other.send({ type: 'RESTORE', id: 'rows-reversed' }, 'RERUN');
  other.judge();
  expect(other.state).toMatchObject({ at: 'trusted', investigation: 'solved' });
  const alike = opened('?step=6&found=float32');
  expect(alike.state).toMatchObject({ at: 'trusted', drifts: ['float32'], investigation: 'none' });
  expect(linkOf(alike.state)).toBe('?step=5&drifts=float32');
  expect(opened('?step=3&found=float32').state).toMatchObject({ at: 'loaded', drifts: [] });
});

/** Everything that the lesson shows, but for the control bar, where the learner chooses what differs. */
const everyView = (state: LessonState, onMaps: readonly PenguinView[] = penguins) => ({
  news: newsView(state),
  ledger: ledgerView(state),
  flow: flowView(state),
  column: columnView(state),
  runs: runsView(state),
  verdict: verdictView(state, onMaps, () => null),
  investigation: investigationView(state),
  table: tableView(state),
  code: codeView(state),
  tracker: trackerView(state)
});

it('no view is ever at a loss', () => {
  holds((state) => {
    const words = JSON.stringify([everyView(state), controlsView(state)]);
    expect(words).not.toMatch(/\{\w+\}|undefined|NaN/);
  }, 25);
});

it('nothing of a re-run is told before it is trained', () => {
  holds((state) => {
    if (state.step > 3) return;
    expect(runsView(state)[1]).toMatchObject({ weights: null, result: null, training: null, mapText: '' });
    expect(JSON.stringify(everyView(state))).not.toMatch(
      /Matches previous|Differs from previous|Trust established|Mismatch found|differently/
    );
    for (const step of [4, 5] as const) expect(cellText(state, step, 'output')).toBeNull();
  });
});

it('nor whether it matches, before anyone was asked or the two are compared', () => {
  holds((state) => {
    if (!state.isOpen || state.comparison !== null) return;
    expect(JSON.stringify([ledgerView(state), tableView(state), trackerView(state)])).not.toMatch(
      /Matches previous|Differs from previous|Trust established|Mismatch found/
    );
  });
  for (const drifts of [[], ['library-default']] as const) {
    const lesson = realLesson(...drifts);
    lesson.goTo(4);
    expect(cellText(lesson.state, 4, 'comparison')).toBeNull();
    lesson.goTo(5); // while it is compared it is not told either
    expect(cellText(lesson.state, 4, 'comparison')).toBeNull();
    lesson.judge();
    expect(cellText(lesson.state, 4, 'comparison')).toMatch(/previous$/);
    lesson.goTo(4);
    expect(cellText(lesson.state, 4, 'comparison')).toMatch(/previous$/);
  }
});

/** The lesson with the case opened: everything that there is to see of it. */
function opened(id: DriftId, before: (lesson: LessonDriver) => void = () => {}) {
  const lesson = realLesson(id);
  before(lesson);
  lesson.goTo(3);
  return { ...everyView(lesson.state, penguinsOf(lesson.state)), penguins: penguinsOf(lesson.state) };
}

it('an opened case shows which part differs, and not what of it, nor what that comes to', () => {
  const seen = new Map<string, ReturnType<typeof opened>>();
  for (const id of DRIFT_IDS) {
    const [part] = driftedParts([id]);
    expect(opened(id), id).toEqual(seen.get(part!) ?? opened(id));
    seen.set(part!, opened(id));
  }
  expect(seen.size).toBe(3);
});

it('an opened case does not remember what its training came to: only that it was seen', () => {
  for (const id of DRIFT_IDS) {
    const { news, column, ...fresh } = opened(id);
    const {
      news: newsAgain,
      column: columnAgain,
      ...again
    } = opened(id, (lesson) => {
      lesson.goTo(5);
      lesson.judge();
    });
    expect(again, id).toEqual(fresh);
    expect([newsAgain, columnAgain]).not.toEqual([news, column]);
    const known = opened(DRIFT_IDS[0]!, (lesson) => {
      lesson.goTo(5);
      lesson.judge();
    });
    expect([newsAgain, columnAgain], id).toEqual([known.news, known.column]);
  }
});
