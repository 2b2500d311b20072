import { createActor, fromCallback, waitFor } from 'xstate';
import type { Manifest } from '$lib/experiment';
import type { Criterion } from '$lib/experiment/lab';
import {
  bisectMachine,
  bisectState,
  LAB_START,
  labMachine,
  labState,
  pairOf,
  NOTHING_DIFFERS,
  type BisectState,
  type LabSetup,
  type LabState,
  type ProbeInput,
  type ProbeReported
} from '$lib/machine/lab';
import type { Both } from '$lib/trainer/lab';
import { realRun, realTrainer } from '../../../machine/fake-trainer';

export const setupOf = (...drifts: string[]): LabSetup => ({ ...NOTHING_DIFFERS, drifts });

/** The Lab with both runs really trained. */
export function labWith(setup: LabSetup, criterion: Criterion = 'predictions', tolerance = 0): LabState {
  const lab = createActor(labMachine.provide({ actors: { train: realTrainer().actor } })).start();
  lab.send({ type: 'OPEN', place: { ...LAB_START, setup, criterion, tolerance } });
  return labState(lab.getSnapshot());
}

/** Every state of a search by real retrainings, from its start to its end. */
export const searched = (
  setup: LabSetup,
  criterion: Criterion = 'predictions',
  tolerance = 0
): Promise<BisectState[]> => searchedBetween(pairOf(setup), criterion, tolerance);

async function searchedBetween(
  pair: Both<Manifest>,
  criterion: Criterion,
  tolerance: number
): Promise<BisectState[]> {
  const probe = fromCallback<ProbeReported, ProbeInput>(({ input: { manifest }, sendBack }) =>
    sendBack({ type: 'PROBED', output: { ok: true, record: realRun(manifest).record } })
  );
  const search = createActor(bisectMachine.provide({ actors: { probe } })).start();
  const states: BisectState[] = [];
  search.subscribe((snapshot) => states.push(bisectState(snapshot)));
  search.send({ type: 'START', ...pair, criterion, tolerance, record: realRun(pair.then).record });
  await waitFor(search, (snapshot) => !snapshot.hasTag('busy'));
  return states;
}

/** The end of a search. */
export const foundBy = async (...asked: Parameters<typeof searched>): Promise<BisectState> =>
  endOf(await searched(...asked));

/** The end of a search between two manifests. */
export const foundBetween = async (pair: Both<Manifest>, criterion: Criterion): Promise<BisectState> =>
  endOf(await searchedBetween(pair, criterion, 0));

function endOf(states: readonly BisectState[]): BisectState {
  const end = states.at(-1);
  if (!end) throw new Error('the search had no end');
  return end;
}
