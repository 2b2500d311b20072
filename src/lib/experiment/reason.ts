/** What the sentence of a reason names: texts, figures, and what has words of its own. */
export type Values = Readonly<Record<string, string | number | Reason>>;

/** Why something was refused or failed. Its sentence is in the words' room, in the table that has its code. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly values: Values;
}

/** What was read from outside, or why it was not. */
export type Checked<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason<Code> };

export const because = <Code extends string>(code: Code, values: Values = {}): Reason<Code> => ({
  code,
  values
});

/** Refuses by a code alone: this room has no words, and whoever shows it asks for them (`reasonText`). */
export const refuse = <Code extends string>(code: Code, values?: Values) =>
  ({ ok: false, reason: because(code, values) }) as const;
