import type { EpochReport, TrainerFailure, TrainerRequests } from './protocol';

/** The requests by name, as they travel: ids tell requests that run at the same time apart. */
export type RequestName = keyof TrainerRequests;

/** An answer is a value, whether it went well or not. */
export type Answer<Name extends RequestName> =
  | { readonly ok: true; readonly value: TrainerRequests[Name]['output'] }
  | { readonly ok: false; readonly failure: TrainerFailure };

export type RequestMessage = {
  [Name in RequestName]: { type: 'request'; id: number; name: Name; input: TrainerRequests[Name]['input'] };
}[RequestName];

export type ToWorker = RequestMessage | { type: 'cancel'; id: number };

/** Any number of reports, then one answer, for each request. */
export type FromWorker =
  | { type: 'progress'; id: number; report: EpochReport }
  | { type: 'answer'; id: number; answer: Answer<RequestName> };

/** @param message one sentence for the person who asked. */
export const failure = (
  kind: TrainerFailure['kind'],
  message: string
): { readonly ok: false; readonly failure: TrainerFailure } => ({ ok: false, failure: { kind, message } });

export const cancelled = () => failure('cancelled', 'The training was cancelled before it ended.');
