/** What was read from outside, or one sentence that says what is wrong and what to do. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };
