import { differingBits, hexOf, ulpDistance } from '../../../experiment/lab';
import { count, fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import { manifestWords } from '../../../lesson/manifest';
import type { LabPair, LabRun } from '../../../machine/lab';
import { weightName, type Both, type FirstDifference } from '../../../trainer/lab';
import { decimalOf } from '../number-text';
import { ulpText } from './text';

/** A stretch of digits that the two values share, or do not. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** One bit of both values. */
export interface BitPair extends Both<string> {
  readonly position: number;
  readonly differs: boolean;
}

export interface BitGroup {
  readonly name: 'sign' | 'exponent' | 'fraction';
  readonly title: string;
  /** Bits in bunches that are kept together: those that make one hexadecimal digit. */
  readonly bunches: readonly (readonly BitPair[])[];
}

export interface ValueRow {
  readonly run: LabRun;
  readonly label: string;
  readonly decimal: readonly Stretch[];
  readonly hex: readonly Stretch[];
}

/** The first place where two runs differ, in words and to be drawn. */
export interface PlaceView {
  /** Such as “Epoch 1, batch 1 of 15, weight W1[3, body mass]”. */
  readonly place: string;
  /** What weight that is, what differs beside it. */
  readonly details: readonly string[];
  readonly caption: string;
  readonly values: readonly ValueRow[];
  /** How many bits differ, such as “1 of 64”. */
  readonly differing: string;
  readonly apart: string;
  readonly groups: readonly BitGroup[];
}

const text = labWords.bits.first;

export const VALUE_COLUMNS = [
  'run',
  'decimal',
  'hex',
  'bits'
] as const satisfies readonly (keyof typeof text.columns)[];

/** Where the parts of a float64 begin and end. */
const GROUPS = [
  { name: 'sign', from: 0, to: 1 },
  { name: 'exponent', from: 1, to: 12 },
  { name: 'fraction', from: 12, to: 64 }
] as const;

const stretch = (part: string, differs: boolean): Stretch[] => (part === '' ? [] : [{ text: part, differs }]);

/** A decimal, marked from its first digit that is not the other's: after that digits tell nothing more. */
function markedTail(own: string, other: string): Stretch[] {
  let shared = 0;
  while (shared < own.length && own[shared] === other[shared]) shared++;
  return [...stretch(own.slice(0, shared), false), ...stretch(own.slice(shared), true)];
}

/** Hexadecimal digits, those that are not the other's marked. */
const markedDigits = (own: string, other: string): Stretch[] =>
  [...own].reduce<Stretch[]>((stretches, digit, index) => {
    const differs = digit !== other[index];
    const last = stretches.at(-1);
    return last?.differs === differs
      ? [...stretches.slice(0, -1), { text: last.text + digit, differs }]
      : [...stretches, { text: digit, differs }];
  }, []);

const bitsOf = (value: number): string =>
  BigInt(`0x${hexOf(value)}`)
    .toString(2)
    .padStart(64, '0');

/** The bits of two values, group by group. */
export function groupsOf(then: number, later: number): BitGroup[] {
  const [before, after] = [bitsOf(then), bitsOf(later)];
  const differing = new Set(differingBits(then, later));
  const pairs = [...before].map((bit, position) => ({
    position,
    then: bit,
    later: after.charAt(position),
    differs: differing.has(position)
  }));
  const bunch = (position: number) => Math.floor(position / 4);
  return GROUPS.map(({ name, from, to }) => {
    const own = pairs.slice(from, to);
    const bunches = [...new Set(own.map(({ position }) => bunch(position)))];
    return {
      name,
      title: text.groups[name],
      bunches: bunches.map((wanted) => own.filter(({ position }) => bunch(position) === wanted))
    };
  });
}

function inputText(input: 0 | 1, pair: LabPair): string {
  const name = (run: LabRun) => manifestWords.features[pair[run].data.features[input]];
  const [then, later] = [name('then'), name('later')];
  return then === later ? then : fill(text.inputs, { then, later });
}

/** How code names a weight, and what it is in words. */
function weightTexts(
  index: number,
  pair: LabPair
): { readonly code: string; readonly words: readonly string[] } {
  const units = pair.then.code.hiddenUnits;
  const name = weightName(index, units);
  if (name.layer === 'b2') return { code: 'b2', words: [text.layers.b2] };
  const input = name.layer === 'W1' ? inputText(name.input, pair) : '';
  return {
    code: `${name.layer}[${name.unit}${input && `, ${input}`}]`,
    words: [fill(text.layers[name.layer], { input, unit: name.unit + 1, units }), text.fromZero]
  };
}

/** @param weights how many weights each model has. */
export function placeView(first: FirstDifference, weights: number, pair: LabPair): PlaceView {
  const { epoch, batch, batchesInEpoch: batches, then, later } = first;
  const { code, words } = weightTexts(first.weight, pair);
  const decimal = { then: decimalOf(then), later: decimalOf(later) };
  const hex = { then: hexOf(then), later: hexOf(later) };
  const row = (run: LabRun, other: LabRun): ValueRow => ({
    run,
    label: labWords.bits.runs[run],
    decimal: markedTail(decimal[run], decimal[other]),
    hex: markedDigits(hex[run], hex[other])
  });
  const distance = ulpDistance(then, later);
  return {
    place: fill(batch === null ? text.start : text.batch, {
      epoch,
      batch: batch ?? 0,
      batches,
      weight: code
    }),
    details: [
      ...words,
      batch === null ? text.startWhy : fill(text.until, { weights }),
      count(text.differing, first.differing, { weights })
    ],
    caption: fill(text.caption, { weight: code }),
    values: [row('then', 'later'), row('later', 'then')],
    differing: fill(text.bits, { n: differingBits(then, later).length }),
    apart: count(text.apart, distance, { n: ulpText(distance) }),
    groups: groupsOf(then, later)
  };
}
