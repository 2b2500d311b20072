import { manifestKey, type Manifest, type RunRecord } from '../../experiment';
import {
  brokenBy,
  judgeNaming,
  keysOf,
  manifestOfTry,
  type Case,
  type Known,
  type Naming
} from '../../experiment/case';
import { searchAfter, type Criterion } from '../../experiment/lab';
import { findingOf, type ProbeFinding, type ProbeOutput } from '../lab/cause/bisect-context';
import type { TrainingFailure } from '../training';
import { openedCase, CASE_START, type CasePlace, type Step } from './place';

/** A naming that has come to its end. */
export type Judged = Exclude<Naming<string>, { kind: 'open' }>;

/** What was done, with what came of it. */
export type Done =
  | { readonly does: 'try'; readonly keys: readonly string[]; readonly finding: ProbeFinding }
  | { readonly does: 'name'; readonly keys: readonly string[]; readonly naming: Judged };

/** What can be taken back: a choice for the next try, or the case that was open, with all that was done in it. */
type Before = Pick<CasePlace, 'selection'> | CasePlace;

export interface CaseContext extends Omit<CasePlace, 'steps'> {
  readonly made: Case;
  /** What the first run gave, and the re-run as it came; null before they are trained. */
  readonly then: RunRecord | null;
  readonly later: RunRecord | null;
  readonly log: readonly Done[];
  /** What is still to be trained, or judged. */
  readonly todo: readonly Step[];
  /** What each try gave in full, by what it trained. */
  readonly records: Readonly<Record<string, RunRecord>>;
  readonly past: readonly Before[];
  readonly failure: TrainingFailure | null;
}

export const opened = (place: CasePlace, past: readonly Before[]): CaseContext => {
  const { steps, ...rest } = place;
  return {
    ...rest,
    made: openedCase(place.source),
    then: null,
    later: null,
    log: [],
    todo: steps,
    records: {},
    past,
    failure: null
  };
};

export const NOTHING_OPEN: CaseContext = opened(CASE_START, []);

/** What a link to this place carries. */
export const placeOf = ({ source, log, todo, selection, hints, advice }: CaseContext): CasePlace => ({
  source,
  steps: [...log.map(({ does, keys }) => ({ does, keys })), ...todo],
  selection,
  hints,
  advice
});

/** What is left in where some is put back, or the other way round; in the order of the case. */
export const others = ({ made }: Pick<CaseContext, 'made'>, keys: readonly string[]): readonly string[] =>
  keysOf(made).filter((key) => !keys.includes(key));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key) => other.includes(key));

/** What counts as broken; null before it is known, and where nothing is. */
export const criterionOf = ({ then, later }: Pick<CaseContext, 'then' | 'later'>): Criterion | null =>
  then && later && brokenBy(then, later);

/** What the tries so far have shown. */
export const knownIn =
  (context: Pick<CaseContext, 'made' | 'log'>): Known<string> =>
  (left) => {
    const putBack = others(context, left);
    for (const done of context.log) {
      if (done.does === 'try' && isSame(done.keys, putBack)) return done.finding.broken;
    }
    return undefined;
  };

/** Whether a try was made already, or given with the case. */
export const isTried = (context: CaseContext, putBack: readonly string[]): boolean => {
  const left = others(context, putBack);
  return putBack.length === 0 || left.length === 0 || knownIn(context)(left) !== undefined;
};

/** The causes, once they are named and shown; null before. */
export const causesIn = ({ log }: Pick<CaseContext, 'log'>): readonly (readonly string[])[] | null =>
  log.flatMap((done) =>
    done.does === 'name' && done.naming.kind === 'shown' ? [done.naming.causes] : []
  )[0] ?? null;

const namingOf = (context: CaseContext, named: readonly string[]): Naming<string> =>
  judgeNaming(keysOf(context.made), named, knownIn(context));

/** Judges namings for as long as no training is needed for it. */
export function settled(context: CaseContext): CaseContext {
  const [step, ...todo] = context.todo;
  if (!step || !context.then || !context.later) return context;
  if (causesIn(context) || criterionOf(context) === null) return { ...context, todo: [] };
  if (step.does === 'try') return isTried(context, step.keys) ? settled({ ...context, todo }) : context;
  const naming = namingOf(context, step.keys);
  if (naming.kind === 'open') return context;
  return settled({ ...context, todo, log: [...context.log, { ...step, does: 'name', naming }] });
}

/** What the next training leaves in; null where there is nothing to train. */
function nextLeft(context: CaseContext): readonly string[] | null {
  const { made, then, later, todo } = context;
  if (!then) return [];
  if (!later) return keysOf(made);
  const [step] = todo;
  if (!step) return null;
  if (step.does === 'try') return others(context, step.keys);
  const naming = namingOf(context, step.keys);
  return naming.kind === 'open' ? naming.left : null;
}

/** What to train next; null where a reader's turn is. */
export function nextManifest(context: CaseContext): Manifest | null {
  const left = nextLeft(context);
  return left && manifestOfTry(context.made, left);
}

/** The context once a training has ended. */
export function answered(context: CaseContext, output: ProbeOutput): CaseContext {
  const left = nextLeft(context);
  if (!left) return context;
  const failed = (): CaseContext =>
    output.ok
      ? context
      : { ...context, failure: { kind: output.failure.kind, reason: output.failure.reason } };
  if (output.ok) {
    const { record } = output;
    context = { ...context, records: { ...context.records, [manifestKey(record.manifest)]: record } };
    if (!context.then) return { ...context, then: record };
    if (!context.later) return { ...context, later: record };
  }
  const criterion = criterionOf(context);
  if (!context.then || criterion === null) return failed();
  const finding = findingOf({ criterion, tolerance: 0 }, context.then, output);
  if (!finding) return failed();
  const [step] = context.todo;
  // A try that a naming has asked for is a try like any other; the naming is judged again after it.
  const todo = step?.does === 'try' ? context.todo.slice(1) : context.todo;
  return { ...context, todo, log: [...context.log, { does: 'try', keys: others(context, left), finding }] };
}

/** What delta debugging would leave in next, from here: of all that it asks, the first that nobody has tried. */
export function bisectFromHere(context: CaseContext): readonly string[] {
  const items = keysOf(context.made);
  const known = knownIn(context);
  const answers: boolean[] = [];
  for (;;) {
    const search = searchAfter(items, answers);
    if (search.done)
      return search.causes.kind === 'found' ? others(context, search.causes.groups.flat()) : items;
    const { applied } = search.probe;
    const answer = applied.length === 0 ? false : applied.length === items.length ? true : known(applied);
    if (answer === undefined) return applied;
    answers.push(answer);
  }
}
