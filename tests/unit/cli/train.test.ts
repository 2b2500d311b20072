import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BASELINE, EDITS, FEATURES, PARTS, type Manifest } from '$lib/experiment';
import { manifestSchema } from '$lib/experiment/manifest-schema';
import { receiptOf } from '$lib/experiment/receipt';
import { bundleOf, openReceipt, readLink } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { train } from '$lib/trainer';
import { baselineReceipt, recordedReceipt } from '../receipt/receipts';
import { withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';
import { trainCommand } from '../../../src/cli/train-command';
import { called, runCommand, type Surroundings } from './command';

const folder = mkdtempSync(join(tmpdir(), 'train-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: string[]) => called(trainCommand, args);

/** The command as npm starts it. */
async function runAlone(args: string[], surroundings?: Surroundings) {
  const { code, stdout, stderr } = await runCommand('train', args, surroundings);
  return { code, stdout, stderr };
}

const printed = (manifest: Manifest) => ({
  code: 0,
  stdout: `${canonicalJson(receiptOf(train(manifest, penguins).record))}\n`
});

const set = (...changes: string[]) => changes.flatMap((change) => ['--set', change]);

describe('the command line', () => {
  it('prints the receipt of the baseline on one line, as verify reads it', async () => {
    const { code, stdout, stderr } = await runAlone([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${canonicalJson(baselineReceipt)}\n`);
    expect(openReceipt(stdout)).toEqual({ ok: true, value: baselineReceipt });
    expect(baselineReceipt.manifest).toEqual(BASELINE);
    expect(baselineReceipt.result).toEqual({
      accuracy: { correct: 85, total: 100 },
      digest: '570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40',
      predictionsDigest: 'caeeca5847dd7f3a164431440e321243e7a47ad7d1101b01791ccb9694f66ab0'
    });
  });

  it('sets numbers, words and lists, with and without quotes', async () => {
    const manifest = withFields({
      'environment.seed': 2026,
      'code.checkpoint': 'best-on-test',
      'data.features': ['body_mass_g', 'bill_depth_mm'],
      'data.edits': ['rows-reversed', 'rows-swapped'],
      'environment.ddof': 1,
      'code.learningRate': 0.05,
      'code.epochs': 7
    });
    const others = [
      'environment.seed=2026',
      'environment.rng=xoshiro128**',
      'code.checkpoint=best-on-test',
      'environment.ddof=1',
      'code.learningRate=5e-2',
      'code.epochs=7'
    ];
    const plain = ['data.features=body_mass_g,bill_depth_mm', 'data.edits=rows-reversed,rows-swapped'];
    const json = [
      'data.features=["body_mass_g", "bill_depth_mm"]',
      'data.edits=["rows-reversed","rows-swapped"]'
    ];
    expect(await run(set(...others, ...plain))).toEqual(printed(manifest));
    expect(await run(set(...others, ...json))).toEqual(printed(manifest));
    expect(await run(set(...others, ...plain, 'data.edits='))).toEqual(
      printed({ ...manifest, data: { ...manifest.data, edits: [] } })
    );
  });

  it('takes notes of the surroundings as they stand, which change nothing but the record', async () => {
    const notes = {
      'code.comment': '["two", words]',
      'environment.name': '123',
      'environment.library': '1.4.1',
      'environment.host': 'true',
      'environment.timeZone': 'Europe/Paris',
      'environment.user': '0'
    };
    const { stdout, ...rest } = await run(set(...Object.entries(notes).map((pair) => pair.join('='))));
    expect({ stdout, ...rest }).toEqual(printed(withFields(notes)));
    expect(JSON.parse(stdout).result).toEqual(baselineReceipt.result);
  });

  it('lets the last of several values for a field count', async () => {
    const { stdout } = await run(set('code.epochs=3', 'code.epochs=2'));
    expect(JSON.parse(stdout).manifest.code.epochs).toBe(2);
  });

  describe('--manifest', () => {
    const manifest = withFields({ 'code.epochs': 3, 'environment.host': 'atlas' });
    const file = join(folder, 'manifest.json');
    writeFileSync(file, `\ufeff${JSON.stringify(manifest, null, 2)}\r\n`);

    it('begins with the manifest of a file, and sets the rest', async () => {
      expect(await run(['--manifest', file])).toEqual(printed(manifest));
      expect(await run(['--manifest', file, '--set', 'code.epochs=2'])).toEqual(
        printed(withFields({ 'code.epochs': 2, 'environment.host': 'atlas' }))
      );
    });

    it('finds it from where the command was called', async () => {
      expect(await runAlone(['--manifest', 'manifest.json'], { calledIn: folder })).toMatchObject(
        printed(manifest)
      );
    });

    it('reads standard input, and a receipt for its manifest', async () => {
      const input = canonicalJson(recordedReceipt);
      expect(await runAlone(['--manifest', '-'], { input })).toMatchObject(printed(recordedReceipt.manifest));
    });

    it.each([
      ['not json', /^The manifest cannot be read: This is not JSON/],
      ['{"version":1}', /^code got nothing, but takes an object with hiddenUnits/],
      ['[]', /^version got nothing|^A manifest is an object/],
      ['{"a":1,"a":2}', /^The manifest cannot be read: "a" is there twice/],
      [' '.repeat(300_000), /^This is larger than 256 KB/]
    ])('refuses %s', async (content, sentence) => {
      writeFileSync(join(folder, 'refused.json'), content);
      await expect(trainCommand(['--manifest', join(folder, 'refused.json')])).rejects.toThrow(sentence);
    });
  });

  it('prints a link instead with --link', async () => {
    const { code, stdout } = await run(['--link']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\/verify#r1\.[\w-]+\n$/);
    expect(readLink(stdout)).toEqual({ ok: true, value: baselineReceipt });
  });

  describe('--bundle', () => {
    const bundle = bundleOf(baselineReceipt, BUNDLE_FILES);

    it('writes the bundle that the page hands out, beside what is printed', async () => {
      mkdirSync(join(folder, 'sub'));
      const file = join('sub', 'run.zip');
      expect(await runAlone(['--bundle', file], { calledIn: folder })).toMatchObject(printed(BASELINE));
      expect(Buffer.compare(readFileSync(join(folder, file)), bundle)).toBe(0);
    });

    it('writes it to standard output in place of the receipt', async () => {
      const { code, bytes } = await runCommand('train', ['--bundle', '-']);
      expect(code).toBe(0);
      expect(Buffer.compare(bytes, bundle)).toBe(0);
    });

    it('overwrites nothing, and leaves no half file', async () => {
      const mine = join(folder, 'mine.zip');
      writeFileSync(mine, 'mine');
      await expect(trainCommand(['--bundle', mine])).rejects.toThrow(
        /mine.zip" is there and is not overwritten: /
      );
      expect(readFileSync(mine, 'utf8')).toBe('mine');
      const nowhere = join(folder, 'no', 'such', 'folder.zip');
      await expect(trainCommand(['--bundle', nowhere])).rejects.toThrow(/folder.zip" cannot be written: /);
      expect(existsSync(join(folder, 'no'))).toBe(false);
    });
  });

  it.each(['--help', '-h'])('explains itself, every field and what it takes, with %s', async (flag) => {
    const { code, stdout } = await run([flag]);
    expect(code).toBe(0);
    for (const part of PARTS) {
      for (const name of Object.keys(manifestSchema.entries[part].entries)) {
        expect(stdout).toContain(`  ${part}.${name} `);
      }
    }
    expect(stdout).toContain('a whole number from 1 to 64 (8)');
    expect(stdout).toContain('a time zone such as "Europe/Paris" (not recorded)');
    expect(stdout).toContain('--set data.edits=rows-reversed,rows-swapped');
    expect(stdout).toContain('--set environment.name=123');
    for (const edit of EDITS) expect(stdout).toContain(`"${edit}"`);
    for (const feature of FEATURES) expect(stdout).toContain(feature);
  });

  it.each<[args: string[], sentence: string]>([
    [['--sed', '1'], 'There is no option --sed; see --help.'],
    [['-x'], 'There is no option -x; see --help.'],
    [['2026'], 'There is no use for "2026"; see --help.'],
    [['two\nlines'], 'There is no use for "two\nlines"; see --help.'],
    [['--set'], '--set takes a value; see --help.'],
    [['--manifest', 'a', '--manifest', 'b'], '--manifest is there twice; see --help.'],
    [['--link', '--bundle', '-'], '--link and --bundle - cannot both be printed.'],
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
    [set('environment.library=1.4'), 'environment.library got "1.4", but takes a version such as "1.4.0".'],
    [
      set('environment.rng=a\nb'),
      'environment.rng got "a\\nb", but takes one of "xoshiro128**", "pcg32", "mt19937".'
    ]
  ])('refuses %j', async (args, sentence) => {
    await expect(trainCommand(args)).rejects.toThrow(new Error(sentence));
  });

  it('says in one line what it refuses, and exits with 2', async () => {
    const outgrown = set('code.l2=1', 'code.learningRate=100');
    const sentence =
      'In epoch 11 the weights outgrew what a number can hold: lower code.learningRate or code.l2.';
    expect(await runAlone(['two\nlines'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no use for "two lines"; see --help.\n'
    });
    expect(await runAlone(outgrown)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  });
});
