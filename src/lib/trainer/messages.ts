import { because } from '../experiment/reason';
import type { LabRequests } from './lab-protocol';
import type { TrainerFailure } from './protocol';

/** What one kind of request asks, is told meanwhile, and is answered. */
export interface Exchange {
  input: unknown;
  progress: unknown;
  output: unknown;
}

/** Kinds of requests by name, as `TrainerRequests` is. */
export type Exchanges<Requests> = { [Name in keyof Requests]: Exchange };

/** An outcome is a value, whether it went well or not. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: TrainerFailure };

/** What a request is answered: the Lab's worker serves every kind that there is. */
export type Answer<Name extends keyof LabRequests> = Outcome<LabRequests[Name]['output']>;

/** A request as it travels: ids tell requests that run at the same time apart. */
export type RequestMessage<Requests extends Exchanges<Requests>> = {
  [Name in keyof Requests]: { type: 'request'; id: number; name: Name; input: Requests[Name]['input'] };
}[keyof Requests];

export type ToWorker<Requests extends Exchanges<Requests>> =
  RequestMessage<Requests> | { type: 'cancel'; id: number };

/** Any number of reports, then one answer, for each request. */
export type FromWorker<Requests extends Exchanges<Requests>> =
  | { type: 'progress'; id: number; report: Requests[keyof Requests]['progress'] }
  | { type: 'answer'; id: number; answer: Outcome<Requests[keyof Requests]['output']> };

export const failure = (
  kind: TrainerFailure['kind'],
  reason: TrainerFailure['reason'],
  more: Pick<TrainerFailure, 'diverged'> = {}
): { readonly ok: false; readonly failure: TrainerFailure } => ({
  ok: false,
  failure: { kind, reason, ...more }
});

export const cancelled = () => failure('cancelled', because('cancelled'));
