import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, GENERATORS, PARTS, type Manifest } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { manifestSchema } from '$lib/experiment/manifest-schema';
import { code as listing } from '$lib/lesson/en/code';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { train, TrainingRefused } from '$lib/trainer';
import { exp, tanh } from '$lib/trainer/portable-math';
import { anyManifest, withFields } from '../trainer/manifests';
import { csv, penguins } from '../trainer/penguins';

const SCRIPT = fileURLToPath(new URL('../../../src/lib/receipt/bundle/reproduce.py', import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: string[], input = '', environment: Record<string, string> = {}): Ran {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { input, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const hasPython = run('python3', ['--version']).status === 0;

const reproduce = (...args: string[]): Ran => run('python3', [SCRIPT, ...args]);

/** Runs some Python that finds the script as `reproduce` and its question as `asked`, and prints its `answer`. */
function ask<T>(asked: unknown, python: string): T {
  const program = [
    'import base64, json, sys',
    'sys.path.insert(0, sys.argv[1])',
    'import reproduce',
    'asked = json.load(sys.stdin)',
    python,
    'print(json.dumps(answer))'
  ].join('\n');
  const { status, stdout, stderr } = run('python3', ['-c', program, dirname(SCRIPT)], JSON.stringify(asked));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
}

const scratch = mkdtempSync(join(tmpdir(), 'reproduce-'));
afterAll(() => rmSync(scratch, { recursive: true }));
let folders = 0;

/** A folder with what a bundle has for the script; null leaves a file out. */
function bundle(receipt: unknown, data: string | Uint8Array | null = csv): string {
  const folder = join(scratch, `bundle ${++folders}`);
  mkdirSync(folder);
  const content =
    typeof receipt === 'string' || receipt instanceof Uint8Array ? receipt : JSON.stringify(receipt);
  if (receipt !== null) writeFileSync(join(folder, 'receipt.json'), content);
  if (data !== null) writeFileSync(join(folder, 'penguins.csv'), data);
  return folder;
}

const resultOf = (manifest: Manifest) => {
  const { accuracy, digest, predictionsDigest } = train(manifest, penguins).record;
  return { accuracy, digest, predictionsDigest };
};

/** What this project's trainer gives, or that it refuses. */
const expected = (manifest: Manifest) => {
  try {
    return resultOf(manifest);
  } catch (error) {
    if (error instanceof TrainingRefused) return 'refused';
    throw error;
  }
};

const receiptOf = (manifest: Manifest) => ({
  version: 1,
  trainer: '1',
  manifest,
  result: resultOf(manifest)
});

/** A bundle trained in a blink. */
const QUICK = withFields({ 'code.epochs': 1, 'code.hiddenUnits': 2 }, RECORDED);
const quick = receiptOf(QUICK);
const text = JSON.stringify(quick);

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

/** Weights that double and redouble, one step an epoch, until the logit is infinite and the weights still are not. */
const swelling = (changes: Record<string, unknown>): Manifest =>
  withFields({
    'code.hiddenUnits': 64,
    'code.batchSize': 344,
    'code.learningRate': 100,
    'data.testSize': 300,
    ...changes
  });

/** Manifests whose numbers grow without bound, in one precision and the other. */
const OVERFLOWS = [
  withFields({ 'code.learningRate': 100, 'code.l2': 1 }),
  withFields({ 'code.learningRate': 100, 'code.l2': 1, 'environment.precision': 'float32' }),
  swelling({ 'code.epochs': 339, 'code.l2': 0.09 }),
  swelling({ 'code.epochs': 61, 'code.l2': 0.05, 'environment.precision': 'float32' })
];

/** The last of them, an epoch before it is too late. */
const ALMOST = withFields({ 'code.epochs': 60 }, OVERFLOWS[3]);

const TRAIN = `
data = open(asked["data"], "rb").read()
answer = []
for params in asked["manifests"]:
    try:
        answer.append(reproduce.evaluate_model(reproduce.train_model(data, params)))
    except reproduce.Refused:
        answer.append("refused")
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
        (run) => (run as unknown as Record<string, Record<string, unknown>>)[part][name]
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

const WHERE = hasPython ? 'reproduce.py' : 'reproduce.py (left out: this machine has no python3)';

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
            'Match: the same weights, bit for bit, and the same predictions.',
            '$'
          ].join('\\r?\\n')
        )
      );
    });

    it('for every field, every choice and every edit, and refuses what the trainer refuses', () => {
      const manifests = [BASELINE, RECORDED, ...RUNS, ALMOST, ...OVERFLOWS];
      expect(beside(manifests, retrain(manifests))).toEqual(beside(manifests, manifests.map(expected)));
      expect(new Set(OVERFLOWS.map(expected))).toEqual(new Set(['refused']));
      expect(expected(ALMOST)).not.toBe('refused');
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

    it('notes that the result belongs to a machine', () => {
      const { status, stdout } = reproduce(bundle({ ...quick, manifest: platform }));
      expect([0, 1]).toContain(status);
      expect(stdout).toContain('this result belongs to the machine that made it');
    });
  });

  describe('tells a mismatch by exit code 1, and what differs', () => {
    const wrong = 'f'.repeat(64);
    const { accuracy } = quick.result;
    it.each([
      [{ digest: wrong }, 'Different: weights. The same: accuracy, predictions.'],
      [{ predictionsDigest: wrong }, 'Different: predictions. The same: accuracy, weights.'],
      [
        { accuracy: { ...accuracy, correct: accuracy.correct - 1 } },
        'Different: accuracy. The same: weights, predictions.'
      ],
      [
        { accuracy: { ...accuracy, correct: 0 }, digest: wrong, predictionsDigest: wrong },
        'Different: accuracy, weights, predictions. The same: nothing.'
      ]
    ])('%j', (tampered, verdict) => {
      const { status, stdout, stderr } = reproduce(
        bundle({ ...quick, result: { ...quick.result, ...tampered }, prediction: 'match' })
      );
      expect(stderr).toBe('');
      expect(stdout).toContain(`Mismatch. ${verdict}`);
      expect(status).toBe(1);
    });
  });

  /** A sentence on one line of plain ASCII, and nothing else. */
  const expectRefusal = ({ status, stderr }: Ran, sentence: RegExp) => {
    expect(stderr).toMatch(/^[ -~]+\r?\n$/);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  };

  describe('tells a damaged bundle by exit code 2, in one sentence:', () => {
    it('files that are missing or no files', () => {
      expectRefusal(reproduce(bundle(null)), /receipt\.json cannot be read: No such file/);
      expectRefusal(reproduce(bundle(quick, null)), /penguins\.csv cannot be read: No such file/);
      expectRefusal(reproduce(join(scratch, 'nö\nfölder')), /receipt\.json cannot be read: No such file/);
      const folder = bundle(null);
      mkdirSync(join(folder, 'receipt.json'));
      expectRefusal(reproduce(folder), /receipt\.json cannot be read/);
    });

    it('one broken byte of the data', () => {
      const broken = Buffer.from(csv);
      broken[1000] ^= 1;
      expectRefusal(
        reproduce(bundle(quick, broken)),
        /penguins\.csv is not the data of this run: its SHA-256/
      );
    });

    it.each(OVERFLOWS)('a claim of a run that outgrows its numbers', (manifest) => {
      const accuracy = { correct: 0, total: manifest.data.testSize };
      const claim = { ...quick, manifest, result: { ...quick.result, accuracy } };
      expectRefusal(reproduce(bundle(claim)), /weights outgrow .* no receipt/);
    });

    const field = (path: string, value: unknown): string => {
      const receipt = structuredClone(quick) as Record<string, unknown>;
      const names = path.split('.');
      const last = names.pop() ?? '';
      const inside = names.reduce((part, name) => part[name] as Record<string, unknown>, receipt);
      if (value === undefined) delete inside[last];
      else inside[last] = value;
      return JSON.stringify(receipt);
    };

    const seed = (literal: string) => text.replace('"seed":1', `"seed":${literal}`);

    it.each<[string, string | Uint8Array, RegExp]>([
      ['an empty file', '', /not JSON/],
      ['a text that breaks off', text.slice(0, -9), /not JSON, or not all of it/],
      ['a byte order mark', `\ufeff${text}`, /byte order mark|BOM/],
      ['UTF-16', Buffer.from(text, 'utf16le'), /not JSON/],
      ['Latin-1', Buffer.from(text.replace('Bill', 'B\u00eell'), 'latin1'), /not text in UTF-8/],
      ['zeros', new Uint8Array(100), /not JSON/],
      ['more than 256 KB', ' '.repeat(256 * 1024) + text, /larger than 256 KB/],
      ['deep nesting', '['.repeat(100_000), /nested too deeply/],
      ['deep nesting in a field', field('prediction', 0).replace(/0}$/, `${'{"a":'.repeat(9999)}`), /nested/],
      ['NaN', seed('NaN'), /NaN is no number/],
      ['Infinity', seed('-Infinity'), /-Infinity is no number/],
      [
        'a number beyond all',
        seed('1e999'),
        /environment\.seed is Infinity, but must be a whole number from 0/
      ],
      ['a very long number', seed('9'.repeat(9999)), /environment\.seed is Infinity/],
      ['a boolean for a number', seed('true'), /environment\.seed is true/],
      [
        'a boolean for 0 or 1',
        field('manifest.environment.ddof', false),
        /ddof is false, but must be 0 or 1/
      ],
      ['a fraction', seed('1.5'), /environment\.seed is 1\.5/],
      ['a text for a number', seed('"1"'), /environment\.seed is "1"/],
      ['a field that is there twice', seed('1,"seed":2'), /the field "seed" twice/],
      ['no object', '[]', /the receipt is \[\], but must be an object/],
      ['an unknown version', field('version', 2), /version is 2, but must be 1, the only version/],
      ['an unknown trainer', field('trainer', '2'), /trainer is "2", but must be "1"/],
      ['an unknown manifest version', field('manifest.version', 2), /manifest\.version is 2/],
      ['a missing part', field('manifest.code', undefined), /manifest\.code is missing/],
      ['a missing field', field('result.digest', undefined), /result\.digest is missing/],
      [
        'an unknown field',
        field('manifest.code.momentum', 0.9),
        /manifest\.code has an unknown field "momentum"/
      ],
      [
        'an unknown field outside',
        field('note\u202e\n', 'ö'),
        /the receipt has an unknown field "note\\u202e/
      ],
      ['a value out of range', field('manifest.code.epochs', 1001), /code\.epochs is 1001/],
      [
        'a rate of 0',
        field('manifest.code.learningRate', 0),
        /learningRate is 0, but must be a number from 0\.000001/
      ],
      ['other data', field('manifest.data.sha256', '0'.repeat(64)), /data\.sha256 is "0+/],
      ['one feature', field('manifest.data.features', ['body_mass_g']), /features is \["body_mass_g"\]/],
      ['equal features', field('manifest.data.features', ['body_mass_g', 'body_mass_g']), /two different/],
      ['objects for edits', field('manifest.data.edits', [{}, []]), /edits is \[\{\}, \[\]\]/],
      ['an edit twice', field('manifest.data.edits', ['rows-reversed', 'rows-reversed']), /without repeats/],
      ['a name with a line break', field('manifest.environment.host', 'atlas\n'), /host is "atlas\\n"/],
      ['letters beyond ASCII', field('manifest.environment.user', 'adä'), /user is "ad\\u00e4"/],
      ['an invisible comment', field('manifest.code.comment', 'a\u202eb'), /comment is "a\\u202eb"/],
      ['half a character', text.replace('Bill', '\\ud83d'), /comment is "\\ud83d/],
      ['a null', field('prediction', null), /prediction is null, but must be "match" or "mismatch"/],
      ['a digest in capitals', field('result.digest', 'A'.repeat(64)), /result\.digest is "AAAA/],
      ['too many right', field('result.accuracy', { correct: 101, total: 100 }), /more predictions right/],
      [
        'another number tested',
        field('result.accuracy', { correct: 9, total: 99 }),
        /total is 99, but .* 100/
      ]
    ])('%s', (_, receipt, sentence) => {
      expectRefusal(reproduce(bundle(receipt)), sentence);
    });
  });

  it('reads JSON as JavaScript does', () => {
    const loose = `${text
      .replace('"seed":1', '"seed":1e0')
      .replace('"batchSize":16', '"batchSize":16.0')
      .replace('"ddof":0', '"ddof":-0')
      .replace('Bill', '\\u0042ill')
      .replaceAll(',"', ',\r\n\t"')}\r\n`;
    expect(parseReceipt(loose)).toMatchObject({ ok: true });
    expect(reproduce(bundle(loose))).toMatchObject({ status: 0, stderr: '' });
  });

  it('takes of damaged receipts what the app takes, and throws for none', () => {
    const bytes = Buffer.from(text);
    const at = fc.nat(bytes.length - 1);
    const splice = (start: number, count: number, put: Uint8Array) =>
      Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + count)]);
    const value = fc.oneof(
      fc.jsonValue().map((json) => JSON.stringify(json)),
      fc.constantFrom('NaN', '-0', '1e999', '1.0', '16.0', '"\\ud800"', '[[[]]]', '{"__proto__":1}', '1e-400')
    );
    const mutation = fc.oneof(
      fc.tuple(at, fc.nat(255)).map(([start, byte]) => splice(start, 1, Buffer.of(byte))),
      fc.tuple(at, fc.nat(40)).map(([start, count]) => splice(start, count, Buffer.of())),
      fc.tuple(at, fc.uint8Array({ maxLength: 8 })).map(([start, put]) => splice(start, 0, put)),
      fc.tuple(at, at, fc.nat(60)).map(([to, from, n]) => splice(to, 0, bytes.subarray(from, from + n))),
      fc.tuple(fc.nat(40), value).map(([which, put]) => {
        let index = 0;
        return Buffer.from(
          text.replace(/:("[^"]*"|[\d.]+|\[[^\]]*\])/g, (found) => (index++ === which ? `:${put}` : found))
        );
      })
    );
    const mutants = fc.sample(mutation, 400).map((mutant) => mutant.toString('base64'));
    const answers = ask<string[]>(
      mutants,
      `
answer = []
for mutant in asked:
    try:
        reproduce.parse_receipt(base64.b64decode(mutant))
        answer.append("taken")
    except reproduce.Refused as refusal:
        answer.append("refused" if str(refusal).startswith("receipt.json") else str(refusal))
`
    );
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const taken = (mutant: string) => {
      try {
        return parseReceipt(decoder.decode(Buffer.from(mutant, 'base64'))).ok ? 'taken' : 'refused';
      } catch {
        return 'refused';
      }
    };
    const shown = (results: string[]) =>
      mutants.map((mutant, index) => [results[index], Buffer.from(mutant, 'base64').toString()]);
    expect(shown(answers)).toEqual(shown(mutants.map(taken)));
    expect(new Set(answers)).toEqual(new Set(['taken', 'refused']));
  });

  describe('on the command line', () => {
    it('helps', () => {
      const { status, stdout } = reproduce('--help');
      expect(status).toBe(0);
      expect(stdout).toContain('Exit code: 0 the same result; 1 another result');
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
      expectRefusal(reproduce('--new', own, folder), /cannot be written: File exists/);
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

  it('has a main function that is the lesson’s execution sample', () => {
    const source = readFileSync(SCRIPT, 'utf8');
    const main = /^def main\(.*?(?=^# ----)/ms.exec(source)?.[0] ?? '';
    for (const { text: line } of listing.lines) {
      // With its own arguments, where the sample's stand for more than Python's.
      const call = /^(\w+ = )?\w+\(/.exec(line)?.[0] ?? line;
      expect(main).toContain(/^(run|results)_/.test(line) ? line : call);
    }
    const later = main.slice(main.indexOf('# later, perhaps on another machine'));
    const calls = later.match(/\b(?:load_environment|train_model|evaluate_model|compare)\b/g);
    expect(calls).toEqual(['load_environment', 'train_model', 'evaluate_model', 'compare']);
  });
});
