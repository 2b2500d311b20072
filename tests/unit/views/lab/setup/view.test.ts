import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, driftChanges, PARTS } from '$lib/experiment';
import { CATALOGUE } from '$lib/experiment/lab';
import { labFields } from '$lib/lesson/catalogue';
import { NOTHING_DIFFERS, pairOf, toggledDrift, withField } from '$lib/machine/lab';
import { fieldsView, listWith, problemWith, valueOf } from '$lib/views/lab/setup/fields';
import { labValueText } from '$lib/views/field-text';
import { labNews } from '$lib/views/lab/news';
import { labSetupView } from '$lib/views/lab/setup/view';
import { anySetup, valueAt } from '../../../machine/lab/setups';
import { labAt } from '../lab-states';

const drifted = (...ids: string[]) => ids.reduce(toggledDrift, NOTHING_DIFFERS);
/** What the view reads of a Lab in which nothing has to be trained. */
const stateOf = (setup: Parameters<typeof pairOf>[0]) => ({ ...labAt(), setup, pair: pairOf(setup) });

describe('the setup panel', () => {
  it('says that nothing differs, and offers nothing to put back', () => {
    const view = labSetupView(labAt());
    expect(view.title).toMatch(/^Nothing differs/);
    expect(view).toMatchObject({ differences: [], bothDiffer: null, canReset: false, canUndo: false });
  });

  it('lists each field that differs, with both values in words', () => {
    const { title, differences } = labSetupView(stateOf(drifted('library-default', 'rows-reversed')));
    expect(title).toBe('3 fields are not as recorded');
    expect(differences.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['l2', '0', '0.01'],
      ['edits of the rows', 'none', 'rows reversed'],
      ['environment', 'v1', 'v2']
    ]);
  });

  it('tells of what both runs share that the lesson has not', () => {
    const both = withField(drifted('float32'), 'then', 'code.learningRate', 5);
    expect(labSetupView(stateOf(both)).bothDiffer).toBe('In both runs, 1 field is not as in the lesson.');
  });

  it('offers every drift under its part, and says how many are on', () => {
    const { parts } = labSetupView(stateOf(drifted('ddof', 'float32', 'more-epochs')));
    expect(parts.flatMap(({ drifts }) => drifts.map(({ id }) => id)).toSorted()).toEqual(
      CATALOGUE.map(({ id }) => id).toSorted()
    );
    for (const { part, drifts } of parts) {
      for (const { id } of drifts) expect(CATALOGUE.find((entry) => entry.id === id)?.part).toBe(part);
    }
    expect(parts.map(({ part, chosen }) => [part, chosen])).toEqual([
      ['code', '1 on'],
      ['data', null],
      ['environment', '2 on']
    ]);
  });

  it('shows on a card what a drift would change now', () => {
    const view = labSetupView(stateOf(withField(NOTHING_DIFFERS, 'then', 'code.epochs', 50)));
    const cards = view.parts.flatMap(({ drifts }) => drifts);
    expect(cards.find(({ id }) => id === 'more-epochs')?.changes).toEqual(['epochs: 50 → 101']);
    expect(cards.find(({ id }) => id === 'rows-swapped')?.changes).toEqual([
      'edits of the rows: adds two rows swapped'
    ]);
    for (const { id, changes } of cards) {
      const drift = CATALOGUE.find((entry) => entry.id === id)!;
      expect(changes).toHaveLength(
        driftChanges(drift, pairOf(withField(NOTHING_DIFFERS, 'then', 'code.epochs', 50)).then).length
      );
    }
  });

  it('counts as differing exactly what differs', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const state = stateOf(setup);
        expect(labSetupView(state).differences.map(({ path }) => path)).toEqual(
          diff(state.pair.then, state.pair.later).map(({ path }) => path)
        );
      }),
      { numRuns: 30 }
    );
  });
});

describe('every field by hand', () => {
  it('is named, shows its value, and marks where the runs differ', () => {
    const state = stateOf(drifted('more-epochs', 'test-labels-corrected'));
    const fields = fieldsView(state, 'later').flatMap((part) => part.fields);
    expect(fields.map(({ path }) => path).toSorted()).toEqual(Object.keys(labFields).toSorted());
    const named = new Map(fields.map((field) => [field.name, field]));
    expect(named.get('epochs')).toMatchObject({
      control: { kind: 'number', value: 101 },
      differs: true
    });
    expect(named.get('seed')).toMatchObject({ differs: false });
    expect(named.get('features')?.control).toMatchObject({
      kind: 'choice',
      value: 'bill_length_mm,body_mass_g'
    });
    const edits = named.get('edits of the rows')?.control;
    expect(edits?.kind === 'checks' && edits.options.filter(({ on }) => on).map(({ text }) => text)).toEqual([
      'five test labels corrected'
    ]);
    expect(fieldsView(state, 'then').flatMap((part) => part.fields)[1]).toMatchObject({
      name: 'epochs',
      control: { value: 100 }
    });
  });

  it('reads back from a control’s text the value that it shows', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const state = stateOf(setup);
        for (const { path, control } of fieldsView(state, 'later').flatMap((part) => part.fields)) {
          if (control.kind === 'checks' || control.kind === 'fixed') continue;
          expect(valueOf(path, String(control.value))).toEqual(valueAt(state.pair.later, path));
        }
      }),
      { numRuns: 30 }
    );
  });

  it('adds an edit last, and takes one away without moving the others', () => {
    const state = stateOf(
      withField(NOTHING_DIFFERS, 'later', 'data.edits', ['rows-swapped', 'rows-reversed'])
    );
    expect(listWith(state, 'later', 'data.edits', 'dot-as-female', true)).toEqual([
      'rows-swapped',
      'rows-reversed',
      'dot-as-female'
    ]);
    expect(listWith(state, 'later', 'data.edits', 'rows-swapped', false)).toEqual(['rows-reversed']);
  });

  it('says why a value cannot be taken, and nothing when it can', () => {
    const state = stateOf(NOTHING_DIFFERS);
    expect(problemWith(state, 'later', 'code.batchSize', valueOf('code.batchSize', '0'))).toMatch(
      /code\.batchSize got 0, but takes a whole number/
    );
    expect(problemWith(state, 'later', 'code.batchSize', valueOf('code.batchSize', 'ten'))).toMatch(/takes/);
    expect(problemWith(state, 'later', 'code.batchSize', valueOf('code.batchSize', '10'))).toBeNull();
    for (const part of PARTS) expect(problemWith(state, 'then', `${part}.mood`, 1)).toMatch(/not a field/);
  });
});

it('names values in words', () => {
  expect(labValueText(undefined)).toBe('not recorded');
  expect(labValueText([])).toBe('none');
  expect(labValueText(['rows-reversed', 'row-duplicated'])).toBe('rows reversed, one row duplicated');
  expect(labValueText(['bill_length_mm', 'body_mass_g'])).toBe('bill length, body mass');
});

describe('the news', () => {
  it.each([
    [[], 'The re-run is identical.'],
    [['float32'], 'The bits differ, every prediction is the same.'],
    [['rows-reversed'], 'Same score, but 6 predictions differ.'],
    [['library-default'], 'Mismatch: 85% and 71%, 28 predictions differ.']
  ] as const)('of %j is “%s”', (ids, sentence) => {
    expect(labNews(labAt({ setup: drifted(...ids) }))).toBe(sentence);
  });
});
