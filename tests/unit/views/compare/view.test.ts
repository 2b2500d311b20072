import { describe, expect, it } from 'vitest';
import { compareEnvironments } from '$lib/experiment/environment/diff';
import { KNOWN_CHANGES } from '$lib/experiment/environment/known-changes';
import { CATALOGUE } from '$lib/experiment/lab';
import { checklistOf, missingIn } from '$lib/views/compare/missing';
import { csvOf, jsonOf, markdownOf } from '$lib/views/compare/report';
import { conditionsOf, filtered, labDrift, leadText, rowsOf, sectionsOf } from '$lib/views/compare/view';
import { environmentIn } from '../../experiment/environment/given';

const onRecord = Object.fromEntries(KNOWN_CHANGES.map((change) => [change.id, change]));
const compared = (a: string, b: string) => compareEnvironments(environmentIn(a), environmentIn(b));
const some = compared('numpy==1.26.4\naaa==1\nold==1\n# one', 'numpy==2.0.0\naaa==2\nnew==1\n');

describe('the first line', () => {
  it.each([
    ['x==1', 'x==1', 'Nothing differs.'],
    ['x==1 # a', 'x==1', 'Nothing differs but noise: 1 thing.'],
    ['x==1', 'x==2', 'Of 1 difference nothing is on record.'],
    [
      'numpy==1.26.4\nx==1',
      'numpy==2.0.0\nx==2',
      '1 of 2 differences are known to be able to change results; 1 of them'
    ]
  ])('of %j and %j answers', (a, b, text) => {
    expect(leadText(compared(a, b), onRecord)).toContain(text);
  });

  it('takes what holds with any version for no certainty', () => {
    expect(leadText(compared('numpy==1.26.3', 'numpy==1.26.4'), onRecord)).toContain('0 of them');
  });
});

describe('what is shown', () => {
  const rows = rowsOf(some, onRecord);

  it('is cut where a list is longer than a line', () => {
    const long = 'a'.repeat(100_000);
    const [row] = rowsOf(compared(`${long}==1`, `${long}==2`), onRecord);
    for (const text of [row!.name, row!.a, row!.b]) expect(text.length).toBeLessThan(100);
  });

  it('stands by section and class, each once', () => {
    const [section] = sectionsOf(rows);
    expect(section?.groups.map((group) => group.class)).toEqual([
      'known',
      'changed',
      'only-a',
      'only-b',
      'noise'
    ]);
    expect(rows[0]?.between.length).toBeGreaterThan(0);
    expect(rows[0]?.always.length).toBeGreaterThan(0);
  });

  it('can be narrowed by name and class', () => {
    expect(filtered(rows, { text: 'NUM', class: 'all' }).map(({ name }) => name)).toEqual(['numpy']);
    expect(filtered(rows, { text: '', class: 'only-b' }).map(({ name }) => name)).toEqual(['new']);
  });

  it('leads for every kind to a drift of the Lab', () => {
    const ids = new Set(KNOWN_CHANGES.map((change) => labDrift(change).slice('?drifts='.length)));
    for (const id of ids) expect(CATALOGUE.map((drift) => drift.id)).toContain(id);
  });

  it('tells conditions of what did not change apart', () => {
    const same = compared('torch==2.1.0\nx==1', 'torch==2.1.0\nx==2');
    expect(conditionsOf(same, onRecord).map(({ id }) => id)).toContain('torch-atomics');
  });
});

describe('what is taken away', () => {
  it('is the same as the command line prints, as a table, and with sources', () => {
    expect(JSON.parse(jsonOf(some))).toMatchObject({ formats: ['requirements', 'requirements'] });
    expect(csvOf(some).split('\r\n')[0]).toBe('"section","name","a","b","class","step","known"');
    expect(markdownOf(some, onRecord)).toContain('https://numpy.org/doc/stable/release/2.0.0-notes.html');
  });

  it('carries nothing that a spreadsheet or Markdown would take for its own', () => {
    const hostile = compared('x @ =cmd|calc', 'x @ [a](b)<img>');
    expect(csvOf(hostile)).toContain(`"'=cmd|calc"`);
    expect(markdownOf(hostile, onRecord)).toContain('\\[a\\](b)\\<img\\>');
  });

  it('is a checklist that ticks what both record, with a command for the rest', () => {
    const recorded = { format: 'requirements', recorded: ['versions'] } as const;
    expect(
      missingIn(recorded, { ...recorded, recorded: ['versions', 'cpu'] }).find(({ id }) => id === 'cpu')
        ?.where
    ).toBe('not in the first');
    const text = checklistOf(recorded, recorded);
    expect(text).toContain('- [x] Exact version of every package');
    expect(text).toContain('- [ ] Commit of the code (in neither list): record it with `git rev-parse HEAD`');
  });
});
