import * as v from 'valibot';
import { because, type Reason, type Values } from './reason';

/** What a field of a manifest or a receipt may take. Its words are in `lesson/en/reasons.ts`. */
export type Takes =
  | 'object'
  | 'only'
  | 'one-of'
  | 'either'
  | 'whole'
  | 'number'
  | 'name'
  | 'line'
  | 'version'
  | 'time-zone'
  | 'our-data'
  | 'two-columns'
  | 'edits'
  | 'sha256'
  | 'prediction'
  | 'engine';

// The annotations let a bundler leave a schema out where only types and the baseline are used.

/** What a schema takes, for refusals to say. */
/* @__NO_SIDE_EFFECTS__ */
export const takes = <T>(code: Takes, values?: Values) =>
  v.metadata<T, { takes: Reason<Takes> }>({ takes: because(code, values) });

/** What a schema says that it takes; null where it says nothing. */
export const takenBy = (schema: v.GenericSchema): Reason<Takes> | null =>
  (v.getMetadata(schema) as { takes?: Reason<Takes> }).takes ?? null;
