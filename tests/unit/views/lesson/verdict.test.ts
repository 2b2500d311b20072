import { describe, expect, it } from 'vitest';
import { DRIFT_IDS, isMatch, PARTS, type DriftId } from '$lib/experiment';
import { count, lesson as words } from '$lib/lesson';
import { labFields } from '$lib/lesson/catalogue';
import { column } from '$lib/lesson/column';
import { driftStories } from '$lib/lesson/drift-stories';
import { verdict } from '$lib/lesson/verdict';
import type { LessonState } from '$lib/machine/lesson';
import { newsView } from '$lib/views/lesson';
import { verdictView } from '$lib/views/lesson/verdict';
import { realRun } from '../../machine/fake-trainer';
import { lessonAt, PLACES } from '../../machine/lesson/driver';
import { penguinsOf, realLesson, stateAt, testSet } from './real-lesson';

const { prediction } = column;
const noWeights = () => null;
const view = (state: LessonState) => verdictView(state, penguinsOf(state), noWeights);
const judged = (...drifts: DriftId[]) => {
  const verdict = view(stateAt(5, ...drifts));
  if (!verdict) throw new Error('the verdict has not fallen');
  return verdict;
};

/** A mismatch of which everything was put back, and that was trained again. */
function solved(...drifts: DriftId[]): LessonState {
  const lesson = realLesson(...drifts);
  lesson.goTo(6);
  lesson.send('TOGGLE_DRIFTS', 'RERUN');
  lesson.judge();
  return lesson.state;
}

describe('the verdict', () => {
  it('does not fall before the comparison is over', () => {
    const fallen = PLACES.filter((place) => view(lessonAt(place).state) !== null);
    expect(fallen).toEqual(['trusted', 'mismatched', 'investigating']);
  });

  it('on identical runs speaks of every answer and every weight, and asks what would break it', () => {
    expect(judged()).toEqual({
      kind: 'identical',
      matches: true,
      sign: '=',
      figure: '0 of 100',
      caption: 'penguins answered differently',
      tally: [],
      same: { count: 100, text: '100 stayed the same' },
      details: ['All 33 weights are equal too, bit for bit.', verdict.oneTry],
      links: ['spread'],
      lab: ''
    });
  });

  it('on another result says how many penguins, and what became of their answers', () => {
    const { tally, ...others } = judged('library-default');
    expect(others).toEqual({
      kind: 'mismatch',
      matches: false,
      sign: '≠',
      figure: '28 of 100',
      caption: 'penguins answered differently',
      same: { count: 72, text: '72 stayed the same' },
      details: [],
      links: ['lab'],
      lab: '?drifts=library-default'
    });
    expect(tally.map(({ text, penguins }) => [text, penguins.length])).toEqual([
      ['21 right answers became wrong', 21],
      ['7 wrong answers became right', 7]
    ]);
    expect(tally.map(({ short }) => short)).toEqual(['21 became wrong', '7 became right']);
  });

  it('on an equal score does not let the score hide the answers', () => {
    const { kind, matches, figure, tally } = judged('rows-reversed');
    expect([kind, matches, figure]).toEqual(['same-score', false, '6 of 100']);
    expect(tally.map(({ text }) => text)).toEqual([
      '3 right answers became wrong',
      '3 wrong answers became right'
    ]);
  });

  it.each(['float32', 'ddof', 'gradient-chunks'] as const)(
    'on other bits with equal answers calls nobody wrong, and promises nothing: %s',
    (drift) => {
      expect(judged(drift)).toMatchObject({
        kind: 'equivalent',
        matches: true,
        sign: '≈',
        figure: '0 of 100',
        tally: [],
        details: [verdict.agreement.unknown, verdict.noPromise],
        links: ['bits']
      });
    }
  );

  // How far the weights agree is a fact of the two trainings: never the same for all drifts.
  it.each([
    ['float32', 5],
    ['ddof', 2],
    ['gradient-chunks', 14]
  ] as const)('tells from the weights in how many digits they agree: %s, %d', (drift, n) => {
    const state = stateAt(5, drift);
    const then = realRun(state.saved).weights;
    const later = realRun(state.loaded).weights;
    const view = verdictView(state, penguinsOf(state), (run) => (run === 'then' ? then : later));
    expect(view?.details).toEqual([count(verdict.agreement.digits, n), verdict.noPromise]);
    for (const [place, weight] of then.entries()) {
      expect(Math.abs(weight - later[place]!)).toBeLessThan(10 ** -n * Math.abs(weight));
    }
  });

  it('asks for the weights of the re-run that is shown', () => {
    const state = stateAt(5, 'float32');
    const asked: string[] = [];
    verdictView(state, [], (run) => (asked.push(run), null));
    expect(asked).toEqual(['then', state.rerun]);
  });

  it('says so when not even the first digits agree', () => {
    const weights = (...values: number[]) => Float64Array.of(...values);
    const detail = (then: Float64Array, later: Float64Array) =>
      verdictView(stateAt(5, 'float32'), [], (run) => (run === 'then' ? then : later))?.details[0];
    expect(detail(weights(1, 0.3), weights(1, 0.5))).toBe(verdict.agreement.none);
    expect(detail(weights(1, 0.3), weights(1, -0.3))).toBe(verdict.agreement.none);
    expect(detail(weights(1, 0.3), weights(1, 0.31))).toBe(verdict.agreement.digits.one);
  });

  it('counts one penguin in the singular', () => {
    const state = stateAt(5, 'random-seed');
    if (!state.comparison) throw new Error('there is no verdict');
    const [first] = state.comparison.flipped;
    const one = view({ ...state, comparison: { ...state.comparison, flipped: [first!] } });
    expect(one?.caption).toBe('penguin answered differently');
    expect(one?.tally.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^1 (right answer became wrong|wrong answer became right)$/)
    ]);
  });
});

describe('the tally', () => {
  it.each(['library-default', 'rng-algorithm', 'random-seed', 'rows-reversed', 'more-epochs'] as const)(
    'adds up to the penguins that are answered differently, each once: %s',
    (drift) => {
      const state = stateAt(5, drift);
      const ids = judged(drift).tally.flatMap(({ penguins }) => penguins.map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.toSorted((a, b) => a - b)).toEqual(state.comparison?.flipped.toSorted((a, b) => a - b));
      expect(judged(drift).same.count + ids.length).toBe(100);
    }
  );

  it('has a right answer that became wrong in its first row, and the other way round in its second', () => {
    const { then, later } = stateAt(5, 'library-default');
    const sexes = new Map(testSet.penguins.map(({ id, sex }) => [id, sex]));
    const isRight = (run: typeof then, id: number) =>
      run?.predictions[run.testIds.indexOf(id)] === (sexes.get(id) === 'MALE' ? 1 : 0);
    const [wrong, right] = judged('library-default').tally;
    for (const { id } of wrong!.penguins)
      expect([isRight(then, id), isRight(later, id)]).toEqual([true, false]);
    for (const { id } of right!.penguins)
      expect([isRight(then, id), isRight(later, id)]).toEqual([false, true]);
  });

  it('knows its penguins as the maps do', () => {
    const onMaps = penguinsOf(stateAt(5, 'library-default'));
    for (const { penguins } of judged('library-default').tally)
      for (const penguin of penguins) expect(onMaps).toContainEqual(penguin);
  });

  it('has the females first, then the males', () => {
    for (const { penguins } of judged('library-default').tally) {
      const sexes = penguins.map(({ sex }) => sex);
      expect(sexes).toEqual(sexes.toSorted());
      expect(new Set(sexes).size).toBe(2);
    }
  });

  it('is empty until the trainer has told of its penguins', () => {
    expect(verdictView(stateAt(5, 'library-default'), [], noWeights)).toMatchObject({
      figure: '28 of 100',
      tally: []
    });
  });
});

describe('why they differ', () => {
  /** What would give a cause away: drifts, parts and fields by name, their stories and their values. */
  const CAUSES = [
    ...DRIFT_IDS.map((id) => words.drifts[id].name),
    ...Object.values(driftStories),
    ...Object.values(labFields),
    ...PARTS,
    ...['0.01', '101', 'pcg32', '2026', 'reversed', 'library', 'hardware', 'rows']
  ];
  /** Which of them a text names, as whole words. */
  const named = (text: string) =>
    CAUSES.filter((cause) => {
      const escaped = cause.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<!\\w)${escaped}(?!\\w)`, 'i').test(text);
    });

  it.each([...DRIFT_IDS.map((id) => [id]), ['library-default', 'more-epochs', 'rows-reversed']])(
    'is not said by any word of the verdict, nor by the news: %s',
    (...ids) => {
      const drifts = ids.filter(Boolean) as DriftId[];
      for (const step of [5, 6] as const) {
        const state = stateAt(step, ...drifts);
        // Where the link to the Lab leads is no word of the verdict.
        const told = { ...view(state), lab: null };
        expect(told.kind).toBe(state.comparison?.kind);
        expect(named(JSON.stringify(told))).toEqual([]);
        expect(named(newsView(state).text)).toEqual([]);
      }
    }
  );

  it('would be noticed here if it were said', () => {
    expect(named('library default: l2 went from 0 to 0.01')).toEqual(
      expect.arrayContaining(['library default', 'l2', '0.01', 'library'])
    );
  });

  it('is said once the cause is found and the runs match again', () => {
    expect(view(solved('library-default'))).toMatchObject({
      kind: 'identical',
      details: ['All 33 weights are equal too, bit for bit.', 'You put back: library default.'],
      links: ['case', 'quiz']
    });
    expect(view(solved('library-default', 'rows-reversed'))?.details[1]).toBe(
      'You put back: library default, rows reversed.'
    );
  });

  it('is not said of the next story', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(6);
    lesson.send('TOGGLE_DRIFTS', 'RERUN');
    lesson.judge();
    lesson.send({ type: 'CHOOSE_DRIFT', id: 'more-epochs', on: true });
    lesson.goTo(5);
    lesson.judge();
    expect(view(lesson.state)?.details).toEqual([]);
  });
});

describe('what the verdict leads to', () => {
  it('is the Lab with the same differences, from a mismatch', () => {
    expect(judged('rows-reversed', 'random-seed')).toMatchObject({
      links: ['lab'],
      lab: '?drifts=random-seed,rows-reversed'
    });
  });

  it('is nothing while the investigation has the stage', () => {
    expect(view(stateAt(6, 'library-default'))?.links).toEqual([]);
  });

  it('follows the kind of comparison for every drift', () => {
    for (const id of DRIFT_IDS) {
      const { comparison } = stateAt(5, id);
      const { kind, matches, links } = judged(id);
      expect(kind).toBe(comparison?.kind);
      expect(matches).toBe(comparison && isMatch(comparison));
      expect(links, id).toEqual(matches ? ['bits'] : ['lab']);
    }
  });
});

describe('the prediction', () => {
  const predicted = (answer: 'match' | 'mismatch', ...drifts: DriftId[]) => {
    const lesson = realLesson(...drifts);
    lesson.goTo(3);
    lesson.send({ type: 'PREDICT', answer });
    lesson.goTo(5);
    lesson.judge();
    return view(lesson.state)?.details.at(-1);
  };

  it('is recalled by the verdict, in either outcome', () => {
    expect(predicted('match')).toBe(prediction.recalled.match);
    expect(predicted('mismatch', 'library-default')).toBe(prediction.recalled.mismatch);
  });

  it('is turned into a reason to look when it was not so', () => {
    expect(predicted('mismatch')).toBe(`${prediction.recalled.mismatch} ${prediction.surprise}`);
    expect(predicted('match', 'library-default')).toBe(`${prediction.recalled.match} ${prediction.surprise}`);
  });

  it('of a match counts as right where only bits differ', () => {
    expect(predicted('match', 'float32')).toBe(prediction.recalled.match);
  });

  it('that was never given is not spoken of', () => {
    expect(JSON.stringify(judged('library-default'))).not.toContain('predicted');
  });
});
