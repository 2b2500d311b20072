import { createActor, waitFor, type SnapshotFrom } from 'xstate';
import {
  caseAt,
  caseMachine,
  caseState,
  CASE_START,
  type CaseCommand,
  type CasePlace,
  type CaseSource,
  type CaseState
} from '$lib/machine/case';
import { realTrainer } from '../fake-trainer';

/** A case under test: real machine, real trainings. */
export interface CaseDriver {
  state(): CaseState;
  /** Does something in it, and waits until everything that takes is trained. */
  send(command: CaseCommand): Promise<CaseState>;
}

const isAtRest = (snapshot: SnapshotFrom<typeof caseMachine>) =>
  !snapshot.hasTag('busy') && !snapshot.matches('empty');

export async function openCase(place: CasePlace = CASE_START): Promise<CaseDriver> {
  const actor = createActor(caseMachine.provide({ actors: { train: realTrainer().actor } })).start();
  const state = () => caseState(actor.getSnapshot());
  const send = async (command: CaseCommand) => {
    actor.send(command);
    await waitFor(actor, isAtRest);
    return state();
  };
  await send({ type: 'OPEN', place });
  return { state, send };
}

/** A case that somebody has broken. */
export const chosen = (...drifts: Extract<CaseSource, { kind: 'chosen' }>['drifts']): CasePlace =>
  caseAt({ kind: 'chosen', drifts });
