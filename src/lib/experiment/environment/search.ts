import { searchThrough, type Outcome } from '../delta-debugging';
import type { Comparison } from './diff';
import { normalName } from './environment';
import { toConda } from './conda-names';
import { pinned } from './write';

/** A package that can be had in the version of either side; null where that side does not have it. */
export interface Candidate {
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
}

export const TOOLS = ['uv', 'pip', 'conda'] as const;

export type Tool = (typeof TOOLS)[number];

/** Enough for any environment, and soon searched through. */
export const MOST_CANDIDATES = 2000;

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const VERSION = /^[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*$/;

/**
 * Whether a name and its versions can stand in a command as they are: whatever else a list, or a link, holds would
 * be read by the shell that it is pasted into.
 */
export const isCandidate = ({ name, a, b }: Candidate): boolean =>
  NAME.test(name) &&
  name === normalName(name) &&
  name.length <= 100 &&
  a !== b &&
  [a, b].every((version) => version === null || (VERSION.test(version) && version.length <= 60));

/** What of a comparison can be tried out by installing it, what is known to matter first; and how much cannot. */
export function candidatesOf({ differences }: Comparison): {
  readonly candidates: readonly Candidate[];
  readonly leftOut: number;
} {
  const packages = differences.filter(
    (difference) => difference.kind !== 'file' && difference.class !== 'noise'
  );
  const candidates = packages
    .filter(
      ({ kind, class: found, step }) =>
        kind === 'package' && found !== 'build' && (step !== null || found.startsWith('only'))
    )
    .map(({ name, a, b }) => ({ name, a, b }))
    .filter(isCandidate)
    .slice(0, MOST_CANDIDATES);
  return { candidates, leftOut: packages.length - candidates.length };
}

/** What the next test installs, and what must not be there for it. */
export interface Mixture {
  readonly install: readonly (readonly [name: string, version: string])[];
  readonly remove: readonly string[];
}

/** The environment with these of the candidates as in the second list, and all others as in the first. */
export function mixtureOf(candidates: readonly Candidate[], applied: readonly string[]): Mixture {
  const later = new Set(applied);
  const wanted = candidates.map(({ name, a, b }) => [name, later.has(name) ? b : a] as const);
  return {
    install: wanted.flatMap(([name, version]) => (version === null ? [] : [[name, version] as const])),
    remove: wanted.flatMap(([name, version]) => (version === null ? [name] : []))
  };
}

const INSTALL: Readonly<Record<Tool, string>> = {
  uv: 'uv pip install',
  pip: 'python -m pip install',
  conda: 'conda install --yes'
};

const REMOVE: Readonly<Record<Tool, string>> = {
  uv: 'uv pip uninstall',
  pip: 'python -m pip uninstall --yes',
  conda: 'conda remove --yes'
};

/** The commands that make an environment such a mixture, whatever of these packages it has now. */
export function commandsFor(tool: Tool, { install, remove }: Mixture): string[] {
  const [pin, nameOf] = tool === 'conda' ? ['=', toConda] : ['==', (name: string) => name];
  return [
    ...(remove.length > 0 ? [`${REMOVE[tool]} ${remove.map(nameOf).join(' ')}`] : []),
    ...(install.length > 0
      ? [`${INSTALL[tool]} ${install.map(([name, version]) => `${nameOf(name)}${pin}${version}`).join(' ')}`]
      : [])
  ];
}

/** Where a search stands after these answers, and what was asked for each of them. */
export const searchOf = (
  candidates: readonly Candidate[],
  answers: readonly Outcome[]
): ReturnType<typeof searchThrough<string>> =>
  searchThrough(
    candidates.map(({ name }) => name),
    answers
  );

/** A file of constraints that puts back what the search found to be enough. Without those that were not there. */
export function restoringConstraints(candidates: readonly Candidate[], repair: readonly string[]): string {
  const back = new Set(repair);
  return candidates
    .flatMap(({ name, a }) => (back.has(name) && a !== null ? [`${pinned(name, a)}\n`] : []))
    .join('');
}
