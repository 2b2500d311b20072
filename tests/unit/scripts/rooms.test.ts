import { ESLint, type Linter } from 'eslint';
import ts from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * A lint rule that never reports looks just like clean code, for instance when the resolver stops
 * understanding `$lib`. So the rules that hold the architecture are themselves tested, on text that
 * pretends to lie where `path` says.
 */
let eslint: ESLint;

beforeAll(async () => {
  // Text that lies nowhere has no types to ask.
  eslint = new ESLint({ overrideConfig: ts.configs.disableTypeChecked as Linter.Config });
  await eslint.lintText('', { filePath: 'src/lib/experiment/probe.ts' }); // the first one loads parsers
}, 60_000);

async function rulesBrokenBy(path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  return result!.messages.map((message) => message.ruleId);
}

const ROOMS = 'boundaries/dependencies';

describe('the order of the rooms', () => {
  it.each([
    ['a relative path', 'src/lib/experiment/probe.ts', "export { a } from '../trainer/protocol';"],
    ['the $lib alias', 'src/lib/experiment/probe.ts', "export { a } from '$lib/trainer/protocol';"],
    ['a type import', 'src/lib/experiment/probe.ts', "export type { A } from '$lib/trainer/protocol';"],
    ['a dynamic import', 'src/lib/experiment/probe.ts', "export const a = import('$lib/trainer/protocol');"],
    ['a route', 'src/lib/trainer/probe.ts', "export { default } from '../../routes/+page.svelte';"],
    ['the command line', 'src/cli/probe.ts', "export { default } from '../routes/+page.svelte';"],
    ['a neighbour', 'src/lib/machine/probe.ts', "export { a } from '../receipt/link';"],
    ['a receipt', 'src/lib/receipt/probe.ts', "export { a } from '../browser/storage';"],
    [
      'a Svelte file',
      'src/lib/experiment/Probe.svelte',
      '<script lang="ts">import { a } from \'$lib/trainer/protocol\';</script>{a}'
    ]
  ])('refuses an import from above, through %s', async (_, path, text) => {
    expect(await rulesBrokenBy(path, text)).toEqual([ROOMS]);
  });

  it.each([
    ['a relative path', 'src/lib/trainer/probe.ts', "export { a } from '../experiment';"],
    ['the $lib alias', 'src/lib/trainer/probe.ts', "export { a } from '$lib/experiment';"],
    ['the same room', 'src/lib/experiment/probe.ts', "export { a } from './diff';"],
    ['the command line', 'src/cli/probe.ts', "export { a } from '../lib/trainer/protocol';"],
    ['the verifier', 'src/cli/probe.ts', "export { a } from '../lib/receipt/link';"],
    ['a page', 'src/lib/browser/probe.ts', "export { a } from '../receipt/link';"],
    ['a package', 'src/lib/experiment/probe.ts', "export { object } from 'valibot';"],
    [
      'a Svelte file',
      'src/lib/components/Probe.svelte',
      '<script lang="ts">import { a } from \'$lib/trainer/protocol\';</script>{a}'
    ]
  ])('allows an import from below, through %s', async (_, path, text) => {
    expect(await rulesBrokenBy(path, text)).toEqual([]);
  });

  it('refuses a folder that is no room', async () => {
    expect(await rulesBrokenBy('src/lib/attic/probe.ts', 'export const a = 1;')).toEqual([
      'boundaries/no-unknown-files'
    ]);
  });
});

describe('the training path', () => {
  it('refuses math on which engines disagree', async () => {
    const text = 'export const a = Math.exp(1);';
    expect(await rulesBrokenBy('src/lib/trainer/probe.ts', text)).toEqual(['no-restricted-syntax']);
  });

  it('allows math on which they agree', async () => {
    const text = 'export const a = Math.sqrt(2);';
    expect(await rulesBrokenBy('src/lib/trainer/probe.ts', text)).toEqual([]);
  });

  it('refuses the clock', async () => {
    const text = 'export const a = Date.now();';
    expect(await rulesBrokenBy('src/lib/trainer/probe.ts', text)).toEqual(['no-restricted-globals']);
  });
});
