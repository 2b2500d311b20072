import { Gathering, type Environment, type Found } from '../environment';
import { NotRead } from '../refusal';

// The grammar is that of PEP 508 for one requirement a line, with what pip adds to it in files: options, hashes,
// editable installs, comments, and lines that go on.
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
// Nothing here may be read in two ways, such as blanks by two parts of a pattern: a long line would take for ever.
const NAMED = `^(${NAME})\\s*(?:\\[[^\\]]*\\]\\s*)?`;
const REQUIREMENT = new RegExp(`${NAMED}(.*)$`, 's');
const DIRECT = new RegExp(`${NAMED}@\\s*(\\S+)\\s*(?:;\\s*(.+))?$`, 's');
const SPECIFIERS =
  /^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+(?:\s*,\s*(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+)*$/;
const PINNED = /^={2,3}\s*([^\s,*]+)$/;
const HASH = /\s--hash[= ]\s*([a-z0-9]+):([0-9a-f]+)/gi;
/** A commit at the end of an address, as after `git+https://…@`. */
const EGG = /[#&]egg=([A-Za-z0-9._-]+)/;

/** The version that the name of a wheel tells; other addresses tell none. */
function versionIn(address: string): string | null {
  const version = /\/[A-Za-z0-9_.]+-([^/-]+)(?:-[^/-]+){3,4}\.whl(?:[?#]|$)/.exec(address)?.[1];
  try {
    return version === undefined ? null : decodeURIComponent(version);
  } catch {
    return null;
  }
}

/** What a requirement of a file is called and found to be; null where the line is none. */
export function requirement(text: string): { readonly name: string; readonly found: Found } | null {
  const hashes = [...text.matchAll(HASH)].map(([, algorithm, digest]) =>
    `${algorithm}:${digest}`.toLowerCase()
  );
  const bare = text.replace(HASH, '').trim();
  const given = DIRECT.exec(bare);
  if (given) {
    const [, name, source, when] = given;
    return {
      name: name!,
      found: { version: versionIn(source!), source: source!, marker: when?.trim() ?? null, hashes }
    };
  }
  const cut = bare.indexOf(';');
  const [what, marker] = cut < 0 ? [bare, null] : [bare.slice(0, cut).trim(), bare.slice(cut + 1).trim()];
  const [, name, rest] = REQUIREMENT.exec(what) ?? [];
  if (name === undefined || rest === undefined) return null;
  const specifiers = rest.replace(/^\((.*)\)$/, '$1').trim();
  if (specifiers !== '' && !SPECIFIERS.test(specifiers)) return null;
  const version = PINNED.exec(specifiers)?.[1] ?? null;
  const wanted = version === null && specifiers !== '' ? specifiers.replace(/\s+/g, '') : null;
  return { name, found: { version, wanted, marker, hashes } };
}

/** A URL or an editable install without a name before it: called by its egg, or by the last part of its path. */
function direct(address: string): { readonly name: string; readonly found: Found } | null {
  const egg = EGG.exec(address)?.[1];
  const path = address
    .split(/[#?]/, 1)[0]!
    .split('/')
    .filter((part) => part !== '');
  const name =
    egg ??
    path
      .at(-1)
      ?.split('@', 1)[0]!
      .replace(/\.git$/, '');
  return !name || name === '.' ? null : { name, found: { source: address } };
}

const OPTION = /^(?:-[a-zA-Z]|--[a-z][a-z-]*)(?:[ =].*)?$/;

/** pip freeze, requirements and constraints. */
export function readRequirements(text: string): Environment {
  const found = new Gathering();
  const lines = text.split(/\r\n?|\n/);
  for (let index = 0; index < lines.length; index++) {
    const start = index;
    const parts = [lines[index]!];
    while (parts.at(-1)!.trimEnd().endsWith('\\') && index + 1 < lines.length) parts.push(lines[++index]!);
    const line = parts.map((part) => part.replace(/\\\s*$/, '')).join(' ');
    const [bare, comment] = [
      line.replace(/(?:^|\s)#(?![a-z]+=).*$/is, '').trim(),
      /(?:^|\s)#(.*)$/s.exec(line)?.[1]
    ];
    if (comment?.trim()) found.note(`comment ${found.about.size}`, comment.trim());
    if (bare === '') continue;
    const editable = /^(?:-e|--editable)[ =]\s*(.+)$/.exec(bare)?.[1];
    if (editable === undefined && OPTION.test(bare)) {
      found.note(bare.split(/[ =]/)[0]!, bare.replace(/^\S+?[ =]\s*/, ''));
      continue;
    }
    const isAddress = /^(?:[a-z+]+:\/\/|\.{0,2}\/)/i.test(editable ?? bare);
    const read = isAddress ? direct(editable ?? bare) : requirement(editable ?? bare);
    if (!read && editable === undefined) throw new NotRead('line', bare, start + 1);
    if (read) found.package(read.name, read.found);
  }
  return found.done('requirements');
}

/** The table that `pip list` prints. */
export function readPipList(text: string): Environment {
  const found = new Gathering();
  const lines = text.split(/\r\n?|\n/);
  const rule = lines.findIndex((line) => /^-{3,}\s+-{3,}/.test(line));
  for (const [index, line] of lines.entries()) {
    if (index <= rule || line.trim() === '' || line.startsWith('[')) continue;
    const [name, version, ...rest] = line.trim().split(/\s+/);
    if (version === undefined) throw new NotRead('line', line.trim(), index + 1);
    found.package(name!, { version, source: rest[0] ?? null });
  }
  return found.done('pip-list');
}
