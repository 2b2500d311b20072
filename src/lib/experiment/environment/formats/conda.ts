import { Gathering, type Environment } from '../environment';
import { NotRead } from '../refusal';
import { at, listAt, textAt, type Tree } from '../tree';
import { readYaml } from '../yaml';
import { requirement } from './requirements';

/** What pip installs within an environment of conda: lines as in requirements. */
export function addPip(found: Gathering, lines: readonly Tree[]): void {
  for (const line of lines) {
    if (typeof line !== 'string' || /^\s*-/.test(line)) continue;
    const read = requirement(line);
    if (!read) throw new NotRead('line', line);
    found.package(read.name, { ...read.found, origin: 'pypi' });
  }
}

/** `name`, `name=1.2`, `name=1.2=build`, `name==1.2`, `channel::name>=1.2`: what an environment.yml may ask for. */
function addSpec(found: Gathering, spec: string): void {
  const [, channel, name, rest] = /^(?:(\S+)::)?([A-Za-z0-9_.-]+)\s*(.*)$/.exec(spec.trim()) ?? [];
  if (name === undefined || rest === undefined) throw new NotRead('line', spec);
  const exact = /^={1,2}\s*([^=\s<>!~*,|]+)(?:\s*=\s*(\S+))?$/.exec(rest.trim());
  found.package(name, {
    version: exact?.[1] ?? null,
    build: exact?.[2] ?? null,
    wanted: exact || rest.trim() === '' ? null : rest.replace(/\s+/g, ''),
    source: channel ?? null,
    origin: 'conda'
  });
}

/** `environment.yml`, and what `conda env export` prints. */
export function readCondaEnvironment(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  for (const each of listAt(tree, 'dependencies')) {
    if (typeof each === 'string') addSpec(found, each);
    else addPip(found, listAt(each, 'pip'));
  }
  found.note('name', textAt(tree, 'name'));
  found.note('prefix', textAt(tree, 'prefix'));
  found.note('channels', listAt(tree, 'channels').join(', '));
  return found.done('conda-environment');
}

/**
 * `conda-lock.yml`, version 1: one platform of it.
 * @param wanted the platform; where the file does not have it, or none is wanted, its first one.
 */
export function readCondaLock(text: string, wanted: string | null): Environment {
  const tree = readYaml(text);
  const version = textAt(tree, 'version');
  if (version !== '1') throw new NotRead('version', version ?? '');
  const packages = listAt(tree, 'package');
  const found = new Gathering();
  found.platforms = [...new Set(packages.flatMap((each) => textAt(each, 'platform') ?? []))].sort();
  found.platform =
    wanted !== null && found.platforms.includes(wanted) ? wanted : (found.platforms[0] ?? null);
  for (const each of packages) {
    if (textAt(each, 'platform') !== found.platform) continue;
    const name = textAt(each, 'name');
    if (name === null) throw new NotRead('shape', 'package.name');
    const hash = at(each, 'hash');
    found.package(name, {
      version: textAt(each, 'version'),
      origin: textAt(each, 'manager') === 'pip' ? 'pypi' : 'conda',
      build: buildIn(textAt(each, 'url')),
      hashes: ['md5', 'sha256'].flatMap((algorithm) => {
        const digest = textAt(hash, algorithm);
        return digest === null ? [] : [`${algorithm}:${digest}`];
      })
    });
  }
  found.note('content-hash', textAt(tree, 'metadata', 'content_hash', found.platform ?? ''));
  return found.done('conda-lock');
}

const FILE = /\/([^/]+)\/([^/]+)-([^-/]+)-([^-/]+)\.(?:conda|tar\.bz2)$/;

/** The build that the address of a conda package ends with. */
const buildIn = (address: string | null): string | null => FILE.exec(address ?? '')?.[4] ?? null;

/** What `conda list --explicit` prints. */
export function readCondaExplicit(text: string): Environment {
  const found = new Gathering();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('@')) continue;
    const platform = /^#\s*platform:\s*(\S+)/.exec(bare)?.[1];
    if (platform) found.platform = platform;
    if (bare.startsWith('#')) continue;
    const [address, hash] = bare.split('#');
    const [, folder, name, version, build] = FILE.exec(address!.trim()) ?? [];
    if (name === undefined) throw new NotRead('line', bare, index + 1);
    if (folder !== 'noarch') found.platform ??= folder ?? null;
    const digest = hash?.replace(/^sha256:/, '').trim();
    found.package(name, {
      version: version!,
      build: build!,
      origin: 'conda',
      hashes: digest ? [`${digest.length > 32 ? 'sha256' : 'md5'}:${digest}`] : []
    });
  }
  return found.done('conda-explicit');
}

/** The table that `conda list` prints. */
export function readCondaList(text: string): Environment {
  const found = new Gathering();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#')) continue;
    const [name, version, build, channel] = bare.split(/\s+/);
    if (version === undefined) throw new NotRead('line', bare, index + 1);
    const isPip = channel === 'pypi';
    found.package(name!, {
      version,
      build: isPip ? null : (build ?? null),
      origin: isPip ? 'pypi' : 'conda'
    });
  }
  return found.done('conda-list');
}
