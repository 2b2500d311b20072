import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '$lib/experiment';
import { bundleName, bundleOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { csv } from '../trainer/penguins';
import { baselineReceipt } from './receipts';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const bundle = bundleOf(baselineReceipt, BUNDLE_FILES);
const files = unzipSync(bundle);
const text = (path: string): string => strFromU8(files[path]!);

describe('a bundle', () => {
  it('holds these files, in this order', () => {
    expect(Object.keys(files)).toEqual([
      'receipt.json',
      'penguins.csv',
      'reproduce.py',
      'reproduce.mjs',
      'README.md',
      'MLproject',
      'python_env.yaml',
      'dvc.yaml',
      '.dvc/config',
      '.gitattributes',
      'ro-crate-metadata.json'
    ]);
    expect(text('receipt.json')).toBe(canonicalJson(baselineReceipt));
    expect(sha256(files['penguins.csv']!)).toBe(BASELINE.data.sha256);
    expect(text('penguins.csv')).toBe(csv);
    expect(text('reproduce.py')).toBe(readFileSync('src/lib/receipt/bundle/reproduce.py', 'utf8'));
  });

  it('is the same bytes every time, in every time zone', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
        process.env.TZ = other;
        expect(sha256(bundleOf(structuredClone(baselineReceipt), { ...BUNDLE_FILES }))).toBe(sha256(bundle));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(bundle.length).toBeLessThan(100_000);
  });

  it('is named after its run', () => {
    expect(bundleName(baselineReceipt)).toBe('retrace-570cce69.zip');
  });

  it('says in its README what it claims, how to check it, and under which licences', () => {
    expect(text('README.md')).toContain('got 85 of 100 penguins right');
    expect(text('README.md')).toContain(baselineReceipt.result.digest);
    for (const word of [
      'python3 reproduce.py',
      'py reproduce.py',
      '--env-manager local',
      'node reproduce.mjs',
      'mlflow run .',
      'dvc repro',
      'CC0 1.0'
    ]) {
      expect(text('README.md')).toContain(word);
    }
    for (const path of Object.keys(files).filter((name) => name !== 'README.md')) {
      expect(text('README.md')).toContain(path);
    }
    expect(text('README.md')).toContain(readFileSync('LICENSE', 'utf8').split('\n')[2]);
    expect(text('README.md')).toContain('Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.');
    expect(text('README.md')).toContain('freely granted, provided that this notice is\npreserved.');
  });

  it('runs as an MLflow project and as a DVC pipeline', () => {
    expect(text('MLproject')).toContain('python_env: python_env.yaml\n');
    expect(text('MLproject')).toMatch(/^entry_points:\n {2}main:\n {4}command: "python reproduce\.py"$/m);
    expect(text('dvc.yaml')).toMatch(/^stages:\n {2}reproduce:\n/);
    const [, listed] = /deps:\n((?: {6}- .+\n)+)/.exec(text('dvc.yaml'))!;
    const dependencies = listed!
      .trim()
      .split(/\n? +- |^- /)
      .filter(Boolean);
    expect(dependencies).toEqual(['penguins.csv', 'receipt.json', 'reproduce.py']);
    for (const path of dependencies) expect(files[path]).toBeDefined();
    expect(text('dvc.yaml')).toMatch(/^ {4}always_changed: true$/m);
  });

  it('keeps its bytes in Git on Windows', () => {
    expect(text('.gitattributes')).toMatch(/^\* -text$/m);
  });
});
