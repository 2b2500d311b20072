import { createActor } from 'xstate';
import { LAB_START, labMachine, labState, type LabPlace, type LabState } from '$lib/machine/lab';
import { realTrainer } from '../../machine/fake-trainer';

/** The Lab as it stands once both runs of a place have really been trained. */
export function labAt(place: Partial<LabPlace> = {}): LabState {
  const actor = createActor(labMachine.provide({ actors: { train: realTrainer().actor } })).start();
  actor.send({ type: 'OPEN', place: { ...LAB_START, ...place } });
  return labState(actor.getSnapshot());
}
