import type { Part } from '../manifest';
import { fromConda } from './conda-names';
import { NotRead } from './refusal';

/** What is told apart among the things that an environment is made of. */
export type ItemKind = 'package' | 'interpreter' | 'machine' | 'code' | 'parameter' | 'data';

/** One thing of an environment, in normal form. */
export interface Item {
  readonly kind: ItemKind;
  /** Of packages: PEP 503, so that `Foo_bar` and `foo-bar` are one. */
  readonly name: string;
  /** Sorted; several where a lock file chooses by platform or interpreter; none where nothing tells the version. */
  readonly versions: readonly string[];
  /** What stands in place of a version, such as `>=1.20`. */
  readonly wanted: string | null;
  /** What names one build of a version: conda's build string. */
  readonly build: string | null;
  /** Where it came from, where that is not an index: a commit, an address, a folder. */
  readonly source: string | null;
  /** Which kind of package it is, where that is known. */
  readonly origin: 'pypi' | 'conda' | null;
  /** As `algorithm:digest`, sorted. */
  readonly hashes: readonly string[];
  /** When it is installed at all. */
  readonly marker: string | null;
}

export const FORMATS = [
  'requirements',
  'pip-list',
  'pip-inspect',
  'pylock',
  'uv-lock',
  'poetry-lock',
  'pipfile-lock',
  'conda-environment',
  'conda-lock',
  'conda-explicit',
  'conda-list',
  'mlflow',
  'dvc-lock',
  'wandb',
  'collect-env',
  'cyclonedx',
  'spdx'
] as const;

export type FormatId = (typeof FORMATS)[number];

export interface Environment {
  readonly format: FormatId;
  /** By kind and name, in the order in which they were read. */
  readonly items: ReadonlyMap<string, Item>;
  /** What belongs to the file and to nothing in it, such as a lock file's revision. */
  readonly about: ReadonlyMap<string, string>;
  /** Platforms that the file tells apart, and the one that was read; empty and null where there are none. */
  readonly platforms: readonly string[];
  readonly platform: string | null;
}

/** More is no list of packages that anybody has. */
const MOST_ITEMS = 20_000;
const MOST_VERSIONS = 200;

/** PEP 503: runs of `-`, `_` and `.` are one `-`, and case says nothing. */
export const normalName = (name: string): string =>
  name
    .trim()
    .replace(/[-_.]+/g, '-')
    .toLowerCase();

const sorted = (texts: readonly string[]): string[] =>
  texts.length > 1 ? [...new Set(texts)].sort() : [...texts];

export type Found = Partial<Omit<Item, 'kind' | 'name' | 'versions'>> & { readonly version?: string | null };

type Telling = Pick<Item, 'kind' | 'name'> & { readonly found: Found[] };

/** All that is told of one thing, as one. */
function itemOf({ kind, name, found }: Telling): Item {
  const all = (field: 'wanted' | 'build' | 'source' | 'marker'): string | null =>
    sorted(found.flatMap((each) => each[field]?.split(' | ') ?? [])).join(' | ') || null;
  const versions = sorted(found.flatMap(({ version }) => (version ? [version.trim()] : [])));
  if (versions.length > MOST_VERSIONS) throw new NotRead('too-many-versions', name);
  return {
    kind,
    name,
    versions,
    wanted: all('wanted'),
    build: all('build'),
    source: all('source'),
    origin: found.find(({ origin }) => origin)?.origin ?? null,
    hashes: sorted(found.flatMap(({ hashes }) => hashes ?? [])),
    marker: all('marker')
  };
}

/** Gathers what a file tells, and brings it into normal form. */
export class Gathering {
  readonly about = new Map<string, string>();
  platforms: readonly string[] = [];
  platform: string | null = null;
  readonly #told = new Map<string, Telling>();
  #count = 0;

  /** What is told twice is one thing, with all its versions. */
  add(kind: ItemKind, given: string, found: Found = {}): void {
    if (++this.#count > MOST_ITEMS) throw new NotRead('too-many');
    const name = given.trim();
    if (name === '') return;
    const key = `${kind} ${name}`;
    const known = this.#told.get(key);
    if (known) known.found.push(found);
    else this.#told.set(key, { kind, name, found: [found] });
  }

  /** A package; conda has Python as one, and some by another name than PyPI. */
  package(given: string, found: Found = {}): void {
    const name = normalName(given);
    if (name === 'python') this.add('interpreter', name, found);
    else this.add('package', found.origin === 'conda' ? fromConda(name) : name, found);
  }

  /** Something that has a value and no more; nothing where the file does not tell it. */
  value(kind: Exclude<ItemKind, 'package'>, name: string, version: string | null | undefined): void {
    if (version) this.add(kind, name, { version });
  }

  note(name: string, value: string | null | undefined): void {
    if (value) this.about.set(name, value);
  }

  /** What one file of several tells, which may be nothing. */
  part(format: FormatId): Environment {
    const { about, platforms, platform } = this;
    const items = new Map([...this.#told].map(([key, telling]) => [key, itemOf(telling)]));
    return { format, items, about, platforms, platform };
  }

  done(format: FormatId): Environment {
    if (this.#told.size === 0) throw new NotRead('nothing', format);
    return this.part(format);
  }
}

const SECTIONS: Readonly<Record<ItemKind, Part>> = {
  package: 'environment',
  interpreter: 'environment',
  machine: 'environment',
  code: 'code',
  parameter: 'code',
  data: 'data'
};

/** The part of an experiment that a thing belongs to. */
export const sectionOf = ({ kind }: Pick<Item, 'kind'>): Part => SECTIONS[kind];
