import { Gathering, type Environment } from '../environment';
import { readJson } from '../json';
import { listAt, textAt, type Tree } from '../tree';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `pkg:pypi/name@version?…` or `pkg:conda/…`; whatever else has a purl is no package of Python. */
function addPurl(found: Gathering, purl: string, hashes: readonly string[]): void {
  const [, type, name, version, rest] =
    /^pkg:(pypi|conda)\/(?:[^/@?#]+\/)*([^/@?#]+)(?:@([^?#]+))?(?:\?([^#]*))?/.exec(purl) ?? [];
  if (name === undefined) return;
  const build = new URLSearchParams(rest ?? '').get('build');
  found.package(decoded(name), {
    version: version === undefined ? null : decoded(version),
    build,
    origin: type === 'conda' ? 'conda' : 'pypi',
    hashes
  });
}

const hashesOf = (each: Tree, list: string, algorithm: string, digest: string): string[] =>
  listAt(each, list).flatMap((hash) => {
    const [name, value] = [textAt(hash, algorithm), textAt(hash, digest)];
    return name !== null && value !== null ? [`${name.replace('-', '').toLowerCase()}:${value}`] : [];
  });

/** CycloneDX in JSON: components may hold components. */
export function readCycloneDx(text: string): Environment {
  const tree = readJson(text);
  const found = new Gathering();
  const open = [...listAt(tree, 'components')].reverse();
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const purl = textAt(each, 'purl');
    if (purl !== null) addPurl(found, purl, hashesOf(each, 'hashes', 'alg', 'content'));
    open.push(...[...listAt(each, 'components')].reverse());
  }
  found.note('serial number', textAt(tree, 'serialNumber'));
  found.note('timestamp', textAt(tree, 'metadata', 'timestamp'));
  return found.done('cyclonedx');
}

/** SPDX 2 in JSON. */
export function readSpdx(text: string): Environment {
  const tree = readJson(text);
  const found = new Gathering();
  for (const each of listAt(tree, 'packages')) {
    for (const reference of listAt(each, 'externalRefs')) {
      const purl = textAt(reference, 'referenceLocator');
      if (textAt(reference, 'referenceType') === 'purl' && purl !== null) {
        addPurl(found, purl, hashesOf(each, 'checksums', 'algorithm', 'checksumValue'));
      }
    }
  }
  found.note('namespace', textAt(tree, 'documentNamespace'));
  found.note('created', textAt(tree, 'creationInfo', 'created'));
  return found.done('spdx');
}
