import { because, type Values } from '../experiment/reason';

/** Why a manifest cannot be trained, though it is one. */
export type RefusalCode = 'other-data' | 'diverged' | 'other-shape';

/** Why no answer came. Its words are in `lesson/en/reasons.ts`. */
export type FailureCode =
  | RefusalCode
  | 'cancelled'
  | 'broke-down'
  | 'broke-down-with'
  | 'stopped'
  | 'unloaded'
  | 'no-python'
  | 'blocked';

/** A manifest that is valid but cannot be trained. */
export class TrainingRefused extends Error {
  override readonly name = 'TrainingRefused';
  readonly reason;

  constructor(code: RefusalCode, values?: Values) {
    super(code);
    this.reason = because(code, values);
  }
}

/** A training whose numbers grow without bound: it ends without a result, for anyone who trains the same. */
export class TrainingDiverged extends TrainingRefused {
  /** @param epoch in which they did */
  constructor(epoch: number) {
    super('diverged', { epoch });
  }
}
