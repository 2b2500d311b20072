import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '$lib/experiment/environment/environment';
import type { GivenFile } from '$lib/experiment/environment/given';
import { readGiven } from '$lib/receipt/given-environment';

const ROOT = 'tests/vectors/environments';

function filesIn(folder: string, below = ''): GivenFile[] {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name) => {
      const path = below === '' ? name : `${below}/${name}`;
      return statSync(join(folder, path)).isDirectory()
        ? filesIn(folder, path)
        : [{ name: path, bytes: new Uint8Array(readFileSync(join(folder, path))) }];
    });
}

/** Names of the files and folders that are real in shape. */
export const SAMPLES: readonly string[] = readdirSync(ROOT)
  .filter((name) => name !== 'golden.json')
  .sort();

export const GOLDEN = JSON.parse(readFileSync(join(ROOT, 'golden.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;

export const sample = (name: string): readonly GivenFile[] =>
  statSync(join(ROOT, name)).isDirectory()
    ? filesIn(join(ROOT, name))
    : [{ name, bytes: new Uint8Array(readFileSync(join(ROOT, name))) }];

export const given = (text: string, name = ''): readonly GivenFile[] => [
  { name, bytes: new TextEncoder().encode(text) }
];

/** The environment in a text; a test that gives one that cannot be read fails. */
export function environmentIn(text: string): Environment {
  const read = readGiven(given(text));
  if (!read.ok) throw new RangeError(`${read.refusal.code} ${read.refusal.about}`);
  return read.value;
}

const shortHash = (hash: string): string => hash.slice(0, 14);

/** An environment as the golden file tells it. */
export const told = ({ format, platform, items }: Environment): unknown => ({
  format,
  platform,
  items: [...items.values()].map(({ kind, name, versions, ...rest }) =>
    [
      kind,
      name,
      versions.join(' / '),
      ...Object.entries(rest).flatMap(([field, value]: [string, string | readonly string[] | null]) => {
        if (value === null || value.length === 0) return [];
        return [`${field} ${typeof value === 'string' ? value : value.map(shortHash).join(' ')}`];
      })
    ].join(' | ')
  )
});
