import { describe, expect, it } from 'vitest';
import { LEVELS } from '$lib/experiment/case';
import { caseAt, CASE_START } from '$lib/machine/case';
import { chosen, openCase as open } from './driver';

const L2 = 'code.l2';
const THREE = chosen('library-default', 'float32', 'user');

describe('a case', () => {
  it('begins with the first run and the re-run, really trained', async () => {
    const { state } = await open(THREE);
    expect(state()).toMatchObject({ at: 'desk', criterion: 'score', isWhole: false, tries: 0, causes: null });
    expect([state().then?.accuracy.correct, state().later?.accuracy.correct]).toEqual([85, 71]);
  });

  it('is solved by naming the cause: what that needs to be shown is trained, and then advice is asked', async () => {
    const { send } = await open(THREE);
    await send({ type: 'TOGGLE', key: L2 });
    const named = await send({ type: 'NAME' });
    expect(named.causes?.map((cause) => cause.map(({ key }) => key))).toEqual([[L2]]);
    expect(named).toMatchObject({ tries: 2, floor: 2, wrong: 0, isSolved: false });
    expect((await send({ type: 'ADVISE', key: L2, kind: 'pin' })).isSolved).toBe(false);
    expect((await send({ type: 'ADVISE', key: L2, kind: 'lock' })).isSolved).toBe(true);
  });

  it('answers a wrong naming with the try that refutes it, and counts it', async () => {
    const { send } = await open(THREE);
    await send({ type: 'SELECT', keys: ['environment.user'] });
    const named = await send({ type: 'NAME' });
    expect(named.causes).toBeNull();
    expect(named).toMatchObject({ tries: 2, wrong: 1 });
    expect(named.log.map(({ does }) => does)).toEqual(['try', 'name']);
    expect(named.log[1]).toMatchObject({ naming: { kind: 'refuted', by: 'rest' } });
  });

  it('trains no try twice, and neither nothing nor all', async () => {
    const { send } = await open(THREE);
    expect((await send({ type: 'TRY' })).log).toEqual([]);
    await send({ type: 'TOGGLE', key: L2 });
    expect((await send({ type: 'TRY' })).log).toHaveLength(1);
    expect((await send({ type: 'TRY' })).log).toHaveLength(1);
    await send({ type: 'SELECT', keys: [L2, 'environment.precision', 'environment.user'] });
    expect((await send({ type: 'TRY' })).log).toHaveLength(1);
  });

  it('is again what it was where its place is opened: every try is trained anew', async () => {
    const { send } = await open(THREE);
    await send({ type: 'SELECT', keys: ['environment.user'] });
    await send({ type: 'NAME' });
    await send({ type: 'HINT' });
    await send({ type: 'SELECT', keys: [L2] });
    const left = await send({ type: 'NAME' });
    const { source, steps, selection, hints, advice } = left;
    const { state } = await open({ source, steps, selection, hints, advice });
    expect({ ...state(), canUndo: true }).toEqual(left);
  });

  it('gives back what was chosen, and a case that was left, with all that was done in it', async () => {
    const { send, state } = await open(THREE);
    expect(state().canUndo).toBe(false);
    await send({ type: 'TOGGLE', key: L2 });
    await send({ type: 'TRY' });
    await send({ type: 'TAKE', source: CASE_START.source });
    expect(state()).toMatchObject({ source: CASE_START.source, log: [], selection: [] });
    expect(await send({ type: 'UNDO' })).toMatchObject({ source: THREE.source, selection: [L2] });
    expect(state().log).toHaveLength(1);
    expect((await send({ type: 'UNDO' })).selection).toEqual([]);
    expect(state().log, 'a try stays made').toHaveLength(1);
  });

  it('says where nothing is broken', async () => {
    const { state, send } = await open(chosen('host-name', 'user'));
    expect(state()).toMatchObject({ isWhole: true, criterion: null });
    await send({ type: 'SELECT', keys: ['environment.user'] });
    expect((await send({ type: 'TRY' })).log).toEqual([]);
  });

  it.each(LEVELS)('of level %i is solved by following the third hint', async (level) => {
    const { state, send } = await open(caseAt({ kind: 'drawn', level, number: 3 }));
    for (let tries = 0; tries < 40; tries++) {
      await send({ type: 'HINT' });
      if (state().hints < 3) continue;
      if (!state().isNew) break;
      await send({ type: 'TRY' });
    }
    expect((await send({ type: 'NAME' })).causes).not.toBeNull();
    expect(state().tries).toBeGreaterThanOrEqual(state().floor!);
  });
});
