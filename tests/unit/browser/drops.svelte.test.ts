// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Drops, type Brought } from '$lib/browser/drops.svelte';

/** What the system hands over: as much of a DataTransfer as is asked for. */
interface Data {
  readonly files?: readonly File[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly entries?: readonly FileSystemEntry[];
}

const transferOf = ({ files = [], texts = {}, entries = [] }: Data) => ({
  files,
  types: [...(files.length > 0 ? ['Files'] : []), ...Object.keys(texts)],
  getData: (type: string) => texts[type] ?? '',
  items: entries.map((entry) => ({ webkitGetAsEntry: () => entry }))
});

const brought: Brought[] = [];
let drops: Drops;

beforeEach(() => {
  brought.length = 0;
  drops = new Drops((what) => brought.push(what));
  document.body.innerHTML = '<p></p><textarea></textarea>';
});

/** Something happens to an element; tells whether the browser is kept from what it does by itself. */
function taken(type: 'dragover' | 'drop' | 'paste', data: Data, selector = 'p'): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { [type === 'paste' ? 'clipboardData' : 'dataTransfer']: transferOf(data) });
  const listen = (event: Event) => drops[`on${type}`](event as never);
  addEventListener(type, listen);
  document.querySelector(selector)!.dispatchEvent(event);
  removeEventListener(type, listen);
  return event.defaultPrevented;
}

const leave = (relatedTarget: Element | null) => drops.ondragleave({ relatedTarget } as unknown as DragEvent);

const fileOf = (name: string) => new File(['{}'], name);
const files = [fileOf('receipt.json')];
const texts = { 'text/plain': 'a receipt' };

describe('what is dragged over the page', () => {
  it.each<[string, Data, string, boolean]>([
    ['files', { files }, 'p', true],
    ['a text', { texts }, 'p', true],
    ['a link', { texts: { 'text/uri-list': 'https://a.example/' } }, 'p', true],
    ['a picture out of a page', { texts: { 'text/html': '<img>' } }, 'p', false],
    ['files, over a text field', { files }, 'textarea', true],
    ['a text, over a text field, which takes it', { texts }, 'textarea', false]
  ])('can be let go there or not: %s', (_, data, where, isTaken) => {
    expect([taken('dragover', data, where), drops.over]).toEqual([isTaken, isTaken]);
  });

  it('is over it until it leaves the page, and not only an element', () => {
    taken('dragover', { files });
    leave(document.body);
    expect(drops.over).toBe(true);
    leave(null);
    expect(drops.over).toBe(false);
  });
});

describe('what is dropped or pasted', () => {
  it('is brought: files, or else a link, or else a text', () => {
    taken('dragover', { files });
    expect(taken('drop', { files })).toBe(true);
    expect(drops.over).toBe(false);
    taken('drop', { texts: { 'text/uri-list': 'https://a.example/', 'text/plain': 'its name' } });
    taken('paste', { texts });
    expect(brought).toEqual([
      { files, text: '' },
      { files: [], text: 'https://a.example/' },
      { files: [], text: 'a receipt' }
    ]);
  });

  it('is left to a text field where that can take it, and to the browser where there is nothing to open', () => {
    expect(taken('paste', { texts }, 'textarea')).toBe(false);
    expect(taken('drop', { texts: { 'text/html': '<img>' } })).toBe(false);
    expect(brought).toEqual([]);
    expect(taken('paste', { files }, 'textarea')).toBe(true);
    expect(brought).toEqual([{ files, text: '' }]);
  });
});

describe('a folder that is dropped', () => {
  const entry = (path: string): FileSystemEntry => ({
    ...({ fullPath: path, isDirectory: false } as FileSystemEntry),
    ...{ file: (give: (file: File) => void) => give(fileOf(path.split('/').at(-1)!)) }
  });
  /** A folder, which is read in pieces of two. */
  const folder = (fullPath: string, ...entries: FileSystemEntry[]): FileSystemEntry => ({
    ...({ fullPath, isDirectory: true } as FileSystemEntry),
    ...{
      createReader: () => {
        const left = [...entries];
        return { readEntries: (give: (entries: FileSystemEntry[]) => void) => give(left.splice(0, 2)) };
      }
    }
  });
  const broken = {
    ...folder('/broken'),
    createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error()) })
  };

  it('brings all its files, each with its path', async () => {
    const entries = [
      folder('/run', entry('/run/a'), folder('/run/b', entry('/run/b/c')), entry('/run/d')),
      entry('/beside')
    ];
    taken('drop', { files: [fileOf('run'), fileOf('beside')], entries });
    await vi.waitFor(() => expect(brought).toHaveLength(1));
    expect(brought[0]!.files.map((file) => file.webkitRelativePath || file.name)).toEqual([
      'run/a',
      'run/b/c',
      'run/d',
      'beside'
    ]);
  });

  it('is brought as it is where it cannot be read: whoever opens it says so', async () => {
    const given = [fileOf('broken')];
    taken('drop', { files: given, entries: [broken] });
    await vi.waitFor(() => expect(brought).toEqual([{ files: given, text: '' }]));
  });
});
