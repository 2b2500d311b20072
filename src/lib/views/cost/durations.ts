import { locale } from '../../lesson';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
  ['millisecond', 1]
] as const;

const formats = new Map(
  UNITS.map(([unit]) => [
    unit,
    new Intl.NumberFormat(locale.tag, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumSignificantDigits: 2
    })
  ])
);

/** A time in words, such as “2.5 hours”, with two digits that count. @param time in milliseconds */
export function durationText(time: number): string {
  const [unit, size] = UNITS.find(([, least]) => time >= least) ?? UNITS[UNITS.length - 1]!;
  return formats.get(unit)!.format(time / size);
}

/** Where the slider can stand: how long a training takes, in milliseconds. */
export const LENGTHS = [
  6,
  60,
  0.6 * SECOND,
  6 * SECOND,
  MINUTE,
  6 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  6 * DAY
] as const;
