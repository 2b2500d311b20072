import { diff, driftById, PARTS, type DriftId, type Manifest, type Part } from '../../experiment';
import { count, fill } from '../../lesson';
import { driftStories } from '../../lesson/drift-stories';
import { investigation as words } from '../../lesson/investigation';
import type { LessonState } from '../../machine/lesson';
import type { TestSet } from '../../trainer';
import { labFieldName, labValueText } from '../field-text';

/** A field whose loaded value is not, or was not, the saved one. */
export interface FindingView {
  readonly id: DriftId;
  readonly field: string;
  readonly saved: string;
  readonly loaded: string;
  readonly story: string;
  /** Whether it was put back. */
  readonly restored: boolean;
}

/** The rows of the data as dots, for a drawing of this size. */
export interface RowDots {
  readonly width: number;
  readonly height: number;
  /** A path whose every stroke is a dot. */
  readonly path: string;
}

/** What an equal section is as a whole: the lines of the code, or the rows of the data, with a sentence. */
export interface WholeView {
  readonly lines: string | null;
  readonly dots: RowDots | null;
  readonly caption: string;
}

export interface SectionView {
  readonly part: Part;
  readonly title: string;
  /** How its fields compare, once it is open. */
  readonly summary: string;
  readonly differs: boolean;
  readonly findings: readonly FindingView[];
  /** The fields that are equal. */
  readonly equal: readonly { readonly field: string; readonly value: string }[];
  /** Null where something differs, and of the environment, which is no one thing. */
  readonly whole: WholeView | null;
}

/** The fields that each section lists. The code never names `l2`: the library, so the environment, decides it. */
const FIELDS: Readonly<Record<Part, readonly string[]>> = {
  code: ['code.hiddenUnits', 'code.epochs', 'code.batchSize', 'code.learningRate', 'code.checkpoint'],
  data: [
    'data.name',
    'data.sha256',
    'data.features',
    'data.target',
    'data.splitSeed',
    'data.testSize',
    'data.edits'
  ],
  environment: [
    'code.l2',
    'environment.seed',
    'environment.rng',
    'environment.precision',
    'environment.gradientChunks',
    'environment.ddof',
    'environment.math'
  ]
};

const DIGEST_SHOWN = 6;
const DOTS_A_LINE = 30;

function valueText(manifest: Manifest, path: string): string {
  const [part, field] = path.split('.') as [Part, string];
  const value = (manifest[part] as Readonly<Record<string, unknown>>)[field];
  if (path === 'data.sha256') return `${String(value).slice(0, DIGEST_SHOWN)}…`;
  if (path === 'code.checkpoint' && value === 'last') return words.values.last;
  return labValueText(value);
}

/** Which drift of those that were found changed a field: the last one counts, as it does in the manifest. */
const causeOf = (ids: readonly DriftId[], path: string): DriftId | undefined => {
  const [part, field] = path.split('.') as [Part, string];
  return ids.findLast((id) => Object.keys(driftById(id).change[part] ?? {}).includes(field));
};

function rowDots(rows: number): RowDots {
  const dots = Array.from(
    { length: rows },
    (_, row) => `M${(row % DOTS_A_LINE) + 0.5} ${Math.floor(row / DOTS_A_LINE) + 0.5}h0`
  );
  return { width: DOTS_A_LINE, height: Math.ceil(rows / DOTS_A_LINE), path: dots.join('') };
}

/** Where the hash of the data and its edits are equal, so is each of its rows, and their order. */
function wholeOf(part: Part, { loaded }: LessonState, testSet: TestSet | null): WholeView | null {
  const { code, data } = words.whole;
  if (part === 'code') {
    const { hiddenUnits, epochs, batchSize, learningRate } = loaded.code;
    const lines = fill(code.lines, { hiddenUnits, epochs, batchSize, learningRate });
    return { lines, dots: null, caption: code.caption };
  }
  if (part !== 'data' || !testSet) return null;
  const rows = testSet.trainingRows + testSet.penguins.length;
  return { lines: null, dots: rowDots(rows), caption: fill(data, { rows }) };
}

function section(part: Part, state: LessonState, testSet: TestSet | null): SectionView {
  const { saved, loaded, loadedDrifts, drifts } = state;
  const changed = new Set(diff(saved, loaded).map(({ path }) => path));
  const fields = FIELDS[part];
  const findings = fields.flatMap((path): FindingView[] => {
    const id = changed.has(path) ? causeOf(loadedDrifts, path) : undefined;
    if (id === undefined) return [];
    return [
      {
        id,
        field: labFieldName(path),
        saved: valueText(saved, path),
        loaded: valueText(loaded, path),
        story: driftStories[id],
        restored: !drifts.includes(id)
      }
    ];
  });
  const equal = fields.filter((path) => !changed.has(path));
  const differing = findings.filter(({ restored }) => !restored).length;
  return {
    part,
    title: words.parts[part],
    summary:
      differing > 0
        ? count(words.differs, differing, { total: fields.length })
        : findings.length > 0
          ? words.restored
          : fill(words.allEqual, { n: fields.length }),
    differs: differing > 0,
    findings,
    equal: equal.map((path) => ({ field: labFieldName(path), value: valueText(saved, path) })),
    whole: equal.length === fields.length ? wholeOf(part, state, testSet) : null
  };
}

/**
 * What was saved beside what was loaded, section by section; null before the learner goes after a mismatch.
 * @param testSet what the trainer has told of the loaded data; null as long as it has not.
 */
export const investigationView = (
  state: LessonState,
  testSet: TestSet | null = null
): readonly SectionView[] | null =>
  state.at === 'investigating' ? PARTS.map((part) => section(part, state, testSet)) : null;
