import {
  BASELINE,
  compare,
  driftedManifest,
  percent,
  type ComparisonKind,
  type Manifest,
  type Part,
  type RunRecord
} from '../../experiment';
import { CATALOGUE, conflicting, type CatalogueDrift, type CatalogueId } from '../../experiment/lab';
import { below, type Rng } from '../../trainer/rng';

/** What can be answered, whatever the question: how far two runs agree, a drift, a record, or a direction. */
export type OptionId =
  | ComparisonKind
  | CatalogueId
  | Part
  | 'none'
  | 'higher'
  | 'lower'
  | 'equal'
  | 'first'
  | 'second'
  | 'either'
  | 'both';

/** One question, as it was dealt. Which option is right is not known before its runs are trained. */
export interface Draw {
  /** The first run. It has a seed and a split of its own, so that no answer can be learned by heart. */
  readonly base: Manifest;
  /** Each re-run, with the drifts that it differs by. */
  readonly reruns: readonly { readonly drifts: readonly CatalogueId[]; readonly manifest: Manifest }[];
  readonly options: readonly OptionId[];
}

/** The first run and its re-runs, in the order in which they were dealt. */
export interface DealtRuns {
  readonly base: RunRecord;
  readonly reruns: readonly RunRecord[];
}

/** A kind of question. */
interface Card {
  /** Deals one. */
  readonly deal: (rng: Rng) => Draw;
  /** The option that its runs show to be right; null where no option or several are, so that it is no question. */
  readonly key: (draw: Draw, runs: DealtRuns) => OptionId | null;
}

/** Those whose result is another browser's affair, or whose test is another than the first run's, are not asked about. */
const LEFT_OUT: readonly CatalogueId[] = [
  'platform-math',
  'best-on-test',
  'test-labels-corrected',
  'split-seed',
  'random-seed'
];
const POOL = CATALOGUE.filter(({ id }) => !LEFT_OUT.includes(id));

const pick = <T>(rng: Rng, from: readonly T[]): T => from[below(rng, from.length)]!;

/** Some of a list, in the order in which they were drawn. */
function several<T>(rng: Rng, from: readonly T[], n: number): T[] {
  const left = [...from];
  return Array.from({ length: n }, () => left.splice(below(rng, left.length), 1)[0]!);
}

function anyBase(rng: Rng): Manifest {
  const [seed, splitSeed] = [1 + below(rng, 9999), 1 + below(rng, 9999)];
  return {
    ...BASELINE,
    data: { ...BASELINE.data, splitSeed },
    environment: { ...BASELINE.environment, seed }
  };
}

const draw = (
  base: Manifest,
  sets: readonly (readonly CatalogueDrift[])[],
  options: readonly OptionId[]
): Draw => ({
  base,
  reruns: sets.map((drifts) => ({
    drifts: drifts.map(({ id }) => id),
    manifest: driftedManifest(drifts, base)
  })),
  options
});

const KINDS: readonly ComparisonKind[] = ['identical', 'equivalent', 'same-score', 'mismatch'];

const movement = (base: RunRecord, rerun: RunRecord): number =>
  percent(rerun.accuracy) - percent(base.accuracy);

/** How far the re-run of one or two differences agrees. */
const kindCard = (from: readonly CatalogueDrift[], n: 1 | 2 = 1): Card => ({
  deal: (rng) => {
    const base = anyBase(rng);
    let drifts = several(rng, from, n);
    while (n === 2 && conflicting(drifts[0]!, drifts[1]!)) drifts = several(rng, from, n);
    return draw(base, [drifts], KINDS);
  },
  key: (_, { base, reruns: [rerun] }) => (rerun ? compare(base, rerun).kind : null)
});

/** Which of three differences, each in a re-run of its own, is the only one of which something is true. */
const onlyCard = (
  isSo: (base: RunRecord, rerun: RunRecord) => boolean,
  from: readonly CatalogueDrift[] = POOL
): Card => ({
  deal: (rng) => {
    const base = anyBase(rng);
    const drifts = several(rng, from, 3);
    return draw(
      base,
      drifts.map((drift) => [drift]),
      drifts.map(({ id }) => id)
    );
  },
  key: ({ options }, { base, reruns }) => {
    const so = options.filter((_, index) => isSo(base, reruns[index]!));
    return so.length === 1 ? so[0]! : null;
  }
});

const ofPart = (...parts: readonly Part[]): CatalogueDrift[] =>
  POOL.filter(({ part }) => parts.includes(part));

/** What changes the score, as the learning rate does, beside what does not. */
const moves = (base: RunRecord, rerun: RunRecord): boolean => movement(base, rerun) !== 0;

/** Every kind of question, by its name. */
export const CARDS = {
  'kind-code': kindCard(ofPart('code')),
  'kind-data': kindCard(ofPart('data')),
  'kind-environment': kindCard(ofPart('environment')),
  'kind-two': kindCard(POOL, 2),
  'moved-any': onlyCard(moves),
  'moved-environment': onlyCard(moves, ofPart('environment')),
  'kept-bits': onlyCard((base, rerun) => base.digest === rerun.digest),
  'kept-answers': onlyCard((base, rerun) => compare(base, rerun).kind === 'equivalent'),
  'other-answers': onlyCard(
    (base, rerun) => compare(base, rerun).flipped.length > 0,
    ofPart('data', 'environment')
  ),
  'most-flips': {
    ...onlyCard(() => false),
    key: ({ options }, { base, reruns }) => {
      const flips = reruns.map((rerun) => compare(base, rerun).flipped.length);
      const most = Math.max(...flips);
      return flips.filter((n) => n === most).length === 1 ? options[flips.indexOf(most)]! : null;
    }
  },
  record: {
    deal: (rng) => draw(anyBase(rng), [[pick(rng, POOL)]], ['code', 'data', 'environment', 'none']),
    key: ({ reruns: [dealt] }, { base, reruns: [rerun] }) => {
      if (!dealt || !rerun) return null;
      if (base.digest === rerun.digest) return 'none';
      return CATALOGUE.find(({ id }) => id === dealt.drifts[0])?.part ?? null;
    }
  },
  direction: {
    deal: (rng) => draw(anyBase(rng), [[pick(rng, POOL)]], ['higher', 'equal', 'lower']),
    key: (_, { base, reruns: [rerun] }) => {
      if (!rerun) return null;
      const moved = movement(base, rerun);
      return moved === 0 ? 'equal' : moved > 0 ? 'higher' : 'lower';
    }
  },
  cause: {
    ...onlyCard(() => false),
    // The first of the three, in whichever place it stands, made the re-run that is shown.
    deal: (rng) => {
      const dealt = onlyCard(() => false).deal(rng);
      const culprit = pick(rng, dealt.reruns);
      return { ...dealt, reruns: [...dealt.reruns, culprit] };
    },
    key: ({ options }, { base, reruns }) => {
      const shown = reruns.at(-1)!;
      if (compare(base, shown).kind === 'identical') return null;
      const same = options.filter((_, index) => reruns[index]!.digest === shown.digest);
      return same.length === 1 ? same[0]! : null;
    }
  },
  repair: {
    deal: (rng) => {
      const base = anyBase(rng);
      let drifts = several(rng, POOL, 2);
      while (conflicting(drifts[0]!, drifts[1]!)) drifts = several(rng, POOL, 2);
      const [first, second] = [[drifts[0]!], [drifts[1]!]];
      // What is left after the first was put back is the second, and the other way round.
      return draw(base, [drifts, second, first], ['first', 'second', 'either', 'both']);
    },
    key: (_, { base, reruns: [broken, withoutFirst, withoutSecond] }) => {
      if (!broken || !withoutFirst || !withoutSecond || !moves(base, broken)) return null;
      const repaired = [withoutFirst, withoutSecond].map((rerun) => !moves(base, rerun));
      if (repaired[0] && repaired[1]) return 'either';
      if (repaired[0]) return 'first';
      return repaired[1] ? 'second' : 'both';
    }
  }
} as const satisfies Readonly<Record<string, Card>>;

export type CardId = keyof typeof CARDS;
export const CARD_IDS = Object.keys(CARDS) as CardId[];

/** What has to be trained for a question, the first run first. */
export const manifestsOf = ({ base, reruns }: Draw): Manifest[] => [
  base,
  ...reruns.map(({ manifest }) => manifest)
];

/** The key of a question whose runs are trained, in the order of `manifestsOf`. */
export function keyOf(id: CardId, draw: Draw, [base, ...reruns]: readonly RunRecord[]): OptionId | null {
  return base ? (CARDS[id] as Card).key(draw, { base, reruns }) : null;
}

/** The option that a hint takes away: the first that is not right. */
export const ruledOut = ({ options }: Draw, key: OptionId): OptionId =>
  options.find((option) => option !== key)!;
