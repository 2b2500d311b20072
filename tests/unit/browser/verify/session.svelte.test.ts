// @vitest-environment jsdom
import { File } from 'node:buffer';
import { unzipSync, zipSync } from 'fflate';
import { flushSync, untrack } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerifySession } from '$lib/browser/verify/session.svelte';
import { FIRST_CLAIM, FORGED_CLAIM, SECOND_CLAIM } from '$lib/experiment/sample-receipts';
import { verify } from '$lib/lesson/verify';
import { bundleOf, linkOf, MAX_FILE_BYTES } from '$lib/receipt';
import { FakeWorker } from '../../trainer/fake-worker';
import { csv } from '../../trainer/penguins';

const { workers, FILES } = vi.hoisted(() => ({
  workers: [] as FakeWorker[],
  FILES: { data: '', python: 'print("# python")\n', javascript: '// javascript\n' }
}));
vi.mock('$lib/trainer/spawn-worker', () => ({
  spawnTrainerWorker: () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }
}));
vi.mock('$lib/receipt/bundle/files', () => ({ BUNDLE_FILES: FILES }));
vi.mock('$app/navigation', () => ({
  replaceState: (url: string) => history.replaceState({}, '', url)
}));

let ends: (() => void)[] = [];

beforeEach(() => {
  FILES.data = csv;
});

afterEach(() => {
  for (const end of ends) end();
  ends = [];
  workers.length = 0;
  document.body.innerHTML = '';
});

/** A visit to the page at an address, which does with its session what the page does. */
function visit(address = '/verify/') {
  history.replaceState({}, '', address);
  let session!: VerifySession;
  const end = $effect.root(() => {
    session = new VerifySession();
    $effect(() => untrack(() => session.open()));
    $effect(() => session.followAddress());
  });
  ends.push(end);
  flushSync();
  return { session, end };
}

const fileOf = (content: string | Uint8Array, name = 'receipt.json') =>
  new File([content], name) as unknown as globalThis.File;
const textOf = (receipt: object) => fileOf(JSON.stringify(receipt));

describe('the address', () => {
  it('opens the link that it is', () => {
    const { session } = visit(`/verify/#${linkOf(SECOND_CLAIM)}`);
    expect(session.receipt).toEqual(SECOND_CLAIM);
    expect(location.hash).toBe(`#${linkOf(SECOND_CLAIM)}`);
  });

  it('is the link to whatever is open, and leaves what is not ours', () => {
    const { session } = visit('/verify/?utm_source=letter');
    session.openText(JSON.stringify(FIRST_CLAIM));
    flushSync();
    expect(location.search + location.hash).toBe(`?utm_source=letter#${linkOf(FIRST_CLAIM)}`);
    session.send({ type: 'CLEAR' });
    flushSync();
    expect(location.href).toMatch(/\/verify\/\?utm_source=letter$/);
  });

  it('is mended where its # was escaped on the way', () => {
    visit(`/verify/?x=1%23${linkOf(FIRST_CLAIM)}`);
    expect(location.search + location.hash).toBe(`#${linkOf(FIRST_CLAIM)}`);
  });

  it('stays where it was refused, beside what was open before', () => {
    const broken = `#${linkOf(FIRST_CLAIM).slice(0, -9)}`;
    const { session } = visit(`/verify/${broken}`);
    expect([session.receipt, location.hash]).toEqual([null, broken]);
    session.openText(linkOf(FIRST_CLAIM));
    flushSync();
    const cut = `#${linkOf(SECOND_CLAIM).slice(0, -9)}`;
    location.hash = cut;
    session.openAddress();
    flushSync();
    expect(session.state.refusal).toMatch(/\.$/);
    expect(session.receipt).toEqual(FIRST_CLAIM);
    expect(location.hash).toBe(cut);
  });

  it('may as well lead to a part of the page', () => {
    document.body.innerHTML = '<main id="content"></main>';
    expect(visit('/verify/#content').session.state.refusal).toBeNull();
  });
});

describe('a file', () => {
  it('is opened, and what is none is refused', async () => {
    const { session } = visit();
    await session.openFiles([textOf(FIRST_CLAIM)]);
    expect(session.receipt).toEqual(FIRST_CLAIM);
    await session.openFiles([fileOf('no receipt')]);
    expect(session.state.refusal).not.toBeNull();
    expect(session.receipt).toEqual(FIRST_CLAIM);
  });

  it('that is too large, unreadable, or one of several is refused for that', async () => {
    const { session } = visit();
    await session.openFiles([fileOf(new Uint8Array(MAX_FILE_BYTES + 1))]);
    expect(session.state.refusal).toMatch(/MB|KB|bytes/);
    const unreadable = { slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) };
    await session.openFiles([unreadable as unknown as globalThis.File]);
    expect(session.state.refusal).toBe(verify.open.unreadable);
    await session.openFiles([textOf(FIRST_CLAIM), textOf(SECOND_CLAIM)]);
    expect(session.state.refusal).toMatch(/^2 files came at once/);
    expect(session.receipt).toBeNull();
  });

  it('that takes long to read does not come last', async () => {
    const { session } = visit();
    let read: (content: ArrayBuffer) => void = () => {};
    const slow = { slice: () => ({ arrayBuffer: () => new Promise<ArrayBuffer>((give) => (read = give)) }) };
    const slowly = session.openFiles([slow as unknown as globalThis.File]);
    session.openText(JSON.stringify(SECOND_CLAIM));
    read(await textOf(FIRST_CLAIM).arrayBuffer());
    await slowly;
    expect(session.receipt).toEqual(SECOND_CLAIM);
  });

  it('that is dropped on the page is opened, and so is a text', async () => {
    const { session } = visit();
    const drop = (files: readonly globalThis.File[], text = '') =>
      session.drops.ondrop({
        dataTransfer: { files, getData: () => text, items: [] },
        preventDefault: () => {}
      } as unknown as DragEvent);
    drop([textOf(FIRST_CLAIM)]);
    await vi.waitFor(() => expect(session.receipt).toEqual(FIRST_CLAIM));
    drop([], linkOf(SECOND_CLAIM));
    expect(session.receipt).toEqual(SECOND_CLAIM);
  });
});

describe('a bundle', () => {
  const bundle = bundleOf(FIRST_CLAIM, { ...FILES, data: csv });
  const forged = zipSync({ ...unzipSync(bundle), 'setup.sh': new Uint8Array(3) });

  it('opens without a word where all its files are those that Retrace makes', async () => {
    const { session } = visit();
    await session.openFiles([fileOf(bundle)]);
    expect([session.receipt, session.warnings]).toEqual([FIRST_CLAIM, []]);
  });

  it('is warned of where one is not, until another receipt is open', async () => {
    const { session } = visit();
    await session.openFiles([fileOf(forged)]);
    expect(session.warnings.join(' ')).toContain('setup.sh');
    session.openText('no receipt');
    expect(session.warnings).toHaveLength(1);
    session.openText(JSON.stringify(SECOND_CLAIM));
    expect(session.warnings).toEqual([]);
  });
});

describe('a claim', () => {
  it.each([
    ['FIRST_CLAIM', FIRST_CLAIM, 'same'],
    ['FORGED_CLAIM', FORGED_CLAIM, 'refuted']
  ] as const)('that lies ready is judged once it was run again: %s', async (sample, receipt, outcome) => {
    const { session } = visit();
    await session.openSample(sample);
    expect([session.receipt, session.verdict]).toEqual([receipt, null]);
    session.send({ type: 'RUN' });
    await vi.waitFor(() => expect(session.verdict?.outcome).toBe(outcome));
  });
});

it('a visit that ends leaves no worker behind', async () => {
  const { end } = visit();
  expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
  end();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
