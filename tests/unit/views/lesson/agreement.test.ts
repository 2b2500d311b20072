import { expect, it } from 'vitest';
import { STEPS, type NodeId, type Step } from '$lib/lesson';
import type { LessonState } from '$lib/machine/lesson';
import { describeTestSet } from '$lib/trainer';
import {
  addressOf,
  codeView,
  controlsView,
  flowView,
  mapScales,
  newsView,
  parseAddress,
  penguinsView,
  predictionView,
  runsView,
  tableView,
  verdictOutcome
} from '$lib/views/lesson';
import { verdictView } from '$lib/views/lesson/verdict';
import { investigationView } from '$lib/views/lesson/investigation';
import { trackerView, type Variable } from '$lib/views/lesson/tracker';
import { everyLesson } from '../../machine/lesson/any-actions';
import { realDataset } from '../../machine/fake-trainer';
import { startLesson, type LessonDriver } from '../../machine/lesson/driver';

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

const { penguins } = describeTestSet(startLesson().state.saved, realDataset);

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

const holds = (law: (state: LessonState) => void, numRuns = 40) =>
  everyLesson(({ state }) => law(state), numRuns);

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
    expect(marks).toEqual(tableView(state).map(({ step, state, tone }) => ({ step, state, tone })));
  });
});

it('the news speak of the step, and fill in everything that they name', () => {
  holds((state) => {
    const { text } = newsView(state);
    if (state.at === 'idle') expect(text).toContain(state.canUndoReset ? 'Reset' : 'Ready');
    else if (state.at === 'failed') expect(text).toContain('Nothing is lost');
    else expect(text).toContain(`Step ${state.step} · `);
    expect(text).not.toMatch(/[{}]|–%/);
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
    const verdict = verdictView(state);
    const said = cellText(state, 5, 'comparison');
    const passed = [...nodesThat(state, 'current'), ...nodesThat(state, 'done')];
    expect(verdict?.matches === true).toBe(said === 'Trust established');
    expect(verdict?.matches === true).toBe(passed.includes('trust'));
    expect(verdict?.matches === false).toBe(said === 'Mismatch found');
    expect(verdict?.matches === false).toBe(passed.includes('mismatch'));
    expect(verdictOutcome(state)?.text ?? null).toBe(said);
    const tone = verdict && (verdict.matches ? 'match' : 'differs');
    expect(newsView(state).tone).toBe(state.at === 'failed' ? 'differs' : tone);
  });
});

it('the verdict invites to let something differ exactly where the chips differ in nothing', () => {
  holds((state) => {
    const verdict = verdictView(state);
    if (!verdict?.matches) return;
    expect(verdict.next === 'differ').toBe(flowView(state).chips.every(({ differs }) => !differs));
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
      expect(edge === 'done', id).toBe(walked.has(from) && walked.has(to));
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
    if (state.comparison === null) expect([...then.flipped, ...later.flipped]).toEqual([]);
  });
});

it('the chips, the table and the investigation agree on what differs', () => {
  holds((state) => {
    const differing = flowView(state).chips.filter(({ differs }) => differs);
    const loaded = cellText(state, 3, 'environment');
    if (loaded === null) expect(differing).toEqual([]);
    else {
      expect(differing.length > 0).toBe(state.drifts.length > 0);
      expect(loaded !== 'Env v1 loaded').toBe(state.drifts.length > 0);
      expect(loaded.startsWith('Env v2')).toBe(differing.some(({ part }) => part === 'environment'));
      for (const part of ['code', 'data'] as const) {
        expect(loaded.includes(part)).toBe(differing.some((chip) => chip.part === part));
      }
    }
    const causes = investigationView(state)?.parts.flatMap((part) => part.causes) ?? [];
    for (const { id, restored } of causes) expect(restored).toBe(!state.drifts.includes(id));
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

it('the investigation, once it is there, stays from the re-run on until another story begins', () => {
  everyLesson(
    remembering((state, before) => {
      const shown = investigationView(state) !== null;
      if (shown) expect(state.step).toBeGreaterThanOrEqual(3);
      if (shown || state.step < 3 || !before || investigationView(before) === null) return;
      expect(before.investigation).toBe('solved');
      expect(state.drifts).not.toEqual(before.drifts);
    }),
    80
  );
});

it('the investigation, the loop of the flow and the news tell of one story', () => {
  holds((state) => {
    const panel = investigationView(state);
    const { nodes, edges, fix } = flowView(state);
    const current = nodes.find((node) => node.state === 'current')?.id;
    const loop = edges.find(({ id }) => id === 'loop')?.state;
    if (current === 'rerun' || current === 'investigate') expect(loop === 'done').toBe(panel !== null);
    else expect(loop).not.toBe('done');
    if (fix !== null) expect(panel?.solved).toBe(false);
    if (panel) expect(panel.solved).toBe(state.investigation === 'solved');
    if (panel && state.at === 'trusted') expect(panel.solved).toBe(true);
    if (panel?.solved) expect(verdictView(state)?.matches ?? true).toBe(true);
    const { text } = newsView(state);
    if (text.includes('run it again')) expect(panel).toMatchObject({ canRerun: true, solved: false });
    if (['loaded', 'retrained'].includes(state.at))
      expect(text.includes('known to match')).toBe(panel?.solved === true);
  }, 80);
});

it('an address leads back to where the learner is heading, with what differs', () => {
  holds((state) => {
    expect(parseAddress(addressOf(state))).toEqual({
      ok: true,
      value: { step: state.goal, drifts: state.drifts }
    });
  });
});

it('an address opens the lesson where it was copied', () => {
  for (const step of STEPS) {
    const copied = startLesson({ input: { drifts: ['random-seed'] } });
    copied.goTo(step);
    copied.settle();
    const place = parseAddress(addressOf(copied.state));
    if (!place.ok) throw new Error(place.message);
    const opened = startLesson();
    opened.send({ type: 'OPEN', ...place.value });
    opened.settle();
    expect(addressOf(opened.state)).toBe(addressOf(copied.state));
    expect(tableView(opened.state)).toEqual(tableView(copied.state));
  }
});

it('no view is ever at a loss', () => {
  const scales = mapScales(penguins);
  holds((state) => {
    expect(penguinsView(penguins, scales, state)).toHaveLength(100);
    const asked = predictionView(state);
    if (asked) expect(verdictView(state)).toBeNull();
    const words = JSON.stringify([
      tableView(state),
      trackerView(state),
      verdictView(state),
      investigationView(state),
      controlsView(state)
    ]);
    expect(words).not.toMatch(/\{\w+\}|undefined|NaN/);
  }, 25);
});
