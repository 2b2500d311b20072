import type { Environment } from './environment';

/** What one line of a constraints file says. */
export const pinned = (name: string, version: string): string => `${name}==${version}`;

/** The packages of an environment whose version is known, as a file of constraints that pip and uv read. */
export const constraintsOf = ({ items }: Environment): string =>
  [...items.values()]
    .flatMap(({ kind, name, versions }) =>
      kind === 'package' && versions.length === 1 ? [`${pinned(name, versions[0]!)}\n`] : []
    )
    .join('');
