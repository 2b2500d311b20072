import type { AspectId } from '../../../experiment/environment/aspects';
import type { DifferenceClass } from '../../../experiment/environment/diff';
import type { FormatId } from '../../../experiment/environment/environment';
import type { KnownChange } from '../../../experiment/environment/known-changes';
import type { Part } from '../../../experiment/manifest';
import type { Step } from '../../../experiment/environment/versions';

const formats: Readonly<Record<FormatId, string>> = {
  requirements: 'requirements or pip freeze',
  'pip-list': 'pip list',
  'pip-inspect': 'pip inspect',
  pylock: 'pylock.toml',
  'uv-lock': 'uv.lock',
  'poetry-lock': 'poetry.lock',
  'pipfile-lock': 'Pipfile.lock',
  'conda-environment': 'environment.yml of conda',
  'conda-lock': 'conda-lock.yml',
  'conda-explicit': 'conda list --explicit',
  'conda-list': 'conda list',
  mlflow: 'MLflow',
  'dvc-lock': 'dvc.lock',
  wandb: 'Weights & Biases',
  'collect-env': 'torch collect_env',
  cyclonedx: 'CycloneDX',
  spdx: 'SPDX'
};

const sections: Readonly<Record<Part, string>> = { code: 'Code', data: 'Data', environment: 'Environment' };

const classes: Readonly<Record<DifferenceClass, string>> = {
  known: 'Known to be able to change results',
  changed: 'Changed, and nothing is on record',
  'only-a': 'Only in the first',
  'only-b': 'Only in the second',
  build: 'Same version, other build or hash',
  noise: 'Noise'
};

const steps: Readonly<Record<Step, string>> = {
  major: 'major',
  minor: 'minor',
  patch: 'patch',
  local: 'local build',
  other: 'other'
};

const effects: Readonly<Record<KnownChange['effect'], string>> = {
  certain: 'changes results for certain, where it matters',
  likely: 'likely to change results, where it matters',
  possible: 'can change results'
};

/** What lists may leave out: what it is, and what is at stake. The commands stand in the view. */
const aspects: Readonly<Record<AspectId, { readonly name: string; readonly why: string }>> = {
  commit: { name: 'Commit of the code', why: 'Without it nobody knows which code ran.' },
  data: {
    name: 'Hash of the data',
    why: 'A file of the same name can hold other rows, or the same rows in another order.'
  },
  python: { name: 'Version of Python', why: 'It decides about hashing, sorting and the random module.' },
  versions: {
    name: 'Exact version of every package',
    why: 'A range such as >=2.0 means another version next month.'
  },
  hashes: {
    name: 'Hash or build of every package',
    why: 'One version can have several builds, and builds can differ in their bits.'
  },
  system: {
    name: 'Operating system',
    why: 'Wheels for Linux, macOS and Windows are built with other libraries.'
  },
  cpu: {
    name: 'Model of the processor',
    why: 'On one machine, with every version equal, another processor’s kernels changed the bits of 23 of 47 scikit-learn fits: more than any change of version that was tried.'
  },
  blas: {
    name: 'BLAS, the library that multiplies matrices',
    why: 'OpenBLAS, MKL and Accelerate add up in another order.'
  },
  threads: {
    name: 'Number of threads',
    why: 'With 1 thread in place of 2, the bits of 1 of 47 scikit-learn fits changed.'
  },
  gpu: { name: 'Model of the GPU', why: 'Equal bits are promised on the same kind of GPU only.' },
  cuda: { name: 'Version of CUDA', why: 'Equal bits are promised within one version only.' }
};

/** Project: two environments of the reader's own. */
export const compare = {
  title: 'Project: compare two environments',
  description:
    'Drop two lists of packages. See what differs, what of it is known to be able to change results, and find out which difference did. Nothing is uploaded.',
  skip: 'Skip to the two lists',
  intro:
    'Two runs disagree, and you have a list of packages for each? Give both lists here: you see what differs, what of it is known to be able to change results, and how to find out which difference did.',
  noScript:
    'This page reads files with JavaScript, which is off here. Below you read how it works; the command line does the same.',
  plain: [
    'Take what you have of two runs: pip freeze, a lock file of uv, Poetry, Pipenv or conda, a run of MLflow or Weights & Biases, dvc.lock, what torch’s collect_env prints, or an SBOM. Both are brought into one form, so that order, case and comments do not count.',
    'Every difference is looked up in a list of more than 200 changes, each with its source, that are known to be able to change results. Without an entry a difference is unknown, not harmless. Known does not mean guilty: it can change results, and whether it did is found by trying.',
    'Trying is a search: install half of the differences, run the training, and say whether it matches. One cause among 100 changed packages takes about 13 tries. On the command line: npm run -s compare -- a.txt b.txt'
  ],

  open: {
    title: 'Two lists',
    sides: ['First: the run that you trust', 'Second: the run that differs'],
    drop: 'Drop a file here',
    dropping: 'Drop it: one file is read as the next list, two as both',
    choose: 'Choose a file',
    folder: 'Choose a folder',
    paste: 'or paste a list',
    placeholder: 'numpy==1.26.4',
    submit: 'Read the pasted list',
    reading: 'Reading…',
    read: { one: '{format}: {n} thing', other: '{format}: {n} things' },
    pasted: 'pasted text',
    platform: 'Platform',
    clear: 'Remove',
    swap: 'Swap the two',
    examples: 'Nothing at hand? Try a pair:',
    example: { year: 'A year of upgrades', gpu: 'Another GPU' },
    unreadable: 'This could not be opened. Choose a folder with its own button, or zip it.',
    broken: 'The reader stopped. Try again, or reload the page.',
    formats: 'What can be read',
    private: 'Nothing is uploaded, and nothing is kept.',
    check:
      'The page’s policy forbids it to send anything to another host. Check it: open the developer tools, go to Network, and compare two lists. No request appears. Or go offline first: the page still works.'
  },

  answer: {
    title: 'What differs',
    none: 'Nothing differs.',
    onlyNoise: {
      one: 'Nothing differs but noise: {n} thing.',
      other: 'Nothing differs but noise: {n} things.'
    },
    lead: {
      one: '{known} of {n} difference is known to be able to change results; {certain} of them does so for certain, where it matters.',
      other:
        '{known} of {n} differences are known to be able to change results; {certain} of them do so for certain, where they matter.'
    },
    leadNone: {
      one: 'Of {n} difference nothing is on record. That is unknown, not harmless.',
      other: 'Of {n} differences nothing is on record. That is unknown, not harmless.'
    },
    honest:
      'Known means: it can change results. Whether it did is not known yet; search for it below. Without an entry a difference is unknown, not harmless.',
    equal: { one: '{n} thing is equal in both.', other: '{n} things are equal in both.' },
    search: 'Search by name',
    show: 'Show',
    all: 'All classes',
    table: 'Everything as a table',
    noMatch: 'No difference has that name and class.',
    shown: 'Shown: {n} of {total}.',
    more: 'Show all {n}',
    copyRow: 'Copy {name}',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'This browser did not let the page copy.',
    take: 'Take it with you',
    formats: { markdown: 'Markdown', csv: 'CSV', json: 'JSON' },
    columns: {
      section: 'Section',
      name: 'Name',
      a: 'First',
      b: 'Second',
      class: 'Class',
      step: 'Step',
      known: 'On record',
      do: ''
    },
    absent: 'not there',
    count: '{title} ({n})',
    caption: '{section}: {title}',
    tableCaption: 'All differences',
    onRecord: { one: '{n} entry', other: '{n} entries' },
    between: 'Between these versions',
    always: 'With any version',
    when: 'When it matters',
    advice: 'What to do',
    source: 'Source',
    measured: 'Measured',
    lab: 'See the same kind of change in the Lab',
    conditions: {
      title: 'True with any version',
      intro: 'These hold because the package is in both lists, whether its version changed or not.'
    }
  },

  missing: {
    title: 'What these lists do not record',
    intro:
      'No difference can be seen in what was never written down. Record it next time, with the command beside it.',
    all: 'These two lists record all that is asked for here.',
    sides: { both: 'in neither list', a: 'not in the first', b: 'not in the second' },
    columns: { what: 'What', where: 'Recorded', why: 'Why', command: 'Command that prints it' },
    caption: 'What is not recorded'
  },

  save: {
    title: 'What to save next time',
    intro: 'A checklist, filled in from your two lists. Put it beside the results.',
    copy: 'Copy the checklist',
    download: 'Save it as a file',
    show: 'Show the checklist',
    heading: 'Reproducibility checklist',
    first: 'First list: {format}',
    second: 'Second list: {format}',
    recorded: 'recorded',
    record: 'record it with `{command}`',
    commands: 'Commands that record what is missing'
  },

  bisect: {
    title: 'Find which difference did it',
    intro:
      'This page is the search, and your machine does the training. Work in a copy of the first environment. Each try: run the command, run your training, and say whether its result matches the first run. Differences that are known to matter come first.',
    usual: {
      one: '{n} package can be tried.',
      other:
        '{n} packages can be tried. For one cause among 10, 20, 50 or 100, half of all searches take 8, 10, 12 or 13 tries.'
    },
    none: 'No package differs in a way that can be tried by installing another version.',
    leftOut: {
      one: '{n} difference cannot be tried so, as its version is not known or is no package’s: keep it in mind.',
      other:
        '{n} differences cannot be tried so, as their version is not known or is no package’s: keep them in mind.'
    },
    otherLists: {
      one: 'This search goes over {n} difference of other lists than those above. Leave it to begin one over these.',
      other:
        'This search goes over {n} differences of other lists than those above. Leave it to begin one over these.'
    },
    start: 'Begin the search',
    tool: 'Install with',
    try: 'Try {n}',
    applied: {
      one: 'With {n} of {total} as in the second list',
      other: 'With {n} of {total} as in the second list'
    },
    check: {
      all: 'First make sure: with everything as in the second list, the result has to differ.',
      nothing: 'Now with everything as in the first list: the result has to match.'
    },
    file: 'This is long for a command line. Save the versions as a file instead:',
    saveFile: 'Save {name}',
    ask: 'What does your training give?',
    answers: { match: 'Matches', differ: 'Differs', unresolved: 'Would not install' },
    undo: 'Take back the last answer',
    stop: 'Leave the search',
    resume: 'Take up the search that you left',
    keep: 'The search stands in the address of this page: keep it as a bookmark and go on whenever you like. It holds names and versions of packages.',
    history: 'Answers so far',
    historyColumns: { n: 'Try', applied: 'As in the second list', answer: 'Answer' },
    everything: 'everything',
    nothing: 'nothing',
    found: {
      one: 'Found: {names}.',
      other: '{n} groups were found, each of which breaks the result by itself: {names}.'
    },
    groupOf: '{names} together',
    repair: 'Put back as in the first list, the result matches: {names}.',
    unproven: 'Putting these back may be enough, but the try that would show it did not install: {names}.',
    untold: {
      one: 'Of {n} more package it could not be told, as tries with it did not install.',
      other: 'Of {n} more packages it could not be told, as tries with them did not install.'
    },
    remove: 'Remove what the first list does not have: {names}.',
    unbroken:
      'With everything as in the second list, the result matches. So what differs is not among these packages: look at the code, the data, and what no list records.',
    alwaysBroken:
      'With everything as in the first list, the result differs. So what differs is not among these packages: look at the code, the data, and what no list records.',
    cannot:
      'One of the two environments could not be installed, so there is nothing to search between. Take back the answer and try it in a fresh environment.',
    tries: { one: 'It took {n} try.', other: 'It took {n} tries.' },
    constraints: 'Save constraints.txt',
    use: 'Put just these back with pip install -r constraints.txt, or hold them wherever you install the rest with pip install -r requirements.txt -c constraints.txt. For uv, write uv pip.',
    badAddress: 'The search in this link could not be read, so it is left out.'
  },

  report: {
    title: 'Two environments compared',
    row: '- **{name}**: {a} → {b}',
    known: '  - {effect}: {what} When: {when} Do: {advice}. [{title}]({url})'
  },

  formats,
  sections,
  classes,
  steps,
  effects,
  aspects
};
