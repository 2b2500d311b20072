/** What someone brings to the page: files, or a text where there are none. */
export interface Brought {
  readonly files: readonly File[];
  readonly text: string;
}

const OPENABLE = ['Files', 'text/uri-list', 'text/plain'];
const TEXT_FIELD = 'input, textarea, [contenteditable]';

const inTextField = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(TEXT_FIELD) !== null;

const broughtBy = (data: DataTransfer | null): Brought => ({
  files: [...(data?.files ?? [])],
  text: data?.getData('text/uri-list') || data?.getData('text/plain') || ''
});

/** Everything in a folder; the system hands it out piece by piece, and then nothing. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

/** The files of a folder and of those in it, each with its path, as a folder that is chosen gives them. */
async function unpacked(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isDirectory) {
    const entries = await entriesOf(entry as FileSystemDirectoryEntry);
    return (await Promise.all(entries.map(unpacked))).flat();
  }
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject)
  );
  const path = entry.fullPath.replace(/^\//, '');
  return path.includes('/') ? [Object.defineProperty(file, 'webkitRelativePath', { value: path })] : [file];
}

/** Takes what is dropped or pasted anywhere on the page. Its handlers are for the window. */
export class Drops {
  /** Whether something that could be opened is being dragged over the page. */
  over = $state(false);
  readonly #bring: (brought: Brought) => void;

  constructor(bring: (brought: Brought) => void) {
    this.#bring = bring;
  }

  ondragover = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.some((type) => OPENABLE.includes(type))) return;
    if (!types.includes('Files') && inTextField(event)) return; // which takes texts itself
    event.preventDefault(); // or the browser would open the file itself, in place of the page
    this.over = true;
  };

  /** Within the page a drag leaves one element for another; only beyond it there is none. */
  ondragleave = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) this.over = false;
  };

  ondrop = (event: DragEvent): void => {
    this.over = false;
    this.#take(event, event.dataTransfer);
  };

  onpaste = (event: ClipboardEvent): void => this.#take(event, event.clipboardData);

  #take(event: Event, data: DataTransfer | null): void {
    const brought = broughtBy(data);
    if (brought.files.length === 0 && (brought.text === '' || inTextField(event))) return;
    event.preventDefault();
    // To be asked for now: once the event is over, it forgets them.
    const entries = [...(data?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
    if (!entries.some(({ isDirectory }) => isDirectory)) return this.#bring(brought);
    void Promise.all(entries.map(unpacked)).then(
      (files) => this.#bring({ ...brought, files: files.flat() }),
      () => this.#bring(brought) // what cannot be unpacked is refused by whoever reads it
    );
  }
}
