import { describe, expect, it } from 'vitest';
import { probesView } from '$lib/views/lab/cause/probes';
import { searched, setupOf } from './searches';
import { saying } from '../../../trainer/saying';

const setup = setupOf('library-default', 'host-name');

describe('the list of probes', () => {
  it('is not there before anything was asked', async () => {
    const [start] = await searched(setup);
    expect(probesView({ ...start!, question: null })).toBeNull();
  });

  it('says what every probe is held against', async () => {
    const [start] = await searched(setup);
    expect(probesView(start!)?.intro).toContain('85%, 570cce69…98d40');
  });

  it('grows by one at a time: what is known, and the one that runs', async () => {
    const states = await searched(setup);
    states.forEach((state, index) => {
      const rows = probesView(state)!.rows;
      expect(rows).toHaveLength(index + (state.busy ? 1 : 0));
      expect(rows.filter((row) => row.state === 'running')).toHaveLength(state.busy ? 1 : 0);
      expect(rows.map(({ name }) => name)).toEqual(rows.map((_, place) => String(place + 1)));
    });
  });

  it('tells what was put back, what for, and what came of it', async () => {
    const end = (await searched(setup)).at(-1)!;
    const [all, none] = probesView(end)!.rows;
    expect(all).toMatchObject({
      note: 'Nothing put back: is it broken?',
      accuracy: '71%',
      flips: '28 flips',
      sameDigest: false,
      state: 'broken',
      outcome: 'still broken'
    });
    expect(none).toMatchObject({
      note: 'All put back: is it repaired?',
      accuracy: '85%',
      flips: 'no flips',
      digest: '570cce69…98d40',
      sameDigest: true,
      state: 'repaired',
      outcome: 'repaired'
    });
  });

  it('shows every field in every probe, in the same order', async () => {
    const end = (await searched(setup)).at(-1)!;
    const { columns, rows } = probesView(end)!;
    expect(columns.map(({ name }) => name)).toEqual(['l2', 'environment', 'host name']);
    for (const [index, row] of rows.entries()) {
      expect(row.cells.map(({ key }) => key)).toEqual(columns.map(({ key }) => key));
      const back = end.probes[index]!.putBack.map(({ key }) => key);
      expect(row.cells.filter(({ putBack }) => putBack).map(({ key }) => key)).toEqual(back);
    }
  });

  it('repeats what the trainer says when it refuses', async () => {
    const end = (await searched(setup)).at(-1)!;
    const refused = { kind: 'refused', reason: saying('no rows are left'), broken: true } as const;
    const view = probesView({ ...end, probes: [{ ...end.probes[0]!, finding: refused }] })!;
    expect(view.rows[0]).toMatchObject({
      refusal: 'The trainer refused it: The trainer stopped: no rows are left',
      state: 'broken',
      digest: ''
    });
  });
});
