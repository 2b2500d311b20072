import { fill, numberText } from '../../lesson';
import { why } from '../../lesson/why';

/**
 * Published figures: what can be guessed, in which steps, and what was found. The first value is the one asked for; of a
 * floor the study says no more than that it is more.
 */
export const FIGURES = [
  { id: 'data', unit: 'percent', most: 100, step: 1, values: [33, 86], isFloor: false },
  { id: 'repeat', unit: 'percent', most: 100, step: 1, values: [70], isFloor: true },
  { id: 'spread', unit: 'points', most: 30, step: 0.5, values: [10.8], isFloor: false }
] as const;

export type FigureId = (typeof FIGURES)[number]['id'];
type Figure = (typeof FIGURES)[number];

/** One bar of a figure, in shares of its scale. */
export interface FigureBar {
  readonly name: string;
  readonly text: string;
  readonly share: number;
}

export interface FigureView {
  readonly id: FigureId;
  readonly ask: string;
  readonly most: number;
  readonly step: number;
  /** Where the slider stands before it was moved. */
  readonly middle: number;
  /** What was guessed, and how far that is from the figure; null before. */
  readonly guess: { readonly text: string; readonly share: number; readonly off: string } | null;
  /** What was found; empty before the guess. */
  readonly bars: readonly FigureBar[];
  readonly source: string;
}

const { figures: words } = why;

/** A value of a figure in its unit, such as “33%” or “10.8 points”. */
export const figureText = ({ unit }: Pick<Figure, 'unit'>, value: number): string =>
  fill(words[unit], { n: numberText(value) });

function offText(figure: Figure, guess: number): string {
  const off = Math.round(10 * (guess - figure.values[0])) / 10;
  if (off > 0 && figure.isFloor) return words.off.beyond;
  if (off === 0) return words.off.none;
  return fill(off > 0 ? words.off.above : words.off.below, { n: numberText(Math.abs(off)) });
}

/** A figure before and after it was guessed. @param guess null before */
export function figureView(figure: Figure, guess: number | null): FigureView {
  const { id, most, step, values } = figure;
  const { ask, bars, source } = words.items[id];
  return {
    id,
    ask,
    most,
    step,
    middle: most / 2,
    guess:
      guess === null
        ? null
        : {
            text: fill(words.yours, { value: figureText(figure, guess) }),
            share: guess / most,
            off: offText(figure, guess)
          },
    bars:
      guess === null
        ? []
        : values.map((value, index) => ({
            name: bars[index]!,
            text: fill(figure.isFloor ? words.floor : words.exactly, { value: figureText(figure, value) }),
            share: value / most
          })),
    source
  };
}

/** Whether a text is a guess that the slider of a figure can make. */
export function isGuess({ most, step }: Figure, text: string): boolean {
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= most && Number.isInteger(value / step);
}
