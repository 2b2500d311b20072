import { BASELINE, compare, percent, type Digest, type Manifest, type RunRecord } from '../../experiment';
import { differingBits } from '../../experiment/lab';
import { count, fill } from '../../lesson';
import { terms } from '../../lesson/terms';
import type { TestPenguin } from '../../trainer';
import { xoshiro128 } from '../../trainer/generators/xoshiro128';
import { shuffle } from '../../trainer/rng';
import { digestWeights } from '../../trainer/sha256';
import { percentText } from '../percent';

/** How many cards a seed deals. */
const CARDS = 12;

/** The cards from 1 on, as a seed shuffles them with the generator of the lesson. */
export function dealtCards(seed: number): number[] {
  const cards = Array.from({ length: CARDS }, (_, index) => index + 1);
  shuffle(cards, xoshiro128(seed));
  return cards;
}

const SUMS = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0.2 + 0.1 + 0.3];

export interface SumView {
  readonly values: readonly [number, number];
  readonly text: string;
  readonly bits: string;
}

/** The same three numbers added in two orders, which are places in `terms.bit.orders`. */
export function sumView(first: number, second: number): SumView {
  const [a, b] = [SUMS[first]!, SUMS[second]!];
  const { orders, sums, same, differ } = terms.bit;
  const differing = differingBits(a, b).length;
  return {
    values: [a, b],
    text: fill(sums, { first: orders[first]!, second: orders[second]!, a, b }),
    bits: differing === 0 ? same : count(differ, differing)
  };
}

/**
 * The digest of weights of which one has one bit flipped.
 * @param bit from 0, the smallest, to 63, the sign.
 */
export function flippedBit(
  weights: Float64Array,
  index: number,
  bit: number
): { readonly digest: Digest; readonly before: number; readonly after: number } {
  const flipped = weights.slice();
  const view = new DataView(flipped.buffer);
  const at = 8 * index;
  const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  view.setBigUint64(at, view.getBigUint64(at, isLittle) ^ (1n << BigInt(bit)), isLittle);
  return { digest: digestWeights(flipped), before: weights[index]!, after: flipped[index]! };
}

/** A straight border: at the middle bill length it crosses `where` (g), and rises by `tilt` grams a millimetre. */
export interface Border {
  readonly where: number;
  readonly tilt: number;
}

export const MIDDLE_BILL = 45;
/** What the map shows: bill length in mm, body mass in g. */
export const MAP = { left: 32, right: 60, low: 2600, high: 6400, width: 320, height: 220 };

export const borderAt = ({ where, tilt }: Border, bill: number): number =>
  where + tilt * (bill - MIDDLE_BILL);

/** Penguins for which a border is right, that says “male” of all that lie on it or above. */
export const rightFor = (border: Border, penguins: readonly TestPenguin[]): number =>
  penguins.filter(({ features: [bill, mass], sex }) => mass >= borderAt(border, bill) === (sex === 'MALE'))
    .length;

export const mapX = (bill: number): number => ((bill - MAP.left) / (MAP.right - MAP.left)) * MAP.width;
export const mapY = (mass: number): number =>
  MAP.height - ((mass - MAP.low) / (MAP.high - MAP.low)) * MAP.height;

/** The four words, each with the re-run that it is about. */
export const QUADRANTS = [
  { id: 'reproducible', data: 'same', analysis: 'same' },
  { id: 'replicable', data: 'other', analysis: 'same' },
  { id: 'robust', data: 'same', analysis: 'other' },
  { id: 'generalisable', data: 'other', analysis: 'other' }
] as const;
export type QuadrantId = (typeof QUADRANTS)[number]['id'];

/** The re-run of a word: other data is another split, another analysis has half as many hidden units. */
export function quadrantManifest(id: QuadrantId): Manifest {
  const { data, analysis } = QUADRANTS.find((quadrant) => quadrant.id === id)!;
  return {
    ...BASELINE,
    code: analysis === 'same' ? BASELINE.code : { ...BASELINE.code, hiddenUnits: 4 },
    data: data === 'same' ? BASELINE.data : { ...BASELINE.data, splitSeed: 7 }
  };
}

/** What the two runs of a word say. */
export function quadrantText(then: RunRecord, later: RunRecord): string {
  const { kind } = compare(then, later);
  return fill(terms.square.result[kind], {
    then: percentText(then),
    later: percentText(later),
    n: Math.round(Math.abs(percent(then.accuracy) - percent(later.accuracy)))
  });
}
