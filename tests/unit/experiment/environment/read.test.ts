import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareEnvironments } from '$lib/experiment/environment/diff';
import { FORMATS } from '$lib/experiment/environment/environment';
import { MAX_BYTES } from '$lib/experiment/environment/given';
import { REFUSALS, type Refusal } from '$lib/experiment/environment/refusal';
import { environmentRefusal } from '$lib/lesson/compare-refusal';
import { readGiven } from '$lib/receipt/given-environment';
import { environmentIn, given, GOLDEN, sample, SAMPLES, told } from './given';

const refusalOf = (text: string): Refusal | null => {
  const read = readGiven(given(text));
  return read.ok ? null : read.refusal;
};

describe('reading each format', () => {
  it.each(SAMPLES)('reads %s as the golden file says', (name) => {
    const read = readGiven(sample(name));
    expect(read.ok && told(read.value)).toEqual(GOLDEN[name]);
  });

  it('has a sample of every format', () => {
    const found = SAMPLES.map((name) => {
      const read = readGiven(sample(name));
      return read.ok ? read.value.format : null;
    });
    expect([...new Set(found)].toSorted()).toEqual([...FORMATS].toSorted());
  });

  it.each(SAMPLES)('reads %s with line ends of Windows, and a mark before it, as the same', (name) => {
    const changed = sample(name).map((file) => ({
      ...file,
      bytes: new TextEncoder().encode(
        `\ufeff${new TextDecoder().decode(file.bytes).replaceAll('\n', '\r\n')}`
      )
    }));
    const read = readGiven(changed);
    expect(read.ok && told(read.value)).toEqual(GOLDEN[name]);
  });

  it.each(['mlflow-run', 'wandb-run'])('reads %s from a zip as from a folder', (name) => {
    const files = Object.fromEntries(sample(name).map((file) => [`run/${file.name}`, file.bytes]));
    const zip = zipSync({ ...files, 'run/model.pkl': new Uint8Array(8) });
    const read = readGiven([{ name: 'run.zip', bytes: zip }]);
    expect(read.ok && told(read.value)).toEqual(GOLDEN[name]);
  });

  it('reads the platform of a conda-lock that is asked for', () => {
    const read = readGiven(sample('conda-lock.yml'), 'osx-arm64');
    expect(read.ok && [read.value.platform, read.value.platforms]).toEqual([
      'osx-arm64',
      ['linux-64', 'osx-arm64']
    ]);
    expect(read.ok && [...read.value.items.values()].map(({ versions }) => versions)).toEqual([['1.26.3']]);
  });

  it('keeps versions as they are written', () => {
    expect(
      environmentIn('dependencies:\n  - tabulate=0.10\n').items.get('package tabulate')?.versions
    ).toEqual(['0.10']);
  });
});

describe('what gives access', () => {
  const SECRET = /ada|ghp_|s3cret/;
  it.each([
    ['an address of a package', 'a @ git+https://ada:s3cret@git.invalid/a.git@0123456'],
    ['a token alone', 'a @ https://ghp_1234@git.invalid/a-1.0-py3-none-any.whl'],
    ['an editable address', '-e git+https://ada:s3cret@git.invalid/a.git#egg=a'],
    ['an index', '--extra-index-url https://ada:s3cret@index.invalid/simple\na==1'],
    ['a comment', 'a==1  # from https://ada:s3cret@index.invalid/simple'],
    [
      'a lock of uv',
      'version = 1\n[[package]]\nname = "a"\nsource = { git = "https://ada:s3cret@git.invalid/a" }'
    ],
    [
      'a remote of code',
      '{"startedAt": "x", "program": "y", "git": {"remote": "https://ghp_1234@git.invalid/a"}}'
    ]
  ])('is left out of %s', (_, text) => {
    const { items, about } = environmentIn(text);
    expect(JSON.stringify([...items, ...about])).not.toMatch(SECRET);
    expect(JSON.stringify([...items, ...about])).toContain('.invalid/');
  });

  it('tells no difference', () => {
    const from = (who: string) => environmentIn(`a @ git+https://${who}git.invalid/a.git@0123456`);
    expect(compareEnvironments(from('ada:s3cret@'), from('')).differences).toEqual([]);
  });
});

describe('refusing', () => {
  const nested = (open: string, close: string, depth = 60) => open.repeat(depth) + close.repeat(depth);
  it.each<[string, string, Partial<Refusal>]>([
    ['nothing', ' \n', { code: 'empty' }],
    [
      'prose',
      'Dear Ada,\nhere are the results that you wanted to see.\nYours, Ben',
      { code: 'unknown-format' }
    ],
    ['a page', '<!doctype html>\n<html><body>404</body></html>', { code: 'unknown-format' }],
    ['a zero byte', 'numpy==1.0\n\0', { code: 'nul', line: 2 }],
    ['half a line', 'numpy==1.0\npandas==\n', { code: 'line', line: 2, about: 'pandas==' }],
    ['half a JSON', '{"pip_version": "1", "version": "1",\n "installed": [{', { code: 'cut-off', line: 2 }],
    ['half a text in JSON', '{"pip_version": "1", "installed": "ab', { code: 'cut-off', line: 1 }],
    ['wrong JSON', '{"pip_version": "1",\n "installed": [}', { code: 'json', line: 2 }],
    [
      'a name twice',
      '{"bomFormat": "CycloneDX",\n "bomFormat": "x"}',
      { code: 'repeated-name', line: 2, about: 'bomFormat' }
    ],
    ['deep JSON', `{"bomFormat": ${nested('[', ']')}}`, { code: 'too-deep' }],
    ['deeper JSON than a stack', `{"bomFormat": ${nested('[', ']', 200_000)}}`, { code: 'too-deep' }],
    ['wrong YAML', 'dependencies:\n  - a\n b: [', { code: 'yaml' }],
    ['an alias in YAML', 'dependencies: &a\n  - numpy\nname: *a', { code: 'alias', line: 3 }],
    [
      'a name twice in YAML',
      'dependencies:\n  - numpy\ndependencies:\n  - pandas',
      { code: 'repeated-name', line: 3 }
    ],
    ['deep YAML', `dependencies: ${nested('[', ']')}`, { code: 'too-deep' }],
    ['deeper YAML than a stack', `dependencies: ${nested('[', ']', 200_000)}`, { code: 'too-deep' }],
    ['wrong TOML', 'version = 1\n[[package]]\nname = \n', { code: 'toml', line: 3 }],
    ['a name twice in TOML', 'version = 1\n[[package]]\nname = "a"\nname = "b"', { code: 'repeated-name' }],
    ['deep TOML', `version = 1\n[[package]]\nname = ${nested('[', ']')}`, { code: 'too-deep' }],
    [
      'a pylock of another version',
      "lock-version = '2.0'\ncreated-by = 'x'",
      { code: 'version', about: '2.0' }
    ],
    ['a uv.lock of another version', 'version = 2\n[[package]]\nname = "a"', { code: 'version', about: '2' }],
    [
      'a package without a name',
      'version = 1\n[[package]]\nversion = "1"',
      { code: 'shape', about: 'package.name' }
    ],
    ['a list without packages', '@EXPLICIT\n', { code: 'nothing' }],
    ['an address that is none', '@EXPLICIT\nnumpy', { code: 'line', line: 2 }]
  ])('%s', (_, text, expected) => {
    const refusal = refusalOf(text);
    expect(refusal).toMatchObject(expected);
    expect(environmentRefusal(refusal!)).toMatch(/^\S.*[.]$/);
    expect(environmentRefusal(refusal!)).not.toContain('?');
  });

  it('what is no text, is in UTF-16, is too large, or is a damaged zip', () => {
    const code = (bytes: Uint8Array) => {
      const read = readGiven([{ name: '', bytes }]);
      return read.ok ? null : read.refusal.code;
    };
    expect(code(new Uint8Array([0x80, 0x81]))).toBe('no-text');
    expect(code(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('utf-16');
    expect(code(new Uint8Array(MAX_BYTES + 1))).toBe('too-large');
    expect(code(new TextEncoder().encode('PK\u0003\u0004 broken'))).toBe('zip');
  });

  it('folders in which nothing is known', () => {
    const read = readGiven([]);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'unknown-folder' } });
  });

  it('more things than anybody has', () => {
    const text = Array.from({ length: 20_001 }, (_, index) => `p${index}==1`).join('\n');
    expect(refusalOf(text)).toMatchObject({ code: 'too-many' });
  });

  it('more versions of one thing than anybody has', () => {
    const text = Array.from({ length: 15_000 }, (_, index) => `numpy==1.${index}`).join('\n');
    expect(refusalOf(text)).toMatchObject({ code: 'too-many-versions', about: 'numpy' });
  });

  // Whatever is read in two ways takes a time that grows with the square of these: none of it would end here.
  const many = (text: string) => text.repeat(200_000);
  it.each([
    ['blanks in a line', `numpy==1\na${many(' ')}b`],
    ['blank lines', `${many('\n')}?`],
    ['brackets', `numpy==1\na${many('[')}`],
    ['lines that go on', `${many('\\\n')}numpy==1`],
    ['marks of comments before a break that is none', `numpy==1${many(' #')}\u2028`],
    ['an address', `http://${many('x')}#\u2028`],
    ['numbers in a version', `numpy==1${many('.0')}.1`],
    ['markers', Array.from({ length: 15_000 }, (_, n) => `numpy==1 ; python_version < "3.${n}"`).join('\n')],
    ['blanks in what torch prints', `PyTorch version: 1\n${many(' ')}x${many(' ')}y`],
    ['blanks in the name of a GPU', `PyTorch version: 1\nGPU 0: x${many(' ')}y`],
    ['hashes', `numpy==1 ${Array.from({ length: 20_000 }, (_, n) => `--hash=sha256:${n}`).join(' ')}`]
  ])('nothing so slowly that it is never done: %s', (_, text) => {
    const read = readGiven(given(text));
    const other = readGiven(given(text.replaceAll('sha256:', 'sha256:1').replace('==1', '==2')));
    if (read.ok && other.ok) compareEnvironments(read.value, other.value);
    expect(read.ok).toBe(other.ok);
  });

  it('has a sentence for every reason', () => {
    for (const code of REFUSALS) expect(environmentRefusal({ code, line: 1, about: 'x' })).toMatch(/\.$/);
  });

  it('takes names that mean something to JavaScript for names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const json = `{"_meta": {}, "default": {${names.map((name) => `"${name}": {"version": "==1"}`).join()}}}`;
    expect([...environmentIn(json).items.values()].map(({ versions }) => versions)).toEqual(
      names.map(() => ['1'])
    );
    const yaml = `stages:\n  __proto__:\n    cmd: a\nschema: '2.0'\n`;
    expect([...environmentIn(yaml).items.keys()]).toEqual(['code __proto__: cmd']);
    expect(({} as Record<string, unknown>).cmd).toBeUndefined();
  });
});
