import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, diff, PARTS, toDigest, type Manifest } from '$lib/experiment';
import { receiptOf, type Receipt } from '$lib/experiment/receipt';
import type { VerifyState } from '$lib/machine/verify';
import { judge } from '$lib/receipt';
import { takeHomeView } from '$lib/views/receipt';
import { claimsView } from '$lib/views/verify/claims';
import { verifyNews } from '$lib/views/verify/news';
import { runView } from '$lib/views/verify/run';
import { judgementView } from '$lib/views/verify/verdict';
import { verdicts } from '$lib/lesson/verdicts';
import { realRun } from '../../machine/fake-trainer';
import { forge, receiptOfCase, trained, VERDICT_CASES } from '../../receipt/verdicts';
import { anyManifest, withFields } from '../../trainer/manifests';
import { saying } from '../../trainer/saying';

const record = realRun(BASELINE).record;
const claim = receiptOf(record);
const ENGINE = 'Netscape 4 on Amiga';

const claiming = (result: Partial<Receipt['result']>): Receipt => ({
  ...claim,
  result: { ...claim.result, ...result }
});

const judged = (receipt: Receipt) => judgementView(receipt, record, judge(receipt, record), ENGINE);

const of = (manifest: Manifest): Receipt => ({ ...claim, manifest });

const idle: VerifyState = {
  at: 'claims',
  receipt: claim,
  refusal: null,
  record: null,
  progress: null,
  failure: null
};

describe('what a receipt claims', () => {
  it('is told in words, with the whole digests', () => {
    expect(claimsView(claim)).toMatchObject({
      run: { name: 'then', label: 'Claimed', result: { percent: '85%', detail: '85 of 100 right' } },
      digest: claim.result.digest,
      predictionsDigest: claim.result.predictionsDigest,
      prediction: null,
      note: null,
      differing: 'Every field is as in the lesson’s first run.'
    });
  });

  it('shows of a comment what cannot be seen, as on every page', () => {
    const { parts } = claimsView(of(withFields({ 'code.comment': 'so\u3164\ue000\u{e0100} 😀' })));
    const comment = parts[0]?.fields.find(({ path }) => path === 'code.comment');
    expect(comment?.value).toBe('so\\u3164\\ue000\u{e0100} 😀');
  });

  it('tells the prediction, and whose result one of platform math is', () => {
    const receipt = {
      ...of(withFields({ 'environment.math': 'platform' })),
      prediction: 'mismatch' as const
    };
    const { prediction, note } = claimsView(receipt);
    expect(prediction).toBe('Its maker had predicted: mismatch.');
    expect(note).toContain('The receipt does not say which engine made it.');
  });

  it('keeps the order of the lesson’s manifest, whatever the receipt’s own is', () => {
    const sorted = JSON.parse(
      JSON.stringify(BASELINE, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort())
          : value
      )
    ) as Manifest;
    expect(claimsView(of(sorted)).parts).toEqual(claimsView(claim).parts);
  });

  it('shows every field of any manifest once, and marks just those that are not the lesson’s', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const { parts, differing } = claimsView(of(manifest));
        const fields = parts.flatMap((part) => part.fields);
        expect(fields.map(({ path }) => path).sort()).toEqual(
          PARTS.flatMap((part) => Object.keys(manifest[part]).map((field) => `${part}.${field}`)).sort()
        );
        const marked = fields.filter(({ lesson }) => lesson !== null);
        const differences = diff(BASELINE, manifest);
        expect(marked.map(({ path }) => path).sort()).toEqual(differences.map(({ path }) => path).sort());
        expect(differing.startsWith('Every')).toBe(differences.length === 0);
      })
    );
  });
});

describe('the re-run', () => {
  it('is to be begun, under way, cancelled, failed or done', () => {
    expect(runView({ ...idle, receipt: null })).toBeNull();
    expect(runView(idle)).toMatchObject({ run: 'Run it again', due: true, running: false, outcome: '' });
    const progress = { epoch: 7, epochs: 100, lossCurve: [] };
    expect(runView({ ...idle, at: 'retraining' })?.progress).toBe('The training begins.');
    expect(runView({ ...idle, at: 'retraining', progress })).toMatchObject({
      running: true,
      done: 7,
      total: 100,
      progress: 'Epoch 7 of 100'
    });
    expect(runView({ ...idle, at: 'cancelled' })?.outcome).toMatch(/^Cancelled/);
    const failure = { kind: 'refused', reason: saying('Too hot.') } as const;
    const failed = runView({ ...idle, at: 'failed', failure });
    expect(failed).toMatchObject({ failed: true, due: true });
    expect(failed?.outcome).toBe(
      'The training stopped. The trainer refused this run. The trainer stopped: Too hot.'
    );
    expect(runView({ ...idle, at: 'judged', record })).toMatchObject({ run: 'Run it once more', due: false });
  });
});

describe('the verdict', () => {
  const saidOf = (receipt: Receipt) => judged(receipt).parts.map(({ verdict }) => verdict);

  it('is identical when all is as claimed', () => {
    const view = judged(claim);
    expect(view).toMatchObject({ matches: true, sign: '=' });
    expect(view.headline).toMatch(/^Identical/);
    expect(view.details).toEqual([
      'Weights, predictions and accuracy are all as claimed.',
      'All 33 weights are equal, down to the last bit.'
    ]);
    expect(view.rungs.filter(({ here }) => here).map(({ kind }) => kind)).toEqual(['identical']);
    expect(saidOf(claim)).toEqual(['the same', 'the same', 'the same']);
    expect(view.engine).toBe('Netscape 4 on Amiga');
  });

  it.each(VERDICT_CASES)('on a claim that is $name is $outcome', (one) => {
    const receipt = receiptOfCase(one);
    const rerun = trained(receipt.manifest);
    const view = judgementView(receipt, rerun && { ...record, ...rerun }, judge(receipt, rerun), ENGINE);
    expect(view).toMatchObject({
      matches: { same: true, equivalent: true, refuted: false, undecided: null }[one.outcome],
      sign: { same: '=', equivalent: '≈', refuted: '≠', undecided: '?' }[one.outcome],
      headline: verdicts[one.finding].title
    });
    expect(view.details[0]).toBe(verdicts[one.finding].why);
    expect(view.runs).toHaveLength(rerun ? 2 : 1);
    expect(view.parts.filter(({ same }) => !same).map(({ part }) => part)).toEqual(rerun ? one.differs : []);
    // The rung that the pair stands on says what the verdict says.
    for (const { matches } of view.rungs.filter((rung) => rung.here)) expect(matches).toBe(view.matches);
  });

  it('colours the bytes that are not as claimed on the re-run’s fingerprint', () => {
    const [first = '', ...rest] = [...claim.result.digest];
    const receipt = claiming({ digest: toDigest([first === '0' ? '1' : '0', ...rest].join('')) });
    const [claimed, rerun] = judged(receipt).runs;
    expect(claimed!.result.bars.some(({ differs }) => differs)).toBe(false);
    expect(rerun!.result.bars.flatMap(({ differs }, index) => (differs ? [index] : []))).toEqual([0]);
  });

  it('tells as information how the run differs from the lesson’s', () => {
    const view = judged(of(withFields({ 'code.l2': 0.01, 'environment.math': 'platform' })));
    expect(view.differences.map(({ changes }) => changes.join())).toEqual([
      'l2: 0 → 0.01',
      '',
      'math: portable → platform'
    ]);
  });

  it('names what the re-run leaves open', () => {
    expect(judged(claim).unchecked).toBe('name of the environment');
    const noted = { ...of(withFields({ 'environment.user': 'ada' })), prediction: 'match' as const };
    expect(judged(noted).unchecked).toBe('name of the environment, user, prediction');
  });

  it('says whose result it cannot refute', () => {
    const receipt: Receipt = {
      ...of(withFields({ 'environment.math': 'platform' })),
      result: forge(claim.result, ['weights', 'predictions'])
    };
    expect(judged(receipt).details.at(-1)).toBe('The receipt does not say which engine made it.');
    const named = { ...receipt, version: 2 as const, engine: 'Lynx 2' };
    expect(judged(named).details.at(-1)).toBe('The engine that made it: Lynx 2.');
    expect(claimsView(named).note).toContain('The engine that made it: Lynx 2.');
  });
});

it('says aloud what is new: what was opened, what was refused, the verdict', () => {
  expect(verifyNews({ ...idle, at: 'empty', receipt: null }, [], null)).toBe('');
  expect(verifyNews(idle, [], null)).toBe('The receipt is open. It claims 85%. Nothing has been run yet.');
  expect(verifyNews(idle, ['Do not run it.'], null)).toMatch(/Nothing has been run yet. Do not run it.$/);
  expect(verifyNews({ ...idle, refusal: 'Garbage.' }, [], null)).toBe('Not opened. Garbage.');
  expect(verifyNews({ ...idle, at: 'retraining' }, [], null)).toBe('');
  expect(verifyNews({ ...idle, at: 'judged', record }, [], 'Identical')).toBe('Identical');
});

it('tells what goes home, and how it is run there', () => {
  const view = takeHomeView({ ...claim, prediction: 'match' }, 'retrace-570cce69.zip');
  expect(view.run).toMatch(/^85 of 100 penguins right, weights 570cce69…/);
  expect(view.prediction).toBe('It carries your prediction: match.');
  expect(view.commands.map(({ command }) => command)).toEqual([
    'python3 reproduce.py',
    'node reproduce.mjs',
    'npm run -s verify -- retrace-570cce69.zip'
  ]);
  expect(takeHomeView(claim, 'x.zip').prediction).toBeNull();
});
