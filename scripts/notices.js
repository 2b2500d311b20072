/**
 * A Vite plugin: the licences of everything from elsewhere that the site ships, read off what was really bundled,
 * travel with it as `NOTICE.txt`. The project's NOTICE is a copy, which a test holds to it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './run.js';

/** The project's own come first. */
const own = () => ['LICENSE', 'LICENSE-DATA'].map((name) => readFileSync(join(ROOT, name), 'utf8'));

/** The portable exp and log are fdlibm's, which asks for its notice to be kept. It is no package. */
const FDLIBM = `fdlibm 5.3: the constants and polynomials of exp and log

Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.

Developed at SunSoft, a Sun Microsystems, Inc. business.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
preserved.
`;

/** The licences of packages that come without theirs. */
const LICENCES = join(ROOT, 'scripts/licences');

const LICENCE = /^licen[cs]e(\.\w+)?$/i;

/** The folder of the package that a module is part of. @param {string} id */
const packageOf = (id) =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replace('\0', '').replaceAll('\\', '/'))?.[0] ??
  null;

/** Whoever may choose between licences gets the text of each. @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((entry) => LICENCE.test(entry))
    .sort()
    .map((entry) => join(folder, entry));
  // A package may lack the licence that its source has: then it is kept here.
  const kept = join(LICENCES, `${name.replace('/', '-')}.txt`);
  if (files.length === 0 && existsSync(kept)) files.push(kept);
  if (files.length === 0)
    throw new Error(`${name} ${version} (${license}) is shipped and has no licence file to ship with it`);
  const texts = files.map((file) => readFileSync(file, 'utf8').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/**
 * One for the site and, by `also`, one for its workers, which Vite bundles apart and before.
 *
 * @returns {import('vite').Plugin & { also: () => import('vite').Plugin }}
 */
export function notices() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {import('vite').Rolldown.OutputBundle} bundle */
  const collect = (bundle) => {
    for (const output of Object.values(bundle)) {
      const ids = output.type === 'chunk' ? output.moduleIds : output.originalFileNames;
      for (const id of ids) {
        const folder = packageOf(id);
        if (folder) folders.add(resolve(ROOT, folder)); // assets are named from the project's folder
      }
    }
  };
  return {
    name: 'retrace:notices',
    apply: 'build',
    generateBundle(_, bundle) {
      collect(bundle);
      if (this.environment.name !== 'client') return;
      const packages = [...folders].map(noticeOf).sort();
      const source = [...own(), FDLIBM, ...packages].join(`\n${'─'.repeat(72)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'NOTICE.txt', source });
    },
    also: () => ({
      name: 'retrace:notices-of-workers',
      apply: 'build',
      generateBundle: (_, bundle) => collect(bundle)
    })
  };
}
