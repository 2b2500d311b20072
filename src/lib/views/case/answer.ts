import { allOf, count, fill } from '../../lesson';
import { caseWords } from '../../lesson/case';
import type { CaseState, Judged } from '../../machine/case';
import { tryNumber } from './desk';
import { namesOf } from './names';

const words = caseWords.answer;

type Refuted = Extract<Judged, { kind: 'refuted' }>;

/** Which row is the evidence. */
function evidence({ log, differences }: CaseState, { left }: Refuted): string {
  const putBack = differences.map(({ key }) => key).filter((key) => !left.includes(key));
  const index = log.findIndex(
    ({ does, keys }) =>
      does === 'try' && keys.length === putBack.length && keys.every((key) => putBack.includes(key))
  );
  return index < 0 ? words.byRerun : fill(words.byTry, { number: tryNumber(log, index) });
}

function refutedText(state: CaseState, named: readonly string[], naming: Refuted): string {
  const names = namesOf(state, named);
  const others = namesOf(state, naming.items);
  const said = {
    rest: () => fill(words.rest, { names }),
    alone: () => count(words.alone, naming.items.length, { others }),
    together: () => fill(words.together, { others }),
    spare: () => fill(words.spare, { others })
  };
  return [said[naming.by](), evidence(state, naming)].join(' ');
}

function shownText(state: CaseState, causes: readonly (readonly string[])[]): string {
  const [only] = causes;
  const joint = causes.filter(({ length }) => length > 1).length;
  const names = causes.map((cause) =>
    cause.length > 1 && causes.length > 1
      ? fill(words.group, { names: namesOf(state, cause) })
      : namesOf(state, cause)
  );
  const all = { causes: allOf(names) };
  if (joint === 0) return count(words.shown, causes.length, all);
  return fill(causes.length === 1 && only?.length === 2 ? words.shown.together : words.shown.mixed, all);
}

/** What has come of the newest naming, while nothing was tried after it; empty otherwise. */
export function answerText(state: CaseState): string {
  const done = state.log.at(-1);
  if (done?.does !== 'name') return '';
  return done.naming.kind === 'shown'
    ? shownText(state, done.naming.causes)
    : refutedText(state, done.keys, done.naming);
}
