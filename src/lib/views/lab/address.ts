import { PARTS, type Parsed } from '../../experiment';
import { fieldKinds } from '../../experiment/field-kind';
import { CATALOGUE, CRITERIA, type Criterion } from '../../experiment/lab';
import { reasonText } from '../../lesson/reason';
import { labWords } from '../../lesson/lab';
import {
  fieldProblem,
  LAB_START,
  NOTHING_DIFFERS,
  pairOf,
  toggledDrift,
  WIDEST_TOLERANCE,
  withField,
  type Fields,
  type LabPlace,
  type LabSetup
} from '../../machine/lab';
import { bareValue, listOf, onlyValue, ourName, readQuery, withOthers, type Query } from '../query';
import { PlaceRefused, readPlace, refuseParameter } from '../read-place';
import { valueOf } from './setup/fields';

const { notices } = labWords.page;

/** Prefix of the parameters that set fields of the first run, and so of both. */
const THEN = 'then.';
/** A parameter that names a field of a manifest, such as `code.epochs`. */
const FIELD = /^(?:then\.)?(?:code|data|environment)\.\w+$/i;
const PLACE = ['view', 'drifts', 'within', 'broken'];
const PATHS = PARTS.flatMap((part) => fieldKinds(part).map(([path]) => path));

function nameOf(given: string): string | null {
  const name = given.toLowerCase();
  if (!FIELD.test(name)) return ourName(PLACE, name);
  const [prefix, path] = name.startsWith(THEN) ? [THEN, name.slice(THEN.length)] : ['', name];
  return prefix + (PATHS.find((known) => known.toLowerCase() === path) ?? path);
}

/** A comment may be any words. */
const isFree = (name: string): boolean => name.endsWith('code.comment');

const readLabQuery = (search: string): Query => readQuery(search, nameOf, isFree);

const fieldValues = (prefix: string, fields: Fields): string[] =>
  Object.entries(fields).map(
    ([path, value]) => `${prefix}${path}=${encodeURIComponent(String(value ?? ''))}`
  );

/** What the address has after `?`; empty for the Lab with nothing changed. */
export function labAddressOf({ setup, view, tolerance, criterion }: LabPlace): string {
  const search = [
    ...(view === LAB_START.view ? [] : [`view=${view}`]),
    ...(setup.drifts.length > 0 ? [`drifts=${setup.drifts.join(',')}`] : []),
    ...fieldValues(THEN, setup.then),
    ...fieldValues('', setup.later),
    ...(tolerance === LAB_START.tolerance ? [] : [`within=${tolerance}`]),
    ...(criterion === LAB_START.criterion ? [] : [`broken=${criterion}`])
  ];
  return search.length > 0 ? `?${search.join('&')}` : '';
}

const refuse = (
  name: keyof typeof notices.takes,
  got: string,
  values: Readonly<Record<string, string | number>>
): never => refuseParameter(notices, name, got, values);

const oneOf = <T extends string>(name: 'view' | 'broken', got: string, words: readonly T[]): T =>
  words.find((word) => word === bareValue(got).toLowerCase()) ??
  refuse(name, got, { names: words.join(', ') });

/** The values that a parameter may mean, the likeliest first. */
function meant(query: Query, name: string, path: string): unknown[] {
  const { text, entries } = listOf(query, name);
  const only = onlyValue(query, name) ?? '';
  const isList = Array.isArray(valueOf(path, ''));
  const [given, bare] = isList ? [text, entries.join()] : [only, bareValue(only)];
  return [given, bare, bare.toLowerCase()].map((one) => valueOf(path, one));
}

function fieldsSet(setup: LabSetup, query: Query): LabSetup {
  // What both runs share comes first: the re-run's fields are told as they differ from it.
  const named = [...query.values.keys()].filter((name) => FIELD.test(name));
  const inOrder = [
    ...named.filter((name) => name.startsWith(THEN)),
    ...named.filter((name) => !name.startsWith(THEN))
  ];
  return inOrder.reduce((current, name) => {
    const run = name.startsWith(THEN) ? 'then' : 'later';
    const path = run === 'then' ? name.slice(THEN.length) : name;
    const problem = (value: unknown) => fieldProblem(pairOf(current)[run], path, value);
    const values = meant(query, name, path);
    const taken = values.find((value) => problem(value) === null);
    if (taken === undefined) {
      const why = problem(values[0]);
      if (why !== null) throw new PlaceRefused(reasonText(why));
    }
    return withField(current, run, path, taken);
  }, setup);
}

function placeOf(query: Query, parts: readonly string[]): LabPlace {
  const { text, entries } = listOf(query, 'drifts');
  const ids = entries.map((entry) => entry.toLowerCase());
  if (text !== '' && ids.length === 0) refuse('drifts', text, {});
  const unknown = ids.find((id) => !CATALOGUE.some((entry) => entry.id === id));
  if (unknown !== undefined) refuse('drifts', unknown, {});
  const within = onlyValue(query, 'within') ?? String(LAB_START.tolerance);
  const tolerance = Number(bareValue(within));
  if (bareValue(within) === '' || !(tolerance >= 0 && tolerance <= WIDEST_TOLERANCE)) {
    refuse('within', within, { most: WIDEST_TOLERANCE });
  }
  const drifted = [...new Set(ids)].reduce(toggledDrift, NOTHING_DIFFERS);
  return {
    setup: fieldsSet(drifted, query),
    view: oneOf('view', onlyValue(query, 'view') ?? LAB_START.view, parts),
    criterion: oneOf<Criterion>('broken', onlyValue(query, 'broken') ?? LAB_START.criterion, CRITERIA),
    tolerance
  };
}

/**
 * Reads what an address has after `?`. Parameters of others are left alone.
 * @param parts ids of the Lab's parts.
 */
export const parseLabAddress = (search: string, parts: readonly string[]): Parsed<LabPlace> =>
  readPlace(() => placeOf(readLabQuery(search), parts));

/**
 * What an address has after `?` with a new place in it; what others have put there stays.
 * @param parts ids of the Lab's parts.
 * @returns null when it shows that place already, or is mangled and there is nothing to say.
 */
export function labAddressWith(search: string, place: LabPlace, parts: readonly string[]): string | null {
  const ours = labAddressOf(place);
  const shown = parseLabAddress(search, parts);
  if ((shown.ok ? labAddressOf(shown.value) : '') === ours) return null;
  return withOthers(ours, readLabQuery(search));
}
