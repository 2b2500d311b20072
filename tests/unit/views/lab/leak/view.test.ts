import { describe, expect, it } from 'vitest';
import { BASELINE, diff } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { pairOf } from '$lib/machine/lab';
import { leakView } from '$lib/views/lab/leak/view';
import { freshView } from '$lib/views/lab/leak/fresh';
import { sharedPenguins } from '$lib/views/lab/compare/pair';
import { FRESH_SEEDS, recipes } from '$lib/machine/lab/leak/study';
import { exams, first } from './exams';

const done = <T>(result: T) => ({ at: 'done', result }) as const;
const idle = { at: 'idle' } as const;

describe('the recipes', () => {
  it('differ from the recorded run in what they say, and in nothing else', () => {
    const changes = (manifest: typeof RECORDED) => diff(RECORDED, manifest).map(({ path }) => path);
    expect(changes(recipes.honest())).toEqual([]);
    expect(changes(recipes.leaky())).toEqual(['code.checkpoint']);
    expect(changes(recipes.upTo(46, 7))).toEqual(['code.epochs', 'data.splitSeed']);
  });

  it('meet fresh splits only, each once', () => {
    expect(new Set(FRESH_SEEDS).size).toBe(FRESH_SEEDS.length);
    expect(FRESH_SEEDS).not.toContain(BASELINE.data.splitSeed);
  });

  it('share some penguins between two exams, and all with the same exam', () => {
    expect(sharedPenguins(first.leaky, first.honest)).toBe(100);
    for (const { shared } of exams) expect(shared).toBeLessThan(50);
  });
});

describe('the first exam', () => {
  it('is not known before it is taken', () => {
    const view = leakView(idle, idle);
    expect(view.first.result).toBeNull();
    expect(view.fresh).toMatchObject({ ready: false, result: null });
  });

  it('has the leak at 90% twice with one digest, and the honest recipe at 85%', () => {
    const { result } = leakView(done(first), idle).first;
    expect(result?.runs.map(({ id, keeps, accuracy }) => [id, keeps, accuracy])).toEqual([
      ['leaky', '46 of 100', '90%'],
      ['again', '46 of 100', '90%'],
      ['honest', '100 of 100', '85%']
    ]);
    expect(result?.identical).toBe(true);
    expect(result?.verdict).toContain('The leak gave 90% twice, with the same digest');
    expect(result?.but).toContain('90% is the best of 100 looks at the same 100 penguins');
  });

  it('would say so if the leak did not reproduce', () => {
    const { result } = leakView(done({ ...first, again: first.honest }), idle).first;
    expect(result).toMatchObject({
      identical: false,
      verdict: 'The leak gave 90% and 85%, with different digests.'
    });
  });

  it('makes the fresh exams possible', () => {
    expect(leakView(done(first), idle).fresh.ready).toBe(true);
    expect(leakView({ at: 'cancelled' }, idle).fresh.ready).toBe(false);
  });
});

describe('the fresh exams', () => {
  const view = freshView(first, exams);
  const row = (id: 'kept' | 'honest' | 'anew') => view.rows.find((entry) => entry.id === id)!;

  it('never find the 90% that the leak claimed', () => {
    expect(row('kept')).toMatchObject({
      name: 'The leak’s choice: epoch 46',
      claimed: '90%',
      median: '81.5%',
      range: '74% to 88%',
      reached: '0 of 20',
      drawing: 'The leak’s choice: epoch 46: median 81.5%, from 74% to 88% on 20 fresh exams'
    });
  });

  it('find the 85% of the honest recipe now and then', () => {
    expect(row('honest')).toMatchObject({
      claimed: '85%',
      median: '83.5%',
      range: '78% to 88%',
      reached: '6 of 20'
    });
  });

  it('are flattered anew where the leak chooses anew', () => {
    expect(row('anew')).toMatchObject({ claim: null, median: '86%', range: '83% to 91%' });
    for (const exam of exams) {
      expect(exam.anew.correct).toBeGreaterThanOrEqual(exam.honest.correct);
      expect(exam.anew.correct).toBeGreaterThanOrEqual(exam.kept.correct);
    }
  });

  it('are drawn with a dot each, and told in a table', () => {
    for (const { dots } of view.rows) expect(dots).toHaveLength(FRESH_SEEDS.length);
    expect(view.heads).toEqual(['Epoch 46', 'Last epoch', 'Best epoch of this exam']);
    expect(view.exams.map(({ seed }) => seed)).toEqual(FRESH_SEEDS);
    expect(view.exams[0]!.cells).toEqual(['82%', '85%', '86%']);
  });

  it('mark the claim and the median where the axis has them', () => {
    const [least, most] = [view.ticks[0], view.ticks[view.ticks.length - 1]];
    expect([least, most]).toEqual([
      { x: 0, text: '70%' },
      { x: 100, text: '95%' }
    ]);
    expect(row('kept').claim).toEqual({ x: 80, text: 'claimed 90%' });
    expect(row('kept').middle).toEqual({ x: 46, text: 'median 81.5%' });
  });

  it('end in sentences that are computed', () => {
    expect(view.conclusion).toEqual([
      'The leak claimed 90%, bit for bit. On 20 fresh exams its choice has a median of 81.5% and never reaches that.',
      'The honest recipe claimed 85%. Its median is 83.5%, and it reaches that 6 times.'
    ]);
    expect(view.notes[0]).toContain('on average, 28 of the 100 penguins');
    expect(view.notes[1]).toContain(
      'even its 85% is probably a little higher than for new penguins. The median over these 20 exams, 83.5%,'
    );
  });

  it('say “once” where a claim is reached once', () => {
    const once = exams.filter(({ honest }) => honest.correct < 85).slice(0, 4);
    const reaching = exams.find(({ honest }) => honest.correct >= 85)!;
    expect(freshView(first, [...once, reaching]).conclusion[1]).toContain('it reaches that once.');
  });

  it('are shown once they are over, and gone with the first exam', () => {
    expect(leakView(done(first), done(exams)).fresh.result).toEqual(view);
    expect(leakView(done(first), { at: 'cancelled' }).fresh.result).toBeNull();
    expect(leakView({ at: 'running', progress: null }, done(exams)).fresh.result).toBeNull();
  });

  it('count the runs as they are trained', () => {
    const progress = (work: Parameters<typeof leakView>[1]) =>
      leakView(done(first), work).fresh.work.progress;
    expect(progress({ at: 'running', progress: null })).toBe('0 of 60 runs trained');
    expect(progress({ at: 'running', progress: { done: 7, total: 60 } })).toBe('7 of 60 runs trained');
  });
});

describe('the leak in the Lab', () => {
  it('is one field of the re-run', () => {
    const { then, later } = pairOf(leakView(idle, idle).setup);
    expect(diff(then, later).map(({ path }) => path)).toEqual(['code.checkpoint']);
  });
});
