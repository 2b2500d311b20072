import { replaceState } from '$app/navigation';
import { isReadInFolders, MAX_BYTES, type GivenFile } from '../../experiment/environment/given';
import type { Outcome } from '../../experiment/lab';
import type { Tool } from '../../experiment/environment/search';
import { compare as words } from '../../lesson/compare';
import { environmentRefusal } from '../../lesson/compare-refusal';
import { holdsSearch, readSearch, searchFragment, type SearchPlace } from '../../views/compare/search';
import { Drops, type Brought } from '../drops.svelte';
import type { Compared, Side, Summary } from './protocol';
import { createReader } from './reader';

/** What became of one of the two lists. */
export type SideState =
  | { readonly at: 'empty' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'read'; readonly name: string; readonly summary: Summary }
  | { readonly at: 'refused'; readonly name: string; readonly message: string };

interface Given {
  readonly name: string;
  readonly files: readonly GivenFile[];
  readonly platform: string | null;
}

export const EXAMPLES = {
  year: () =>
    Promise.all([import('./examples/year-before.txt?raw'), import('./examples/year-after.txt?raw')]),
  gpu: () => Promise.all([import('./examples/gpu-before.txt?raw'), import('./examples/gpu-after.txt?raw')])
} as const;

export type ExampleId = keyof typeof EXAMPLES;

const EMPTY: SideState = { at: 'empty' };

/** One visit to the page that compares two environments. Nothing of it is kept but a search, which the address holds. */
export class CompareSession {
  sides = $state.raw<readonly [SideState, SideState]>([EMPTY, EMPTY]);
  compared = $state.raw<Compared | null>(null);
  search = $state.raw<SearchPlace | null>(null);
  /** The search that was left last, with the answers that it took. */
  left = $state.raw<SearchPlace | null>(null);
  isAddressBad = $state(false);
  readonly drops = new Drops((brought) => this.#bring(brought));
  readonly #given: [Given | null, Given | null] = [null, null];
  /** Counts what was given to each side, so that what took long to read does not come last. */
  readonly #turns: [number, number] = [0, 0];
  readonly #reader = createReader(() => this.#broke());

  /** Takes up a search that the address holds. Returns what ends the session. */
  open(): () => void {
    this.openAddress();
    // Loads the reader while there is a network, so that the page can do without, and asks for nothing, from now on.
    void this.#reader.ask({ side: 0, files: null, platform: null });
    return () => this.#reader.dispose();
  }

  openAddress = (): void => {
    if (!holdsSearch(location.hash)) return;
    const search = readSearch(location.hash);
    this.isAddressBad = search === null;
    if (search) this.search = search;
  };

  /** Keeps the address that of the search; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const hash = this.search ? searchFragment(this.search) : '';
    if (this.isAddressBad || location.hash === hash || (hash === '' && !holdsSearch(location.hash))) return;
    replaceState(`${location.pathname}${location.search}${hash}`, {});
  }

  openText(side: Side, text: string, name: string = words.open.pasted): void {
    const bytes = new TextEncoder().encode(text);
    void this.#read(side, { name, files: [{ name: '', bytes }], platform: null });
  }

  /** Opens a file, or the files of a folder. */
  async openFiles(side: Side, chosen: readonly File[]): Promise<void> {
    const [first] = chosen;
    if (!first) return;
    const turn = ++this.#turns[side];
    const name = chosen.length > 1 ? folderOf(first) || first.name : first.name;
    this.#show(side, { at: 'reading', name });
    try {
      const wanted = chosen.length > 1 ? chosen.filter((file) => isReadInFolders(pathOf(file))) : chosen;
      const files = await Promise.all(
        wanted.map(async (file) => ({
          name: pathOf(file),
          // One byte more than allowed is enough to be refused for it.
          bytes: new Uint8Array(await file.slice(0, MAX_BYTES + 1).arrayBuffer())
        }))
      );
      if (turn === this.#turns[side]) await this.#read(side, { name, files, platform: null });
    } catch {
      if (turn === this.#turns[side]) this.#refuse(side, name, words.open.unreadable);
    }
  }

  choosePlatform(side: Side, platform: string): void {
    const given = this.#given[side];
    if (given) void this.#read(side, { ...given, platform });
  }

  clear(side: Side): void {
    this.#turns[side]++;
    this.#given[side] = null;
    this.compared = null;
    this.#show(side, EMPTY);
    void this.#reader.ask({ side, files: null, platform: null });
  }

  async swap(): Promise<void> {
    const [a, b] = this.#given;
    if (a && b) await Promise.all([this.#read(0, b), this.#read(1, a)]);
  }

  async example(id: ExampleId): Promise<void> {
    const texts = await EXAMPLES[id]().catch(() => null);
    if (!texts) return this.#broke();
    for (const side of [0, 1] as const) this.openText(side, texts[side].default, words.open.example[id]);
  }

  begin(tool: Tool): void {
    if (this.compared) this.search = { tool, candidates: this.compared.candidates, answers: [] };
  }

  answer(outcome: Outcome): void {
    if (this.search) this.search = { ...this.search, answers: [...this.search.answers, outcome] };
  }

  undo(): void {
    if (this.search) this.search = { ...this.search, answers: this.search.answers.slice(0, -1) };
  }

  chooseTool(tool: Tool): void {
    if (this.search) this.search = { ...this.search, tool };
  }

  leave(): void {
    this.left = this.search;
    this.search = null;
  }

  resume(): void {
    this.search = this.left;
    this.left = null;
  }

  #show(side: Side, state: SideState): void {
    this.sides = side === 0 ? [state, this.sides[1]] : [this.sides[0], state];
  }

  #refuse(side: Side, name: string, message: string): void {
    this.#given[side] = null;
    this.compared = null;
    this.#show(side, { at: 'refused', name, message });
  }

  async #read(side: Side, given: Given): Promise<void> {
    const turn = ++this.#turns[side];
    this.#given[side] = given;
    this.#show(side, { at: 'reading', name: given.name });
    const answer = await this.#reader.ask({ side, files: given.files, platform: given.platform });
    if (turn !== this.#turns[side] || !answer?.read) return;
    if (!answer.read.ok) return this.#refuse(side, given.name, environmentRefusal(answer.read.refusal));
    this.#show(side, { at: 'read', name: given.name, summary: answer.read.value });
    this.compared = answer.compared;
  }

  /** The worker is gone, and with it what it had read. */
  #broke(): void {
    for (const side of [0, 1] as const) {
      if (this.sides[side].at !== 'empty') this.#refuse(side, '', words.open.broken);
    }
  }

  /** What is dropped anywhere: one file or folder is the next list, two are both. */
  #bring({ files, text }: Brought): void {
    const next: Side = this.sides[0].at === 'read' ? 1 : 0;
    const [first, second, ...others] = thingsOf(files);
    if (first && second && others.length === 0) {
      void this.openFiles(0, first);
      void this.openFiles(1, second);
    } else if (files.length > 0) void this.openFiles(next, files);
    else this.openText(next, text);
  }
}

/** The folder that a file was chosen or dropped with; empty where it came by itself. */
const folderOf = (file: File | undefined): string => file?.webkitRelativePath.split('/')[0] ?? '';

/** Files one by one, those of a folder together. */
function thingsOf(files: readonly File[]): File[][] {
  const things: File[][] = [];
  for (const file of files) {
    const folder = folderOf(file);
    const same = things.find(([first]) => folder !== '' && folderOf(first) === folder);
    if (same) same.push(file);
    else things.push([file]);
  }
  return things;
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;
