import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, driftedManifest } from '$lib/experiment';
import { CATALOGUE, conflicting, RECORDED } from '$lib/experiment/lab';
import { parseManifest } from '$lib/experiment/parse-manifest';
import { NOTHING_DIFFERS, pairOf, toggledDrift, withField, withLater } from '$lib/machine/lab';
import { anyManifest } from '../../trainer/manifests';
import { anyMove, anySetup, moved, valueAt } from './setups';

const chosen = (ids: readonly string[]) => CATALOGUE.filter(({ id }) => ids.includes(id));

describe('a setup', () => {
  it('begins with two runs of what was recorded', () => {
    expect(pairOf(NOTHING_DIFFERS)).toEqual({ then: RECORDED, later: RECORDED });
  });

  it('always stands for two valid manifests', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { then, later } = pairOf(setup);
        expect(parseManifest(then)).toEqual({ ok: true, value: then });
        expect(parseManifest(later)).toEqual({ ok: true, value: later });
      })
    );
  });

  it('never has two drifts that set the same field, and keeps them in the order of the catalogue', () => {
    fc.assert(
      fc.property(anySetup, ({ drifts }) => {
        const entries = chosen(drifts);
        expect(entries.map(({ id }) => id)).toEqual(drifts);
        for (const [index, one] of entries.entries()) {
          for (const other of entries.slice(index + 1)) expect(conflicting(one, other)).toBe(false);
        }
      })
    );
  });

  it('tells a name set by hand no longer once a drift says the same', () => {
    const named = withField(NOTHING_DIFFERS, 'later', 'environment.name', 'v2');
    expect(toggledDrift(named, 'ddof')).toEqual({ then: {}, drifts: ['ddof'], later: {} });
  });

  it('tells by hand only what its drifts do not tell', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { then, later } = pairOf(setup);
        const told = diff(driftedManifest(chosen(setup.drifts), then), later).map(({ path }) => path);
        expect(Object.keys(setup.later).filter((path) => !told.includes(path))).toEqual([]);
      })
    );
  });
});

describe('a drift', () => {
  it('alone changes what it would change in what was recorded', () => {
    for (const drift of CATALOGUE) {
      const { then, later } = pairOf(toggledDrift(NOTHING_DIFFERS, drift.id));
      expect(then).toEqual(RECORDED);
      expect(later).toEqual(driftedManifest([drift], RECORDED));
    }
  });

  it('switched on is in force, whatever was set there before', () => {
    fc.assert(
      fc.property(anySetup, fc.constantFrom(...CATALOGUE), (setup, drift) => {
        const after = toggledDrift(setup, drift.id);
        if (setup.drifts.includes(drift.id)) expect(after.drifts).not.toContain(drift.id);
        else expect(after.drifts).toContain(drift.id);
      })
    );
  });

  it('that is not in the catalogue changes nothing', () => {
    expect(toggledDrift(NOTHING_DIFFERS, 'cosmic-rays')).toBe(NOTHING_DIFFERS);
  });
});

describe('a field set by hand', () => {
  it('has that value in the run it was set for, and in the re-run leaves the first run alone', () => {
    fc.assert(
      fc.property(anySetup, anyMove, (setup, move) => {
        fc.pre(move.type === 'set');
        const after = moved(setup, move);
        expect(valueAt(pairOf(after)[move.run], move.path)).toEqual(move.value);
        if (move.run === 'later') expect(pairOf(after).then).toEqual(pairOf(setup).then);
      })
    );
  });

  it('to a value that it does not take changes nothing', () => {
    for (const [path, value] of [
      ['code.epochs', 0],
      ['code.epochs', 'many'],
      ['environment.rng', 'dice'],
      ['environment.mood', 'fine'],
      ['data.edits', ['nothing-known']]
    ] as const) {
      expect(withField(NOTHING_DIFFERS, 'later', path, value)).toBe(NOTHING_DIFFERS);
      expect(withField(NOTHING_DIFFERS, 'then', path, value)).toBe(NOTHING_DIFFERS);
    }
  });

  it('to what a drift makes of it leaves the drift in force, to anything else puts it out', () => {
    const drifted = toggledDrift(NOTHING_DIFFERS, 'more-epochs');
    expect(withField(drifted, 'later', 'code.epochs', 101)).toEqual(drifted);
    const by102 = withField(drifted, 'later', 'code.epochs', 102);
    expect(by102).toEqual({ then: {}, drifts: [], later: { 'code.epochs': 102 } });
    expect(withField(by102, 'later', 'code.epochs', 100)).toEqual(NOTHING_DIFFERS);
  });

  it('back to what it was takes away the drift, and the new name that came with it', () => {
    const drifted = toggledDrift(toggledDrift(NOTHING_DIFFERS, 'library-default'), 'rows-reversed');
    expect(withField(drifted, 'later', 'code.l2', 0)).toEqual({
      then: {},
      drifts: ['rows-reversed'],
      later: {}
    });
    expect(withField(drifted, 'later', 'data.edits', [])).toEqual({
      then: {},
      drifts: ['library-default'],
      later: {}
    });
  });

  it('of both runs makes neither differ from the other', () => {
    const { then, later } = pairOf(withField(NOTHING_DIFFERS, 'then', 'code.learningRate', 5));
    expect(then.code.learningRate).toBe(5);
    expect(later).toEqual(then);
  });
});

it('takes any manifest for the re-run, and tells the same one back', () => {
  fc.assert(
    fc.property(anySetup, anyManifest, (setup, manifest) => {
      const after = pairOf(withLater(setup, manifest));
      expect(after.later).toEqual(manifest);
      expect(after.then).toEqual(pairOf(setup).then);
    })
  );
});
