import { compareEnvironments, differsInSubstance } from '../lib/experiment/environment/diff';
import type { Environment } from '../lib/experiment/environment/environment';
import { isReadInFolders, MAX_BYTES, type GivenFile } from '../lib/experiment/environment/given';
import { plainJson } from '../lib/experiment/plain';
import { environmentRefusal } from '../lib/lesson/compare-refusal';
import { readGiven } from '../lib/receipt/given-environment';
import { readArguments } from './arguments';
import { HELP } from './compare-help';
import { comparisonReport } from './compare-report';
import { readFilesOf } from './source';
import { DONE, refused, say } from './terminal';

const DIFFERENT = 1;

async function open(source: string, platform: string | null): Promise<Environment> {
  const files: readonly GivenFile[] = await readFilesOf(source, isReadInFolders, MAX_BYTES);
  const read = readGiven(files, platform);
  if (!read.ok)
    throw refused('no-environment', {
      source: JSON.stringify(source),
      why: environmentRefusal(read.refusal)
    });
  return read.value;
}

/** @returns the exit code. */
export async function compareCommand(args: string[]): Promise<number> {
  const { flags, values, positionals } = readArguments(args, { json: 'flag', platform: 'value' }, 2);
  if (flags.has('help')) {
    await say(HELP);
    return DONE;
  }
  const [first, second] = positionals;
  if (first === undefined || second === undefined) {
    throw refused('no-environments');
  }
  if (first === '-' && second === '-') throw refused('one-environment-from-input');
  const platform = values.get('platform')?.[0] ?? null;
  const comparison = compareEnvironments(await open(first, platform), await open(second, platform));
  if (flags.has('json')) {
    const differences = comparison.differences.map(({ section, name, a, b, class: kind, known }) => ({
      section,
      name,
      a,
      b,
      class: kind,
      known
    }));
    await say(`${plainJson({ formats: comparison.formats, differences })}\n`);
  } else {
    await say(`${comparisonReport(comparison)}\n`);
  }
  return differsInSubstance(comparison) ? DIFFERENT : DONE;
}
