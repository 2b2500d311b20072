import type { Receipt } from '../../experiment/receipt';
import { digestOf } from '../../trainer/sha256';

/** One file of a bundle, by its path in it. */
export interface BundledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A crate must say when it was published, and a run's bundle is the same bytes whenever it is made: so this is
 * the day on which this kind of bundle was.
 */
const PUBLISHED = '2026-11-23';

/** Source: w3id.org/ro/wfrun/process/0.5, which this crate follows. */
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5';
const MIT = 'https://spdx.org/licenses/MIT';
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';
const PAPER = 'https://doi.org/10.1371/journal.pone.0090081';

const ref = (id: string) => ({ '@id': id });
const entity = (id: string, type: string | string[], properties: object) => ({
  '@id': id,
  '@type': type,
  ...properties
});

const CONTRIBUTORS = entity('#retrace-contributors', 'Organization', { name: 'Retrace contributors' });
const AUTHORS = [
  entity('#gorman', 'Person', { name: 'Kristen B. Gorman' }),
  entity('#williams', 'Person', { name: 'Tony D. Williams' }),
  entity('#fraser', 'Person', { name: 'William R. Fraser' })
];
const PYTHON = entity('#python', 'ComputerLanguage', { name: 'Python', url: 'https://www.python.org/' });
const JAVASCRIPT = entity('#javascript', 'ComputerLanguage', {
  name: 'JavaScript',
  url: 'https://tc39.es/ecma262/'
});

const ours = { license: ref(MIT), author: ref(CONTRIBUTORS['@id']) };
const script = (language: { '@id': string }) => ({ ...ours, programmingLanguage: ref(language['@id']) });

/** What each file is, beyond what its bytes tell. */
const DESCRIBED: Readonly<Record<string, object>> = {
  'receipt.json': {
    name: 'The receipt: a manifest with the result it gave',
    encodingFormat: 'application/json'
  },
  'penguins.csv': {
    name: 'Palmer penguins, 344 rows',
    encodingFormat: 'text/csv',
    license: ref(CC0),
    author: AUTHORS.map(({ '@id': id }) => ref(id)),
    citation: ref(PAPER)
  },
  'reproduce.py': {
    name: 'Retrains the run and compares, in Python',
    encodingFormat: 'text/x-python',
    ...script(PYTHON)
  },
  'reproduce.mjs': {
    name: 'Retrains the run and compares, in Node',
    encodingFormat: 'text/javascript',
    ...script(JAVASCRIPT)
  },
  'README.md': { name: 'How to repeat the run', encodingFormat: 'text/markdown', ...ours },
  MLproject: { name: 'The bundle as an MLflow project', encodingFormat: 'application/yaml', ...ours },
  'python_env.yaml': { name: 'Its Python environment', encodingFormat: 'application/yaml', ...ours },
  'dvc.yaml': { name: 'The bundle as a DVC pipeline', encodingFormat: 'application/yaml', ...ours },
  '.dvc/config': { name: 'DVC’s settings', encodingFormat: 'text/plain', ...ours },
  '.gitattributes': { name: 'Git’s settings', encodingFormat: 'text/plain', ...ours }
};

const isScript = (path: string): boolean => path === 'reproduce.py' || path === 'reproduce.mjs';

const fileEntity = ({ path, bytes }: BundledFile) =>
  entity(path, isScript(path) ? ['File', 'SoftwareSourceCode'] : 'File', {
    ...DESCRIBED[path],
    contentSize: String(bytes.length),
    sha256: digestOf(bytes)
  });

/**
 * The metadata of a bundle as an RO-Crate. Source: w3id.org/ro/crate/1.1; `sha256` is schema.org's, and newer
 * than the crate's own context, so it is named beside it.
 */
export function roCrate({ manifest, result, trainer }: Receipt, files: readonly BundledFile[]): string {
  const { code, environment } = manifest;
  const { user } = environment;
  const runner = user === undefined ? [] : [entity('#user', 'Person', { name: user })];
  const { correct, total } = result.accuracy;
  const graph = [
    entity('ro-crate-metadata.json', 'CreativeWork', {
      conformsTo: ref('https://w3id.org/ro/crate/1.1'),
      about: ref('./')
    }),
    entity('./', 'Dataset', {
      conformsTo: ref(PROFILE),
      name: `A training run that can be repeated: ${result.digest}`,
      description: `One training of a small neural network on the Palmer penguins, which got ${correct} of ${total} right, with everything that it takes to repeat it to the last bit. A receipt has no date: the date published is that of this kind of bundle.`,
      datePublished: PUBLISHED,
      publisher: ref(CONTRIBUTORS['@id']),
      license: ref(MIT),
      creator: ref((runner[0] ?? CONTRIBUTORS)['@id']),
      hasPart: files.map(({ path }) => ref(path)),
      mentions: ref('#run')
    }),
    ...files.map(fileEntity),
    entity('#run', 'CreateAction', {
      name: 'The training that the receipt tells of',
      // The profile would have an endTime. A receipt has no date, and a made-up one would be a false claim.
      description: `${code.epochs} epochs of ${code.hiddenUnits} hidden units with seed ${environment.seed}; everything else that it depended on is in receipt.json. When it ended was not recorded, so no endTime is stated: the same run gives the same receipt, whenever it is made.`,
      object: ref('penguins.csv'),
      result: ref('receipt.json'),
      instrument: ref('#retrace'),
      ...(runner[0] && { agent: ref(runner[0]['@id']) })
    }),
    entity(PROFILE, 'CreativeWork', { name: 'Process Run Crate', version: '0.5' }),
    entity('#retrace', 'SoftwareApplication', { name: 'Retrace', softwareVersion: `trainer ${trainer}` }),
    ...runner,
    CONTRIBUTORS,
    ...AUTHORS,
    PYTHON,
    JAVASCRIPT,
    entity(PAPER, 'ScholarlyArticle', {
      name: 'Ecological sexual dimorphism and environmental variability within a community of Antarctic penguins (genus Pygoscelis)',
      author: AUTHORS.map(({ '@id': id }) => ref(id))
    }),
    entity(MIT, 'CreativeWork', {
      name: 'MIT License',
      description: 'Use, copy, change and pass on, with this notice; no warranty.'
    }),
    entity(CC0, 'CreativeWork', {
      name: 'CC0 1.0 Universal',
      description: 'Dedicated to the public domain: no rights reserved.'
    })
  ];
  const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'http://schema.org/sha256' }];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}
