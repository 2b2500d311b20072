import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, PARTS } from '$lib/experiment';
import { parseManifest } from '$lib/experiment/parse-manifest';
import { manifestSchema } from '$lib/experiment/manifest-schema';
import { train } from '$lib/trainer';
import { withFields } from './manifests';
import { penguins } from './penguins';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command; `leave` closes the reading end of its output before anything was read. */
function run(args: string[], { leave = false } = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/train.ts', ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  if (leave) child.stdout.destroy();
  else child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

const set = (...changes: string[]) => changes.flatMap((change) => ['--set', change]);

describe.concurrent('the command line', { timeout: 30_000 }, () => {
  it('prints the baseline as one line of JSON', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toEqual({
      accuracy: { correct: 85, total: 100 },
      digest: '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40',
      predictionsDigest: 'caeeca5847dd7f3a164431440e321243e7a47ad7d1101b01791ccb9694f66ab0',
      manifest: BASELINE
    });
  });

  it('sets numbers, words and lists', async () => {
    const { code, stdout } = await run(
      set(
        'environment.seed=2026',
        'environment.rng=xoshiro128**',
        'code.checkpoint=best-on-test',
        'data.features=["body_mass_g", "bill_depth_mm"]',
        'code.learningRate=5e-2',
        'code.epochs=7'
      )
    );
    const manifest = withFields({
      'environment.seed': 2026,
      'code.checkpoint': 'best-on-test',
      'data.features': ['body_mass_g', 'bill_depth_mm'],
      'code.learningRate': 0.05,
      'code.epochs': 7
    });
    const { accuracy, digest, predictionsDigest } = train(manifest, penguins).record;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ accuracy, digest, predictionsDigest, manifest });
    expect(parseManifest(JSON.parse(stdout).manifest)).toEqual({ ok: true, value: manifest });
  });

  it('takes notes of the surroundings, which change nothing but the record', async () => {
    const notes = {
      'code.comment': 'two words',
      'environment.library': '1.4.1',
      'environment.host': 'orion',
      'environment.timeZone': 'Europe/Paris',
      'environment.user': 'grace'
    };
    const { code, stdout } = await run(set(...Object.entries(notes).map((pair) => pair.join('='))));
    const { accuracy, digest, predictionsDigest } = train(BASELINE, penguins).record;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ accuracy, digest, predictionsDigest, manifest: withFields(notes) });
  });

  it('lets the last of several values for a field count', async () => {
    const { stdout } = await run(set('code.epochs=3', 'code.epochs=2'));
    expect(JSON.parse(stdout).manifest.code.epochs).toBe(2);
  });

  it.each(['--help', '-h'])('explains itself, every field and what it takes, with %s', async (flag) => {
    const { code, stdout, stderr } = await run([flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of PARTS) {
      for (const name of Object.keys(manifestSchema.entries[part].entries)) {
        expect(stdout).toContain(`  ${part}.${name} `);
      }
    }
    expect(stdout).toContain('a whole number from 1 to 64 (8)');
    expect(stdout).toContain('a time zone such as "Europe/Paris" (not recorded)');
    for (const edit of EDITS) expect(stdout).toContain(`"${edit}"`);
    for (const feature of FEATURES) expect(stdout).toContain(feature);
  });

  it.each<[args: string[], sentence: string]>([
    [['--sed', '1'], 'There is no option --sed; see --help.'],
    [['-x'], 'There is no option -x; see --help.'],
    [['2026'], 'There is no use for "2026"; see --help.'],
    [['two\nlines'], 'There is no use for "two lines"; see --help.'],
    [['--set'], '--set takes a field and its value, such as --set environment.seed=2026.'],
    [set('seed'), '--set got "seed", but takes a field and its value, such as environment.seed=2026.'],
    [set('=3'), '--set got "=3", but takes a field and its value, such as environment.seed=2026.'],
    [
      set('__proto__=3'),
      '--set got "__proto__=3", but takes a field and its value, such as environment.seed=2026.'
    ],
    [['--help=yes'], '--help takes no value.'],
    [
      set('code.seed=1'),
      'code.seed is not a field of a manifest; code takes hiddenUnits, epochs, batchSize, learningRate, l2, checkpoint, comment.'
    ],
    [set('code.epochs=0'), 'code.epochs got 0, but takes a whole number from 1 to 1000.'],
    [set('code.epochs='), 'code.epochs got "", but takes a whole number from 1 to 1000.'],
    [set('environment.library=1.4'), 'environment.library got 1.4, but takes a version such as "1.4.0".'],
    [
      set('environment.rng=a\nb'),
      'environment.rng got "a\\nb", but takes one of "xoshiro128**", "pcg32", "mt19937".'
    ],
    [
      set('code.l2=1', 'code.learningRate=100'),
      'In epoch 11 the weights outgrew what a number can hold: lower code.learningRate or code.l2.'
    ]
  ])('refuses %j in one line', async (args, sentence) => {
    expect(await run(args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });

  it.each([[['--help']], [[]]])('does not mind a reader that has left: %j', async (args) => {
    expect(await run(args, { leave: true })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
