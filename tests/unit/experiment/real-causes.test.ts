import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDrifts,
  BASELINE,
  DRIFT_IDS,
  manifestKey,
  percent,
  type Manifest,
  type RunRecord
} from '$lib/experiment';
import {
  applyChanges,
  changesBetween,
  CRITERIA,
  isBroken,
  type OpenCauses,
  type Criterion
} from '$lib/experiment/lab';
import { train } from '$lib/trainer';
import { withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';
import { search, violations, type Breaks } from './searches';

/** Searches whose every probe is a training by the trainer of the app. */

const records = new Map<string, RunRecord>();
const trained = (manifest: Manifest): RunRecord => {
  const key = manifestKey(manifest);
  const record = records.get(key) ?? train(manifest, penguins).record;
  records.set(key, record);
  return record;
};

interface Case {
  readonly keys: readonly string[];
  readonly breaks: Breaks<string>;
}

function caseOf(later: Manifest, criterion: Criterion): Case {
  const changes = changesBetween(BASELINE, later);
  const manifest = (applied: readonly string[]) =>
    applyChanges(
      BASELINE,
      changes.filter(({ key }) => applied.includes(key))
    );
  return {
    keys: changes.map(({ key }) => key),
    breaks: (applied) => isBroken(criterion, trained(BASELINE), trained(manifest(applied)))
  };
}

const causesOf = (later: Manifest, criterion: Criterion): OpenCauses<string> => {
  const { keys, breaks } = caseOf(later, criterion);
  return search(keys, breaks).causes;
};

describe('the drifts of the lesson', () => {
  it('have causes that hold, whichever come together and whatever has to be equal', () => {
    fc.assert(
      fc.property(fc.subarray([...DRIFT_IDS]), fc.constantFrom(...CRITERIA), (ids, criterion) => {
        const { keys, breaks } = caseOf(applyDrifts(ids), criterion);
        expect(violations(keys, breaks)).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });

  it.each(CRITERIA)('all at once have causes that hold: %s', (criterion) => {
    const { keys, breaks } = caseOf(applyDrifts(DRIFT_IDS), criterion);
    expect(violations(keys, breaks)).toEqual([]);
  });

  it('each by itself change the bits; a new name changes nothing', () => {
    expect(causesOf(applyDrifts(DRIFT_IDS), 'bits')).toMatchObject({
      kind: 'found',
      groups: [
        ['code.epochs'],
        ['code.l2'],
        ['data.edits:rows-reversed'],
        ['environment.seed'],
        ['environment.rng'],
        ['environment.precision'],
        ['environment.gradientChunks'],
        ['environment.ddof']
      ],
      harmless: ['environment.name']
    });
  });

  it('that change bits only are no cause of a changed prediction or score', () => {
    const later = applyDrifts(['library-default', 'float32', 'gradient-chunks', 'ddof']);
    for (const criterion of ['predictions', 'score'] as const) {
      expect(causesOf(later, criterion)).toMatchObject({ groups: [['code.l2']], repair: ['code.l2'] });
    }
    expect(causesOf(applyDrifts(['float32', 'ddof']), 'predictions')).toEqual({
      kind: 'unbroken',
      probes: 1
    });
  });
});

describe('a pair that matters only together', () => {
  it('changes a prediction and the score, where neither alone changes more than bits', () => {
    const later = withFields({ 'code.batchSize': 17, 'code.learningRate': 0.29, 'environment.ddof': 1 });
    for (const criterion of ['predictions', 'score'] as const) {
      expect(causesOf(later, criterion)).toMatchObject({
        groups: [['code.batchSize', 'code.learningRate']],
        repair: ['code.batchSize'],
        harmless: ['environment.ddof']
      });
    }
  });

  it('changes the score, where each alone flips predictions both ways', () => {
    const fields = { 'data.edits': ['rows-reversed'], 'code.epochs': 110 };
    const score = (changes: Record<string, unknown>) => percent(trained(withFields(changes)).accuracy);
    expect([score({}), ...Object.entries(fields).map(([path, value]) => score({ [path]: value }))]).toEqual([
      85, 85, 85
    ]);
    expect(score(fields)).toBe(89);
    expect(causesOf(withFields(fields), 'score')).toMatchObject({
      groups: [['code.epochs', 'data.edits:rows-reversed']],
      repair: ['code.epochs'],
      harmless: []
    });
    expect(causesOf(withFields(fields), 'predictions')).toMatchObject({
      groups: [['code.epochs'], ['data.edits:rows-reversed']]
    });
  });
});

it('a corrected test label changes the score, and neither a bit nor a prediction', () => {
  const later = withFields({ 'data.edits': ['test-labels-corrected'], 'environment.ddof': 1 });
  expect(causesOf(later, 'score')).toMatchObject({
    groups: [['data.edits:test-labels-corrected']],
    harmless: ['environment.ddof']
  });
  expect(causesOf(later, 'predictions')).toMatchObject({ kind: 'unbroken' });
  expect(causesOf(later, 'bits')).toMatchObject({ groups: [['environment.ddof']] });
});
