import type { OpenCauses, Outcome } from '../../experiment/lab';
import {
  commandsFor,
  isCandidate,
  mixtureOf,
  MOST_CANDIDATES,
  restoringConstraints,
  searchOf,
  TOOLS,
  type Candidate,
  type Tool
} from '../../experiment/environment/search';
import { allOf, count, fill } from '../../lesson';

import { compare } from '../../lesson/compare';

/** A search for which difference did it, as the address tells it. */
export interface SearchPlace {
  readonly tool: Tool;
  readonly candidates: readonly Candidate[];
  readonly answers: readonly Outcome[];
}

/** One letter an answer: matches, differs, would not install. */
const LETTERS = { m: false, d: true, u: 'unresolved' } as const satisfies Readonly<Record<string, Outcome>>;

const letterOf = (answer: Outcome): string => (answer === true ? 'd' : answer === false ? 'm' : 'u');

const PREFIX = '#search=';

/** The fragment of the address, such as `#search=uv;md;numpy:1.26.4:2.2.6,scipy::1.10`. A fragment is never sent. */
export const searchFragment = ({ tool, candidates, answers }: SearchPlace): string =>
  `${PREFIX}${tool};${answers.map(letterOf).join('')};${candidates
    .map(({ name, a, b }) => [name, a ?? '', b ?? ''].map(encodeURIComponent).join(':'))
    .join(',')}`;

/** Whether an address is meant to hold a search. */
export const holdsSearch = (fragment: string): boolean => fragment.startsWith(PREFIX);

const LONGEST = 400_000;

/** Reads it from an address; null where it is none, or holds what does not belong into a command. */
export function readSearch(fragment: string): SearchPlace | null {
  if (!holdsSearch(fragment) || fragment.length > LONGEST) return null;
  const [toolGiven, letters, list] = fragment.slice(PREFIX.length).split(';');
  const tool = TOOLS.find((each) => each === toolGiven);
  if (!tool || letters === undefined || list === undefined || !/^[mdu]*$/.test(letters)) return null;
  let candidates: Candidate[];
  try {
    candidates = list.split(',').map((each) => {
      const [name = '', a = '', b = ''] = each.split(':').map(decodeURIComponent);
      return { name, a: a || null, b: b || null };
    });
  } catch {
    return null;
  }
  const names = new Set(candidates.map(({ name }) => name));
  if (names.size < candidates.length || candidates.length > MOST_CANDIDATES) return null;
  if (!candidates.every(isCandidate)) return null;
  return { tool, candidates, answers: [...letters].map((letter) => LETTERS[letter as keyof typeof LETTERS]) };
}

/** Whether a search goes over other differences than these: it stays what it was when other lists are read. */
export const isOfOtherLists = (place: SearchPlace, candidates: readonly Candidate[]): boolean =>
  searchFragment(place) !== searchFragment({ ...place, candidates });

const words = compare.bisect;

/** Longer commands are no longer read, and some command lines do not take them. */
const LONGEST_COMMAND = 1200;

export interface TriedView {
  readonly n: number;
  readonly applied: string;
  readonly answer: string;
}

export interface SearchView {
  readonly tried: readonly TriedView[];
  /** The next try; null at the end. */
  readonly next: {
    readonly title: string;
    readonly applied: string;
    readonly check: string | null;
    readonly names: readonly string[];
    readonly commands: readonly string[];
    /** In place of a long command. */
    readonly file: { readonly name: string; readonly content: string } | null;
  } | null;
  readonly end: {
    readonly headline: string;
    readonly more: readonly string[];
    readonly tries: string;
    readonly constraints: string | null;
  } | null;
}

const answerText = (answer: Outcome): string =>
  words.answers[answer === true ? 'differ' : answer === false ? 'match' : 'unresolved'];

const NAMES_SHOWN = 6;

function someOf(names: readonly string[], total: number): string {
  if (names.length === total) return words.everything;
  if (names.length === 0) return words.nothing;
  return names.length > NAMES_SHOWN
    ? `${names.slice(0, NAMES_SHOWN).join(', ')} … (${names.length})`
    : names.join(', ');
}

function endOf(candidates: readonly Candidate[], causes: OpenCauses<string>): SearchView['end'] {
  const tries = count(words.tries, causes.probes);
  const plain = (headline: string) => ({ headline, more: [], tries, constraints: null });
  if (causes.kind === 'unbroken') return plain(words.unbroken);
  if (causes.kind === 'always-broken') return plain(words.alwaysBroken);
  if (causes.kind === 'untold') return plain(words.cannot);
  const { groups, repair, isProven, untold } = causes;
  const groupNames = groups.map((group) =>
    group.length > 1 ? fill(words.groupOf, { names: allOf(group) }) : (group[0] ?? '')
  );
  const absent = candidates
    .filter(({ name, a }) => a === null && repair.includes(name))
    .map(({ name }) => name);
  return {
    headline: count(words.found, groups.length, { names: allOf(groupNames) }),
    more: [
      fill(isProven ? words.repair : words.unproven, { names: allOf(repair) }),
      ...(absent.length > 0 ? [fill(words.remove, { names: allOf(absent) })] : []),
      ...(untold.length > 0 ? [count(words.untold, untold.length)] : [])
    ],
    tries,
    constraints: restoringConstraints(candidates, repair) || null
  };
}

/** Where the search stands, for the page. */
export function searchView(place: SearchPlace): SearchView {
  const { tool, candidates, answers } = place;
  const total = candidates.length;
  const { asked, search } = searchOf(candidates, answers);
  const tried = asked.map((probe, index) => ({
    n: index + 1,
    applied: someOf(probe.applied, total),
    answer: answerText(answers[index]!)
  }));
  if (search.done) return { tried, next: null, end: endOf(candidates, search.causes) };
  const { applied, phase } = search.probe;
  const mixture = mixtureOf(candidates, applied);
  const commands = commandsFor(tool, mixture);
  const isLong = commands.some((command) => command.length > LONGEST_COMMAND) && tool !== 'conda';
  const name = `try-${answers.length + 1}.txt`;
  const short = commandsFor(tool, { ...mixture, install: [] });
  const install =
    commandsFor(tool, { install: [['x', '1']], remove: [] })[0]?.replace('x==1', `-r ${name}`) ?? '';
  return {
    tried,
    next: {
      title: fill(words.try, { n: answers.length + 1 }),
      applied: count(words.applied, applied.length, { total }),
      check: phase !== 'check' ? null : applied.length === total ? words.check.all : words.check.nothing,
      names: applied,
      commands: isLong ? [...short, install] : commands,
      file: isLong
        ? { name, content: mixture.install.map(([each, version]) => `${each}==${version}\n`).join('') }
        : null
    },
    end: null
  };
}
