import { Gathering, type Environment } from '../environment';
import { readJson } from '../json';
import { NotRead } from '../refusal';
import { readToml } from '../toml';
import { at, entriesAt, listAt, textAt, type Tree } from '../tree';

const nameOf = (tree: Tree, where: string): string => {
  const name = textAt(tree, 'name');
  if (name === null) throw new NotRead('shape', where);
  return name;
};

/** A hash that names its algorithm, as `sha256:…`. */
const hashIn = (tree: Tree): string[] => {
  const hash = textAt(tree, 'hash') ?? (typeof tree === 'string' ? tree : null);
  return hash?.includes(':') ? [hash] : [];
};

const hashesIn = (tree: Tree | undefined): string[] =>
  entriesAt(tree, 'hashes').flatMap(([algorithm, digest]) =>
    typeof digest === 'string' ? [`${algorithm}:${digest}`] : []
  );

/** `pylock.toml`, PEP 751. */
export function readPylock(text: string): Environment {
  const tree = readToml(text);
  const version = textAt(tree, 'lock-version');
  if (version === null || !/^1(?:\.|$)/.test(version)) throw new NotRead('version', version ?? '');
  const found = new Gathering();
  for (const each of listAt(tree, 'packages')) {
    const commit = textAt(each, 'vcs', 'commit-id');
    found.package(nameOf(each, 'packages.name'), {
      version: textAt(each, 'version'),
      marker: textAt(each, 'marker'),
      source: commit
        ? `${textAt(each, 'vcs', 'url') ?? textAt(each, 'vcs', 'path') ?? ''}@${commit}`
        : (textAt(each, 'directory', 'path') ?? textAt(each, 'archive', 'url')),
      hashes: [at(each, 'archive'), at(each, 'sdist'), ...listAt(each, 'wheels')].flatMap(hashesIn)
    });
  }
  found.note('created-by', textAt(tree, 'created-by'));
  found.note('requires-python', textAt(tree, 'requires-python'));
  return found.done('pylock');
}

/** `uv.lock`, version 1. */
export function readUvLock(text: string): Environment {
  const tree = readToml(text);
  const version = textAt(tree, 'version');
  if (version !== '1') throw new NotRead('version', version ?? '');
  const found = new Gathering();
  for (const each of listAt(tree, 'package')) {
    const source = ['git', 'url', 'path', 'directory', 'editable', 'virtual'].find((kind) =>
      textAt(each, 'source', kind)
    );
    const markers = listAt(each, 'resolution-markers').filter((marker) => typeof marker === 'string');
    found.package(nameOf(each, 'package.name'), {
      version: textAt(each, 'version'),
      source: source ? `${source}+${textAt(each, 'source', source)}` : null,
      marker: markers.length > 0 ? markers.join(' or ') : null,
      hashes: [at(each, 'sdist') ?? null, ...listAt(each, 'wheels')].flatMap(hashIn)
    });
  }
  found.note('revision', textAt(tree, 'revision'));
  found.note('requires-python', textAt(tree, 'requires-python'));
  return found.done('uv-lock');
}

/** `poetry.lock`, of version 1 or 2. */
export function readPoetryLock(text: string): Environment {
  const tree = readToml(text);
  const version = textAt(tree, 'metadata', 'lock-version');
  if (version !== null && !/^[12](?:\.|$)/.test(version)) throw new NotRead('version', version);
  const found = new Gathering();
  for (const each of listAt(tree, 'package')) {
    const commit = textAt(each, 'source', 'resolved_reference');
    const markers =
      textAt(each, 'markers') ??
      entriesAt(each, 'markers')
        .map(([group, marker]) => `${group}: ${String(marker)}`)
        .join(' | ');
    found.package(nameOf(each, 'package.name'), {
      version: textAt(each, 'version'),
      marker: markers || null,
      source: commit ? `${textAt(each, 'source', 'url') ?? ''}@${commit}` : null,
      hashes: listAt(each, 'files').flatMap(hashIn)
    });
  }
  found.note('content-hash', textAt(tree, 'metadata', 'content-hash'));
  found.note('lock-version', version);
  found.note('generated-by', /^# (.*@generated.*)/.exec(text)?.[1]);
  return found.done('poetry-lock');
}

/** `Pipfile.lock`. */
export function readPipfileLock(text: string): Environment {
  const tree = readJson(text);
  const found = new Gathering();
  for (const group of ['default', 'develop']) {
    for (const [name, each] of entriesAt(tree, group)) {
      const commit = textAt(each, 'ref');
      const specifier = textAt(each, 'version');
      const isPinned = specifier?.startsWith('==') ?? false;
      found.package(name, {
        version: isPinned ? specifier!.replace(/^={2,3}/, '') : null,
        wanted: isPinned || specifier === '*' ? null : specifier,
        marker: textAt(each, 'markers'),
        source: commit
          ? `git+${textAt(each, 'git') ?? ''}@${commit}`
          : (textAt(each, 'path') ?? textAt(each, 'file')),
        hashes: listAt(each, 'hashes').flatMap((hash) => (typeof hash === 'string' ? [hash] : []))
      });
    }
  }
  found.value('interpreter', 'python', textAt(tree, '_meta', 'requires', 'python_version'));
  found.note('content-hash', textAt(tree, '_meta', 'hash', 'sha256'));
  return found.done('pipfile-lock');
}
