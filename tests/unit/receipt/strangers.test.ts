import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stranger } from '$lib/experiment/stranger';
import { bundleOf, strangersIn } from '$lib/receipt';
import { strangersReport } from '$lib/receipt/strangers';
import { csv } from '../trainer/penguins';
import { anyReceipt, baselineReceipt, recordedReceipt } from './receipts';

const FILES = { data: csv, python: 'print("# python")\n', javascript: '// javascript\n' };
const bundle = unzipSync(bundleOf(baselineReceipt, FILES));

/** What is found in the bundle when some of its files are these. */
const found = (changes: Record<string, string | Uint8Array | null>): readonly Stranger[] => {
  const files: Record<string, Uint8Array> = { ...bundle };
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) delete files[path];
    else files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return strangersIn(zipSync(files), FILES);
};

const withCarriageReturns = (path: string) =>
  strToU8(new TextDecoder().decode(bundle[path]).replaceAll('\n', '\r\n'));

describe('the other files of a bundle', () => {
  it('are all known in every bundle that Retrace makes', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        expect(strangersIn(bundleOf(receipt, FILES), FILES)).toEqual([]);
      }),
      { numRuns: 20 }
    );
  });

  it.each(Object.keys(bundle).filter((path) => path !== 'receipt.json' && path !== 'penguins.csv'))(
    '%s is named when one byte of it is another, and when it is a little longer',
    (path) => {
      const changed = bundle[path]!.slice();
      changed[changed.length >> 1]! ^= 1;
      expect(found({ [path]: changed })).toEqual([{ path, kind: 'changed' }]);
      expect(found({ [path]: Uint8Array.of(...bundle[path]!, 10) })).toEqual([{ path, kind: 'changed' }]);
    }
  );

  it('are told as such when only their line ends were changed', () => {
    expect(found({ 'reproduce.py': withCarriageReturns('reproduce.py') })).toEqual([
      { path: 'reproduce.py', kind: 'line-ends' }
    ]);
    const padded = withCarriageReturns('dvc.yaml');
    padded[0]! ^= 1;
    expect(found({ 'dvc.yaml': padded })).toEqual([{ path: 'dvc.yaml', kind: 'changed' }]);
  });

  it('are named when Retrace has none of that name, in the folder of the bundle or beside it', () => {
    expect(found({ 'setup.py': 'x', 'sub/reproduce.py': 'x' })).toEqual([
      { path: 'setup.py', kind: 'unknown' },
      { path: 'sub/reproduce.py', kind: 'unknown' }
    ]);
    const inFolder = Object.fromEntries(
      Object.entries(bundle).map(([path, bytes]) => [`a/b/${path}`, bytes])
    );
    expect(strangersIn(zipSync({ ...inFolder, 'a/run.sh': strToU8('x') }), FILES)).toEqual([
      { path: 'a/run.sh', kind: 'unknown' }
    ]);
  });

  it('may lack, be written in capitals, and have what macOS adds', () => {
    expect(found({ 'reproduce.py': null, MLproject: null })).toEqual([]);
    expect(found({ 'README.md': null, 'readme.MD': bundle['README.md']! })).toEqual([]);
    expect(found({ '__MACOSX/._reproduce.py': 'x', '.DS_Store': 'x', '.dvc/._config': 'x' })).toEqual([]);
  });

  it('belong to their receipt: those of another run are named', () => {
    const other = unzipSync(bundleOf(recordedReceipt, FILES));
    expect(found({ 'ro-crate-metadata.json': other['ro-crate-metadata.json']! })).toEqual([
      { path: 'ro-crate-metadata.json', kind: 'changed' }
    ]);
  });

  it('are not looked for in what is no bundle', () => {
    expect(strangersIn(strToU8('{}'), FILES)).toEqual([]);
  });

  it('are never unpacked when they are larger than the one that Retrace makes', () => {
    expect(found({ 'reproduce.py': new Uint8Array(3_000_000) })).toEqual([
      { path: 'reproduce.py', kind: 'changed' }
    ]);
  });
});

describe('what a terminal says of them', () => {
  it('is a line for each kind, and nothing when there is nothing to say', () => {
    expect(strangersReport([])).toEqual([]);
    expect(
      strangersReport([
        { path: 'reproduce.py', kind: 'changed' },
        { path: 'a\u202e\u007f.sh', kind: 'unknown' },
        { path: 'dvc.yaml', kind: 'line-ends' }
      ])
    ).toEqual([
      'Not the one that Retrace makes, do not run it: "reproduce.py".',
      'Retrace puts no such file in a bundle, do not run it: "a\\u202e\\u007f.sh".',
      'The same text with other line ends, as Git and editors make them on Windows: "dvc.yaml".'
    ]);
  });

  it('names ten, and counts the rest', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ path: `${index}`, kind: 'unknown' as const }));
    expect(strangersReport(many)[0]).toMatch(/"9" and 4 more\.$/);
  });
});
