import type { Parsed } from '../../experiment';
import { CRITERIA, type Criterion } from '../../experiment/lab';
import { fill } from '../../lesson';
import { catalogue } from '../../lesson/catalogue';
import { labWords } from '../../lesson/lab';
import {
  fieldProblem,
  LAB_START,
  LAB_VIEWS,
  NOTHING_DIFFERS,
  pairOf,
  toggledDrift,
  WIDEST_TOLERANCE,
  withField,
  type Fields,
  type LabPlace,
  type LabSetup,
  type LabView
} from '../../machine/lab';
import { valueOf } from './fields';

const { notices } = labWords.page;

/** Prefix of the parameters that set fields of the first run, and so of both. */
const THEN = 'then.';
/** A parameter that names a field of a manifest, such as `code.epochs`. */
const FIELD = /^(?:then\.)?(?:code|data|environment)\.\w+$/;

const fieldValues = (prefix: string, fields: Fields): string[] =>
  Object.entries(fields).map(
    ([path, value]) => `${prefix}${path}=${encodeURIComponent(String(value ?? ''))}`
  );

/** The part of the address after `?`; empty for the Lab with nothing changed. */
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

class Refused extends Error {}

const refuse = (
  name: keyof typeof notices.takes,
  got: string,
  words: Record<string, string | number>
): never => {
  const takes = fill(notices.takes[name], words);
  throw new Refused(fill(notices.got, { name, got: got.slice(0, 40), takes }));
};

const oneOf = <T extends string>(name: 'view' | 'broken', got: string, words: readonly T[]): T =>
  words.find((word) => word === got) ?? refuse(name, got, { names: words.join(', ') });

function fieldsSet(setup: LabSetup, given: URLSearchParams): LabSetup {
  // What both runs share comes first: the re-run's fields are told as they differ from it.
  const named = [...given].filter(([name]) => FIELD.test(name));
  const inOrder = [
    ...named.filter(([name]) => name.startsWith(THEN)),
    ...named.filter(([name]) => !name.startsWith(THEN))
  ];
  return inOrder.reduce((current, [name, text]) => {
    const run = name.startsWith(THEN) ? 'then' : 'later';
    const path = run === 'then' ? name.slice(THEN.length) : name;
    const value = valueOf(path, text);
    const problem = fieldProblem(pairOf(current)[run], path, value);
    if (problem !== null) throw new Refused(problem);
    return withField(current, run, path, value);
  }, setup);
}

function placeOf(given: URLSearchParams): LabPlace {
  const ids = (given.get('drifts') ?? '').split(',').filter((id) => id !== '');
  const unknown = ids.find((id) => !catalogue.some((entry) => entry.id === id));
  if (unknown !== undefined) refuse('drifts', unknown, {});
  const within = given.get('within') ?? String(LAB_START.tolerance);
  const tolerance = Number(within);
  if (within.trim() === '' || !(tolerance >= 0 && tolerance <= WIDEST_TOLERANCE)) {
    refuse('within', within, { most: WIDEST_TOLERANCE });
  }
  const drifted = [...new Set(ids)].reduce(toggledDrift, NOTHING_DIFFERS);
  return {
    setup: fieldsSet(drifted, given),
    view: oneOf<LabView>('view', given.get('view') ?? LAB_START.view, LAB_VIEWS),
    criterion: oneOf<Criterion>('broken', given.get('broken') ?? LAB_START.criterion, CRITERIA),
    tolerance
  };
}

/** Reads the part of an address after `?`. Parameters of others are left alone. */
export function parseLabAddress(search: string): Parsed<LabPlace> {
  try {
    return { ok: true, value: placeOf(new URLSearchParams(search)) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message };
    throw error;
  }
}

const isOurs = (name: string): boolean =>
  ['view', 'drifts', 'within', 'broken'].includes(name) || FIELD.test(name);

/**
 * The part of an address after `?` with a new place in it; what others have put there stays.
 * @returns null when it shows that place already, or is mangled and there is nothing to say.
 */
export function labAddressWith(search: string, place: LabPlace): string | null {
  const ours = labAddressOf(place);
  const shown = parseLabAddress(search);
  if ((shown.ok ? labAddressOf(shown.value) : '') === ours) return null;
  const others = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !isOurs(name)));
  const parts = [ours.slice(1), others.toString()].filter((part) => part !== '');
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
