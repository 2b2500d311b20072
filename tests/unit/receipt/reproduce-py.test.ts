import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, GENERATORS, PARTS, type Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { manifestSchema } from '$lib/experiment/manifest-schema';
import { code as listing } from '$lib/lesson/en/lesson/code';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { TrainingDiverged } from '$lib/trainer';
import { exp, tanh } from '$lib/trainer/portable-math';
import { anyManifest, withFields } from '../trainer/manifests';
import { csv } from '../trainer/penguins';
import {
  ask,
  bundle,
  expectRefusal,
  hasPython,
  OVERFLOWS,
  quick,
  QUICK,
  receiptOf,
  reproduce,
  resultOf,
  run,
  scratch,
  SCRIPT,
  WHERE
} from './python';

/** What this project's trainer gives, or that it gives none. */
const expected = (manifest: Manifest) => {
  try {
    return resultOf(manifest);
  } catch (error) {
    if (error instanceof TrainingDiverged) return 'no result';
    throw error;
  }
};

/** Short runs that together use every field, every choice and every edit. */
const RUNS: Manifest[] = (
  [
    { 'environment.rng': 'pcg32', 'code.comment': 'd’après Fisher: 1/√n' },
    { 'environment.rng': 'mt19937', 'environment.library': '1.4.0', 'environment.host': 'atlas' },
    { 'environment.precision': 'float32', 'code.epochs': 20 },
    { 'environment.precision': 'float32', 'code.l2': 0.01, 'environment.gradientChunks': 4 },
    { 'environment.precision': 'float32', 'code.l2': 0.3, 'code.learningRate': 0.7 },
    { 'environment.gradientChunks': 4, 'environment.user': 'ada', 'environment.timeZone': 'UTC' },
    { 'environment.gradientChunks': 64, 'code.batchSize': 344, 'environment.ddof': 1 },
    { 'code.hiddenUnits': 64, 'code.batchSize': 50, 'environment.name': 'v2' },
    { 'code.hiddenUnits': 1, 'code.batchSize': 1, 'code.learningRate': 0.000001 },
    { 'code.learningRate': 100, 'code.epochs': 10 },
    { 'code.l2': 0.01, 'data.splitSeed': 0xffffffff, 'environment.seed': 0xffffffff },
    { 'code.checkpoint': 'best-on-test', 'code.epochs': 30 },
    { 'data.testSize': 1, 'data.features': ['flipper_length_mm', 'bill_depth_mm'] },
    { 'data.testSize': 300, 'data.features': ['body_mass_g', 'bill_length_mm'], 'environment.seed': 0 },
    ...EDITS.map((edit) => ({ 'data.edits': [edit] })),
    { 'data.edits': [...EDITS] },
    { 'data.edits': [...EDITS].reverse() },
    { 'data.edits': ['row-duplicated', 'rows-reversed', 'rows-swapped'] },
    { 'data.edits': ['rows-reversed', 'row-duplicated', 'rows-swapped'] }
  ] as Record<string, unknown>[]
).map((changes) => withFields({ 'code.epochs': 3, ...changes }));

/** The last of the runs that overflow, an epoch before it is too late. */
const ALMOST = withFields({ 'code.epochs': 60 }, OVERFLOWS[3]);

const TRAIN = `
data = open(asked["data"], "rb").read()
answer = []
for params in asked["manifests"]:
    try:
        answer.append(reproduce.evaluate_model(reproduce.train_model(data, params)))
    except reproduce.NoResult:
        answer.append("no result")
`;

/** What the script gives for each manifest, all trained in one process. */
const retrain = (manifests: readonly Manifest[]): unknown[] =>
  ask<unknown[]>({ manifests, data: join(bundle(quick), 'penguins.csv') }, TRAIN);

const beside = (manifests: readonly Manifest[], results: readonly unknown[]) =>
  manifests.map((manifest, index) => ({ manifest, result: results[index] }));

describe('the runs that reproduce.py is tested with', () => {
  it('use every field, every choice and every edit', () => {
    const values = (part: string, name: string) =>
      [...RUNS, BASELINE].map(
        (run) => (run as unknown as Record<string, Record<string, unknown>>)[part]![name]
      );
    const only = ['data.name', 'data.sha256', 'data.target', 'environment.math'];
    for (const part of PARTS) {
      for (const name of Object.keys(manifestSchema.entries[part].entries)) {
        if (only.includes(`${part}.${name}`)) continue;
        expect(new Set(values(part, name).map((value) => JSON.stringify(value))).size, name).toBeGreaterThan(
          1
        );
      }
    }
    expect(values('environment', 'rng')).toEqual(expect.arrayContaining([...GENERATORS]));
    expect(values('data', 'features').flat()).toEqual(expect.arrayContaining([...FEATURES]));
    expect(values('data', 'edits')).toEqual(expect.arrayContaining(EDITS.map((edit) => [edit])));
  });
});

it('has a python3 to test with, wherever the project is checked for everyone', () => {
  // A bare machine may lack it.
  expect(hasPython || !process.env.CI, 'CI needs Python 3.8 or newer, installed as python3').toBe(true);
});

describe.skipIf(!hasPython)(WHERE, () => {
  describe('gives the trainer’s result, bit for bit,', () => {
    it('for the baseline, and says so', () => {
      const { status, stdout, stderr } = reproduce(bundle(receiptOf(BASELINE)));
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout).toMatch(
        new RegExp(
          [
            '^Retraining 100 epochs of 8 hidden units with seed 1 on \\S+ 3\\..*',
            '',
            ' {13}claimed {27}re-run',
            'accuracy {5}85 of 100 {25}85 of 100',
            'weights {6}570cce69ae423c7dba94c98c9047d285  570cce69ae423c7dba94c98c9047d285',
            ' {13}2814f5f58d2eda2dc006dab457e98d40  2814f5f58d2eda2dc006dab457e98d40',
            'predictions  caeeca5847dd7f3a164431440e321243  caeeca5847dd7f3a164431440e321243',
            ' {13}e7a47ad7d1101b01791ccb9694f66ab0  e7a47ad7d1101b01791ccb9694f66ab0',
            '',
            'Identical: the claim holds, down to the last bit.',
            'Weights, predictions and accuracy are all as claimed.',
            'Not checked, because a re-run cannot tell: environment.name.',
            '$'
          ].join('\\r?\\n')
        )
      );
    });

    it('for every field, every choice and every edit, and no result where the trainer gives none', () => {
      const manifests = [BASELINE, RECORDED, ...RUNS, ALMOST, ...OVERFLOWS];
      expect(beside(manifests, retrain(manifests))).toEqual(beside(manifests, manifests.map(expected)));
      expect(new Set(OVERFLOWS.map(expected))).toEqual(new Set(['no result']));
      expect(expected(ALMOST)).not.toBe('no result');
    });

    it('for generated manifests', () => {
      const manifests = fc
        .sample(anyManifest, 20)
        .map((manifest) => withFields({ 'environment.math': 'portable' }, manifest));
      expect(beside(manifests, retrain(manifests))).toEqual(beside(manifests, manifests.map(expected)));
    });

    it('for exp and tanh alone', () => {
      const grid = Array.from({ length: 4001 }, (_, index) => (index - 2000) / 64);
      const edges = [709.782712893384, 709.782712893385, -745.1332191019411, -745.2, -708.4, -720.5, 1, 22];
      const xs = [...grid, ...edges, ...fc.sample(fc.double({ noNaN: true }), 2000)];
      const encode = (values: number[]) => Buffer.from(Float64Array.from(values).buffer).toString('base64');
      const answers = ask<string[]>(
        encode(xs),
        `
from array import array
xs = array("d", base64.b64decode(asked))
answer = [base64.b64encode(array("d", map(f, xs)).tobytes()).decode() for f in (reproduce.exp, reproduce.tanh)]
`
      );
      expect(answers).toEqual([encode(xs.map(exp)), encode(xs.map(tanh))]);
    });
  });

  describe('with the platform’s own math', () => {
    const platform = withFields({ 'environment.math': 'platform' }, QUICK);

    it('computes with Python’s exp and tanh', () => {
      const python = `reproduce.math.exp, reproduce.math.tanh = reproduce.exp, reproduce.tanh\n${TRAIN}`;
      const data = join(bundle(quick), 'penguins.csv');
      expect(ask<unknown[]>({ manifests: [platform], data }, python)).toEqual([quick.result]);
    });
  });

  describe('on the command line', () => {
    it('helps', () => {
      const { status, stdout } = reproduce('--help');
      expect(status).toBe(0);
      expect(stdout).toContain('Exit code: 0 the claim holds; 1 it is refuted');
    });

    it.each([['--verbose'], ['one', 'two'], ['--new']])('refuses %s %s', (...args) => {
      expectRefusal(reproduce(...args), /There is no use for|--new takes/);
    });

    it('looks beside itself unless it is told where', () => {
      const folder = bundle(quick);
      writeFileSync(join(folder, 'reproduce.py'), readFileSync(SCRIPT));
      expect(run('python3', [join(folder, 'reproduce.py')])).toMatchObject({ status: 0, stderr: '' });
    });

    it('makes a run of one’s own, and never writes over another', () => {
      const own = join(scratch, 'my own');
      const changed = {
        ...quick,
        manifest: withFields({ 'environment.seed': 7, 'code.l2': 0.000001 }, QUICK)
      };
      const folder = bundle(changed);
      expect(reproduce(folder).status).toBe(1);
      expect(reproduce('--new', own, folder)).toMatchObject({ status: 0, stderr: '' });
      expect(reproduce(own)).toMatchObject({ status: 0, stderr: '' });
      expect(parseReceipt(readFileSync(join(own, 'receipt.json'), 'utf8'))).toMatchObject({
        ok: true,
        value: receiptOf(changed.manifest)
      });
      expect(readFileSync(join(own, 'penguins.csv'), 'utf8')).toBe(csv);
      // Before it trains: nothing is announced.
      const again = reproduce('--new', own, folder);
      expectRefusal(again, /receipt\.json is there already: name a folder that is new\./);
      expect(again.stdout).toBe('');
      expectRefusal(reproduce('--new', SCRIPT, folder), /is no folder: name one that is new\./);
    });

    it('makes a run of one’s own that is tested on more penguins than the one before', () => {
      const manifest = withFields({ 'data.testSize': 120 }, QUICK);
      const folder = bundle({ ...quick, manifest });
      expectRefusal(reproduce(folder), /total is 100, but manifest\.data\.testSize is 120/);
      const own = join(scratch, 'more tested');
      expect(reproduce('--new', own, folder)).toMatchObject({ status: 0, stderr: '' });
      expect(parseReceipt(readFileSync(join(own, 'receipt.json'), 'utf8'))).toMatchObject({
        ok: true,
        value: receiptOf(manifest)
      });
    });

    it('runs where it is read and not started, as in a notebook', () => {
      const folder = bundle(quick);
      writeFileSync(join(folder, 'reproduce.py'), readFileSync(SCRIPT));
      const read = `import os\nos.chdir(${JSON.stringify(folder)})\nexec(open("reproduce.py").read())`;
      expect(run('python3', ['-c', read])).toMatchObject({ status: 0, stderr: '' });
      // A notebook has arguments of its own, and goes on afterwards.
      const kernel = `import sys, types\nsys.modules["IPython"] = types.ModuleType("IPython")\nsys.argv = ["kernel", "-f", "k.json"]\n`;
      const { status, stdout, stderr } = run('python3', ['-c', `${kernel}${read}\nprint("went on")`]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/\nIdentical: [^\n]+\n(?:[^\n]*\n)*went on\n$/);
    });

    it('advises whoever makes a run that ends without a result', () => {
      const folder = bundle({ ...quick, manifest: withFields({ 'code.epochs': 20 }, OVERFLOWS[0]) });
      expectRefusal(reproduce('--new', join(scratch, 'no result'), folder), /lower code\.learningRate/);
    });

    it('names the engine of a run of one’s own whose result depends on it', () => {
      const own = join(scratch, 'my platform');
      const folder = bundle({ ...quick, manifest: withFields({ 'environment.math': 'platform' }, QUICK) });
      const { status, stdout } = reproduce('--new', own, folder);
      expect(status).toBe(0);
      const receipt = parseReceipt(readFileSync(join(own, 'receipt.json'), 'utf8'));
      expect(receipt).toMatchObject({
        ok: true,
        value: { version: 2, engine: expect.stringMatching(/^\w+ 3\.\S+ on /) }
      });
      expect(stdout).toMatch(/^Claimed by \w+ 3\.\S+ on .*, with the exp and tanh of its platform\.\r?$/m);
    });

    it('works in a terminal that knows nothing but ASCII', () => {
      const args = [SCRIPT, bundle(quick)];
      const ran = run('python3', args, '', {
        PYTHONIOENCODING: 'ascii:strict',
        LC_ALL: 'C',
        PYTHONUTF8: '0'
      });
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toMatch(/^[ -~\r\n]+$/);
    });

    it.skipIf(process.platform === 'win32')('keeps its verdict when nobody reads it', () => {
      const script = '{ python3 "$0" "$1"; echo "exit $?" >&2; } | true';
      const { stderr } = run('sh', ['-c', script, SCRIPT, bundle(quick)]);
      expect(stderr).toBe('exit 0\n');
    });
  });

  it('rounds where exp and tanh of the app do: from ½·ln 2 on, but not just beyond it', () => {
    const [half, boundary] = [0.34657359027997264, 0.3465735912322998];
    const steps = Array.from({ length: 201 }, (_, step) => half + ((boundary - half) * (step - 50)) / 100);
    const values = [...steps, boundary, boundary - 2 ** -54, boundary + 2 ** -54].flatMap((x) => [
      x,
      -x,
      x / 2,
      -x / 2
    ]);
    const answer = ask<number[][]>(values, 'answer = [[reproduce.exp(x), reproduce.tanh(x)] for x in asked]');
    expect(answer).toEqual(values.map((x) => [exp(x), tanh(x)]));
  });

  it('has a main function that is the lesson’s execution sample', () => {
    const source = readFileSync(SCRIPT, 'utf8');
    const main = /^def main\(.*?(?=^# ----)/ms.exec(source)?.[0] ?? '';
    for (const line of Object.values(listing.lines).filter((text) => !text.startsWith('#'))) {
      // With its own arguments, where the sample's stand for more than Python's.
      const call = /^(\w+ = )?\w+\(/.exec(line)?.[0] ?? line;
      expect(main).toContain(/^(run|results)_/.test(line) ? line : call);
    }
    const later = main.slice(main.indexOf('# later, perhaps on another machine'));
    const calls = later.match(/\b(?:load_environment|train_model|evaluate_model|compare)\b/g);
    expect(calls).toEqual(['load_environment', 'train_model', 'evaluate_model', 'compare']);
  });
});
