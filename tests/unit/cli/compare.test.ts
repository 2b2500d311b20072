import { describe, expect, it } from 'vitest';
import { compareCommand } from '../../../src/cli/compare-command';
import { called, runCommand } from './command';

const VECTORS = 'tests/vectors/environments';

const compare = (...args: string[]) => called(compareCommand, args);

describe('npm run compare', () => {
  it('exits 0 where nothing differs', async () => {
    const { code, stdout } = await compare('--json', `${VECTORS}/uv.lock`, `${VECTORS}/uv.lock`);
    expect([code, stdout]).toEqual([0, '{"formats":["uv-lock","uv-lock"],"differences":[]}\n']);
  });

  it('prints what differs as JSON, and exits 1', async () => {
    const { code, stdout } = await compare('--json', `${VECTORS}/pip-list.txt`, `${VECTORS}/pylock.toml`);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      formats: ['pip-list', 'pylock'],
      differences: [
        {
          section: 'environment',
          name: 'numpy',
          a: '1.26.4',
          b: '1.26.4 / 2.0.0',
          class: 'known',
          known: expect.arrayContaining(['numpy-2.0-nep50', 'numpy-generator-policy']) as unknown
        },
        {
          section: 'environment',
          name: 'birds',
          a: '0.1',
          b: expect.any(String) as unknown,
          class: 'changed',
          known: []
        }
      ]
    });
  });

  it('tells the same to readers, with the source', async () => {
    const { stdout } = await compare(`${VECTORS}/pip-list.txt`, `${VECTORS}/pylock.toml`);
    expect(stdout).toContain(
      '1 of 2 differences are known to be able to change results; 1 of them do so for certain'
    );
    expect(stdout).toContain('https://numpy.org/doc/stable/release/2.0.0-notes.html');
  });

  it('takes folders, and a platform of a conda-lock', async () => {
    expect((await compare('--json', `${VECTORS}/mlflow-run`, `${VECTORS}/wandb-run`)).code).toBe(1);
    const { stdout } = await compare(
      '--json',
      '--platform',
      'osx-arm64',
      `${VECTORS}/conda-lock.yml`,
      `${VECTORS}/explicit.txt`
    );
    expect(stdout).toContain('"1.26.3"');
  });

  it.each([
    ['no file', ['nowhere.txt', 'nowhere.txt']],
    ['one thing only', [`${VECTORS}/uv.lock`]],
    ['what is no list', [`${VECTORS}/golden.json`, `${VECTORS}/uv.lock`]],
    ['standard input twice', ['-', '-']]
  ])('refuses %s', async (_, args) => {
    await expect(compare(...args)).rejects.toThrow(/\S+/);
  });

  it('reads standard input, and exits as its result says when npm starts it', async () => {
    const path = `${VECTORS}/uv.lock`;
    const same = await runCommand('compare', [path, '-'], { input: 'numpy==1.26.4\nbirds==0.1.0\n' });
    expect([same.code, same.stderr]).toEqual([0, '']);
    const none = await runCommand('compare', [path, '-'], { input: 'not a list of anything' });
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('no format known here');
  });
});
