import {
  CLASSES,
  type Comparison,
  type Difference,
  type DifferenceClass
} from '../../experiment/environment/diff';
import type { KnownChange } from '../../experiment/environment/known-changes';
import type { CatalogueId } from '../../experiment/lab';
import { PARTS, type Part } from '../../experiment';
import { plain } from '../../experiment/plain';
import { compare as words } from '../../lesson/compare';
import { count, fill } from '../../lesson';

/** What is on record, by its id. */
export type OnRecord = Readonly<Record<string, KnownChange>>;

/** The drift of the Lab that is a change of the same kind. */
const DRIFTS: Readonly<Record<KnownChange['kind'], CatalogueId>> = {
  'random stream': 'rng-algorithm',
  'data order': 'rows-reversed',
  default: 'library-default',
  algorithm: 'ddof',
  'floating point': 'gradient-chunks',
  dtype: 'float32',
  'data parsing': 'dot-as-female'
};

/** The part of the Lab's address after its path. */
export const labDrift = ({ kind }: KnownChange): string => `?drifts=${DRIFTS[kind]}`;

const LONGEST = 80;

/** A value from a list in one line that can be seen; hashes and addresses may be long. */
const shown = (text: string | null): string =>
  text === null ? words.answer.absent : plain(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export interface RowView {
  readonly key: string;
  readonly section: Part;
  readonly class: DifferenceClass;
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly step: string;
  /** What changed between these versions, and what holds with any. */
  readonly between: readonly KnownChange[];
  readonly always: readonly KnownChange[];
}

export function rowsOf({ differences }: Comparison, onRecord: OnRecord): RowView[] {
  return differences.map((difference) => {
    const known = difference.known.flatMap((id) => onRecord[id] ?? []);
    return {
      key: `${difference.kind} ${difference.name}`,
      section: difference.section,
      class: difference.class,
      name: shown(difference.name),
      a: shown(difference.a),
      b: shown(difference.b),
      step: difference.step === null ? '' : words.steps[difference.step],
      between: known.filter(({ type }) => type === 'version'),
      always: known.filter(({ type }) => type === 'condition')
    };
  });
}

export interface Filter {
  readonly text: string;
  readonly class: DifferenceClass | 'all';
}

export const filtered = (rows: readonly RowView[], { text, class: wanted }: Filter): RowView[] => {
  const sought = text.trim().toLowerCase();
  return rows.filter(
    (row) => (wanted === 'all' || row.class === wanted) && row.name.toLowerCase().includes(sought)
  );
};

export interface GroupView {
  readonly class: DifferenceClass;
  readonly title: string;
  readonly rows: readonly RowView[];
}

export interface SectionView {
  readonly section: Part;
  readonly title: string;
  readonly groups: readonly GroupView[];
}

/** Code, data and environment, each with its classes; what has nothing is left out. */
export function sectionsOf(rows: readonly RowView[]): SectionView[] {
  return PARTS.map((section) => ({
    section,
    title: words.sections[section],
    groups: CLASSES.map((each) => {
      const here = rows.filter((row) => row.section === section && row.class === each);
      return {
        class: each,
        title: fill(words.answer.count, { title: words.classes[each], n: here.length }),
        rows: here
      };
    }).filter((group) => group.rows.length > 0)
  })).filter(({ groups }) => groups.length > 0);
}

/** Which classes there are, for the choice of one. */
export const classesIn = (rows: readonly RowView[]): DifferenceClass[] =>
  CLASSES.filter((each) => rows.some((row) => row.class === each));

const isCertain = (difference: Difference, onRecord: OnRecord): boolean =>
  difference.known.some((id) => onRecord[id]?.type === 'version' && onRecord[id]?.effect === 'certain');

/** The first line, which answers. */
export function leadText({ differences }: Comparison, onRecord: OnRecord): string {
  const told = differences.filter((difference) => difference.class !== 'noise');
  const { answer } = words;
  if (differences.length === 0) return answer.none;
  if (told.length === 0) return count(answer.onlyNoise, differences.length);
  const known = told.filter((difference) => difference.class === 'known');
  if (known.length === 0) return count(answer.leadNone, told.length);
  const certain = known.filter((difference) => isCertain(difference, onRecord)).length;
  return count(answer.lead, told.length, { known: known.length, certain });
}

/** What holds with any version and is in no card, because its thing does not differ. */
export function conditionsOf({ conditions, differences }: Comparison, onRecord: OnRecord): KnownChange[] {
  const told = new Set(differences.flatMap(({ known }) => known));
  return conditions.filter((id) => !told.has(id)).flatMap((id) => onRecord[id] ?? []);
}
