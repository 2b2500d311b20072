import type { Parsed } from '../../experiment';
import { canBeCase, keysOf, LEVELS, MOST_DIFFERENCES } from '../../experiment/case';
import { CATALOGUE } from '../../experiment/lab';
import { caseWords } from '../../lesson/case';
import type { AdviceKind } from '../../lesson/catalogue';
import {
  CASE_START,
  HINTS,
  LAST_CASE,
  openedCase,
  type CasePlace,
  type CaseSource
} from '../../machine/case';
import { bareValue, listOf, onlyValue, ourName, readQuery, withOthers, type Query } from '../query';
import { readPlace, refuseParameter } from '../read-place';

const { notices } = caseWords;

const NAMES = ['level', 'case', 'drifts', 'tries', 'next', 'hints', 'advice'];
const KINDS: readonly string[] = ['pin', 'lock', 'record', 'test'] satisfies AdviceKind[];
/** More steps than anyone makes: there are no more than 256 different tries, and each is trained again. */
const MOST_STEPS = 300;

const readCaseQuery = (search: string): Query =>
  readQuery(search, (given) => ourName(NAMES, given.toLowerCase()));

/** Some of the differences as a number: one bit for each, the first one the lowest. */
const numberOf = (keys: readonly string[], some: readonly string[]): number =>
  keys.reduce((sum, key, index) => (some.includes(key) ? sum + (1 << index) : sum), 0);

const someOf = (keys: readonly string[], number: number): string[] =>
  keys.filter((_, index) => (number & (1 << index)) !== 0);

const sourceText = (source: CaseSource): string[] =>
  source.kind === 'drawn'
    ? [`level=${source.level}`, `case=${source.number}`]
    : [`drifts=${source.drifts.join(',')}`];

/** What the address has after `?`. */
export function caseAddressOf({ source, steps, selection, hints, advice }: CasePlace): string {
  const keys = keysOf(openedCase(source));
  const tries = steps.map((step) => `${step.does === 'try' ? 't' : 'n'}${numberOf(keys, step.keys)}`);
  const told = advice.map(({ key, kind }) => `${keys.indexOf(key) + 1}-${kind}`);
  const all = [
    ...sourceText(source),
    ...(tries.length > 0 ? [`tries=${tries.join(',')}`] : []),
    ...(selection.length > 0 ? [`next=${numberOf(keys, selection)}`] : []),
    ...(hints > 0 ? [`hints=${hints}`] : []),
    ...(told.length > 0 ? [`advice=${told.join(',')}`] : [])
  ];
  return `?${all.join('&')}`;
}

const refuse = (name: keyof typeof notices.takes, got: string, most = 0): never =>
  refuseParameter(notices, name, got, { most });

/** A whole number within bounds. */
function numberIn(
  query: Query,
  name: 'level' | 'case' | 'next' | 'hints',
  from: number,
  to: number,
  otherwise: number
) {
  const given = onlyValue(query, name);
  if (given === undefined) return otherwise;
  const bare = bareValue(given);
  const number = Number(bare);
  return /^\d+$/.test(bare) && number >= from && number <= to ? number : refuse(name, given, to);
}

function sourceOf(query: Query): CaseSource {
  if (query.values.has('drifts')) {
    const { text, entries } = listOf(query, 'drifts');
    const ids = [...new Set(entries.map((entry) => entry.toLowerCase()))];
    const drifts = CATALOGUE.map(({ id }) => id).filter((id) => ids.includes(id));
    return drifts.length === ids.length && canBeCase(drifts)
      ? { kind: 'chosen', drifts }
      : refuse('drifts', text, MOST_DIFFERENCES);
  }
  const level = LEVELS[numberIn(query, 'level', 1, LEVELS.length, 1) - 1]!;
  return { kind: 'drawn', level, number: numberIn(query, 'case', 1, LAST_CASE, 1) };
}

function stepsOf(query: Query, keys: readonly string[]): CasePlace['steps'] {
  const { text, entries } = listOf(query, 'tries');
  if (entries.length > MOST_STEPS) refuse('tries', text);
  return entries.map((entry) => {
    const [, letter, digits] = /^([tn])(\d{1,3})$/i.exec(entry) ?? refuse('tries', entry);
    const number = Number(digits);
    if (number < 1 || number >= 1 << keys.length) refuse('tries', entry);
    return { does: letter!.toLowerCase() === 't' ? 'try' : 'name', keys: someOf(keys, number) } as const;
  });
}

function adviceOf(query: Query, keys: readonly string[]): CasePlace['advice'] {
  const { text, entries } = listOf(query, 'advice');
  if (entries.length > MOST_STEPS) refuse('advice', text);
  return entries.map((entry) => {
    const [, index, kind = ''] = /^(\d)-([a-z]+)$/i.exec(entry) ?? refuse('advice', entry);
    const key = keys[Number(index) - 1];
    if (key === undefined || !KINDS.includes(kind.toLowerCase())) refuse('advice', entry);
    return { key: key!, kind: kind.toLowerCase() as AdviceKind };
  });
}

function placeIn(query: Query): CasePlace {
  const source = sourceOf(query);
  const keys = keysOf(openedCase(source));
  const most = (1 << keys.length) - 1;
  return {
    source,
    steps: stepsOf(query, keys),
    selection: someOf(keys, numberIn(query, 'next', 0, most, 0)),
    hints: numberIn(query, 'hints', 0, HINTS, 0),
    advice: adviceOf(query, keys)
  };
}

/** Whether an address names anything of a case. */
export const namesCase = (search: string): boolean => readCaseQuery(search).values.size > 0;

/** Reads what an address has after `?`. Parameters of others are left alone. */
export const parseCaseAddress = (search: string): Parsed<CasePlace> =>
  readPlace(() => placeIn(readCaseQuery(search)));

/**
 * What an address has after `?` with a new place in it; what others have put there stays.
 * @returns null when it shows that place already, or shows nothing while the first case is as it came.
 */
export function caseAddressWith(search: string, place: CasePlace): string | null {
  const ours = caseAddressOf(place);
  const shown = parseCaseAddress(search);
  if ((shown.ok ? caseAddressOf(shown.value) : caseAddressOf(CASE_START)) === ours) return null;
  return withOthers(ours, readCaseQuery(search));
}
