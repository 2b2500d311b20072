import type { Part } from '../manifest';
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

/** PEP 503: runs of `-`, `_` and `.` are one `-`, and case says nothing. */
export const normalName = (name: string): string =>
  name
    .trim()
    .replace(/[-_.]+/g, '-')
    .toLowerCase();

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

export type Found = Partial<Omit<Item, 'kind' | 'name' | 'versions'>> & { readonly version?: string | null };

const keyOf = (kind: ItemKind, name: string): string => `${kind} ${name}`;

/** Gathers what a file tells, and brings it into normal form. */
export class Gathering {
  readonly items = new Map<string, Item>();
  readonly about = new Map<string, string>();
  platforms: readonly string[] = [];
  platform: string | null = null;

  /** What is told twice is one thing, with all its versions. */
  add(kind: ItemKind, given: string, found: Found = {}): void {
    const name = kind === 'package' ? normalName(given) : given.trim();
    if (name === '') return;
    const key = keyOf(kind, name);
    const known = this.items.get(key);
    const one = (field: 'wanted' | 'build' | 'source' | 'marker'): string | null => {
      const values = sorted(
        [known?.[field], found[field]].flatMap((value) => (value ? value.split(' | ') : []))
      );
      return values.length > 0 ? values.join(' | ') : null;
    };
    this.items.set(key, {
      kind,
      name,
      versions: sorted([...(known?.versions ?? []), ...(found.version ? [found.version.trim()] : [])]),
      wanted: one('wanted'),
      build: one('build'),
      source: one('source'),
      origin: known?.origin ?? found.origin ?? null,
      hashes: sorted([...(known?.hashes ?? []), ...(found.hashes ?? [])]),
      marker: one('marker')
    });
    if (this.items.size > MOST_ITEMS) throw new NotRead('too-many');
  }

  /** A package; conda has Python as one. */
  package(name: string, found: Found = {}): void {
    this.add(normalName(name) === 'python' ? 'interpreter' : 'package', normalName(name), found);
  }

  /** Something that has a value and no more; nothing where the file does not tell it. */
  value(kind: Exclude<ItemKind, 'package'>, name: string, version: string | null | undefined): void {
    if (version) this.add(kind, name, { version });
  }

  note(name: string, value: string | null | undefined): void {
    if (value) this.about.set(name, value);
  }

  done(format: FormatId): Environment {
    const { items, about, platforms, platform } = this;
    if (items.size === 0) throw new NotRead('nothing', format);
    return { format, items, about, platforms, platform };
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
