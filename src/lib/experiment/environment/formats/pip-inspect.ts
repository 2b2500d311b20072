import { Gathering, type Environment } from '../environment';
import { readJson } from '../json';
import { NotRead } from '../refusal';
import { at, entriesAt, listAt, textAt, type Tree } from '../tree';

/** PEP 610: where a package came from that was not taken from an index. */
function sourceOf(direct: Tree | undefined): string | null {
  const url = textAt(direct, 'url');
  if (url === null) return null;
  const commit = textAt(direct, 'vcs_info', 'commit_id');
  return commit === null ? url : `${textAt(direct, 'vcs_info', 'vcs') ?? 'vcs'}+${url}@${commit}`;
}

/** What is told of a machine by the markers of PEP 508, and what of the interpreter. */
const MACHINE = ['sys_platform', 'platform_machine', 'platform_release', 'platform_version'];

/** `pip inspect`, version 1. */
export function readPipInspect(text: string): Environment {
  const tree = readJson(text);
  const version = textAt(tree, 'version');
  if (version !== '1') throw new NotRead('version', version ?? '');
  const found = new Gathering();
  for (const each of listAt(tree, 'installed')) {
    const name = textAt(each, 'metadata', 'name');
    if (name === null) throw new NotRead('shape', 'installed[].metadata.name');
    const hash = entriesAt(each, 'direct_url', 'archive_info', 'hashes');
    found.package(name, {
      version: textAt(each, 'metadata', 'version'),
      source: sourceOf(at(each, 'direct_url')),
      hashes: hash.flatMap(([algorithm, digest]) =>
        typeof digest === 'string' ? [`${algorithm}:${digest}`] : []
      )
    });
  }
  for (const name of MACHINE) found.value('machine', name, textAt(tree, 'environment', name));
  found.value('interpreter', 'python', textAt(tree, 'environment', 'python_full_version'));
  found.value('interpreter', 'implementation', textAt(tree, 'environment', 'implementation_name'));
  found.note('pip', textAt(tree, 'pip_version'));
  return found.done('pip-inspect');
}
