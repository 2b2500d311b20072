import type { SnapshotFrom } from 'xstate';
import type { VerifyContext, verifyMachine } from './machine';

/** The check of a receipt as its views read it. */
export interface VerifyState extends VerifyContext {
  readonly at: SnapshotFrom<typeof verifyMachine>['value'];
}

export const verifyState = ({ context, value }: SnapshotFrom<typeof verifyMachine>): VerifyState => ({
  ...context,
  at: value
});
