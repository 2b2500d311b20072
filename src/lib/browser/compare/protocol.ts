import type { AspectId } from '../../experiment/environment/aspects';
import type { Comparison } from '../../experiment/environment/diff';
import type { FormatId } from '../../experiment/environment/environment';
import type { KnownChange } from '../../experiment/environment/known-changes';
import type { GivenFile } from '../../experiment/environment/given';
import type { Refusal } from '../../experiment/environment/refusal';
import type { Candidate } from '../../experiment/environment/search';

/** Which of the two lists. */
export type Side = 0 | 1;

/** What the page needs to know of an environment; the whole stays in the worker. */
export interface Summary {
  readonly format: FormatId;
  readonly things: number;
  readonly platforms: readonly string[];
  readonly platform: string | null;
  readonly recorded: readonly AspectId[];
}

export interface Compared {
  readonly comparison: Comparison;
  /** What is on record of its differences, and what holds of things in both. */
  readonly onRecord: Readonly<Record<string, KnownChange>>;
  readonly candidates: readonly Candidate[];
  /** How many differences cannot be searched by installing. */
  readonly leftOut: number;
}

/** A list that is to be read, or, without files, one that is gone. */
export interface ToReader {
  readonly id: number;
  readonly side: Side;
  readonly files: readonly GivenFile[] | null;
  readonly platform: string | null;
}

export interface FromReader {
  readonly id: number;
  readonly read:
    { readonly ok: true; readonly value: Summary } | { readonly ok: false; readonly refusal: Refusal } | null;
  /** Null while there are not two. */
  readonly compared: Compared | null;
}
