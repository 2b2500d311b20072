/** Which text of the code holds a line. */
export type CodeText = 'program' | 'trainer';

export const CHANGE_IDS = ['sum', 'order', 'ddof', 'epochs', 'exp', 'float32'] as const;

/** A small change of the code that someone might make, and not think of as one. */
export type ChangeId = (typeof CHANGE_IDS)[number];

export interface CodeChange {
  readonly text: CodeText;
  /** As it stands in the lesson's code, once; and what comes in its place. */
  readonly before: string;
  readonly after: string;
}

export const CHANGES: Readonly<Record<ChangeId, CodeChange>> = {
  sum: {
    text: 'trainer',
    before: 'mean = total(values) / len(values)',
    after: 'mean = sum(values) / len(values)'
  },
  order: {
    text: 'trainer',
    before: 'h = r(tanh(r(r(r(w0 * x0) + r(w1 * x1)) + bias)))',
    after: 'h = r(tanh(r(r(w0 * x0) + r(r(w1 * x1) + bias))))'
  },
  ddof: { text: 'program', before: '"ddof": 0,', after: '"ddof": 1,' },
  epochs: { text: 'program', before: '"epochs": 100,', after: '"epochs": 101,' },
  exp: {
    text: 'trainer',
    before: 'q = r(exp(-z if z >= 0 else z))',
    after: 'q = r(math.exp(-z if z >= 0 else z))'
  },
  float32: { text: 'program', before: '"precision": "float64",', after: '"precision": "float32",' }
};

/** What a reader can say beforehand of the run to come. */
export const GUESSES = ['identical', 'equivalent', 'flips'] as const;
export type Guess = (typeof GUESSES)[number];

export interface CodeTexts {
  readonly program: string;
  readonly trainer: string;
}

/** The code with a change made; null where what is to be changed does not stand there once. */
export function withChange(code: CodeTexts, id: ChangeId): CodeTexts | null {
  const { text, before, after } = CHANGES[id];
  const pieces = code[text].split(before);
  return pieces.length === 2 ? { ...code, [text]: pieces.join(after) } : null;
}
