import { replaceState } from '$app/navigation';
import { BASELINE } from '../../experiment';
import { fill } from '../../lesson';
import { tryWords } from '../../lesson/try';
import { withChange, type ChangeId, type CodeText, type Guess } from '../../machine/try/changes';
import { codeLink, isSameCode, looksLikeCode, readCode, readCodeLink } from '../../receipt/python/code-link';
import { asFile, LESSON_CODE, type PythonCode } from '../../receipt/python/listing';
import csv from '../../trainer/penguins.csv?raw';
import { FILES } from '../../views/try/error';
import { outcomeOf } from '../../views/try/verdict';
import { download } from '../download';
import { PythonWork } from '../python-work.svelte';
import { RunTrainer } from '../run-trainer.svelte';
import { readStored, store } from '../storage';

const KEY = 'retrace.try';

/** What is kept on this device: the reader's code, and the one of before, where they took up that of a link. */
interface Kept {
  readonly code: PythonCode;
  readonly mine: PythonCode | null;
}

function readKept(): Kept | null {
  const kept = readStored(KEY) as Partial<Record<keyof Kept, unknown>> | null;
  const code = kept && readCode(kept.code);
  return code && { code, mine: readCode(kept.mine) };
}

/** How long nothing is typed before the code is kept, and the address follows: browsers count changes of it. */
const PAUSE = 600;

/** How many codes can be gone back to. */
const MOST_KEPT = 50;

/** One visit to the page where Python is tried: the code, its runs, and the lesson's run to hold them against. */
export class TrySession {
  readonly python = new PythonWork();
  readonly #lesson = new RunTrainer();

  code = $state.raw<PythonCode>(LESSON_CODE);
  /** What the code was before it was replaced as a whole. */
  #before = $state.raw<readonly PythonCode[]>([]);
  /** Whether the code came with a link, and nobody here has changed it. */
  strangers = $state(false);
  /** The reader's own code, where a link's has taken its place. */
  mine = $state.raw<PythonCode | null>(null);
  /** What could not be read of the address. */
  problem = $state<string | null>(null);
  /** What came of the last thing that was handed on, in a sentence. */
  handed = $state('');

  /** The change that is looked at, what was said of each, and how each came out. */
  change = $state<ChangeId>('sum');
  guesses = $state.raw<Readonly<Partial<Record<ChangeId, Guess>>>>({});
  outcomes = $state.raw<Readonly<Partial<Record<ChangeId, Guess>>>>({});

  /** What was run last. */
  #ran = $state.raw<PythonCode | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly lesson = $derived(this.#lesson.runsOf('lesson')?.[0] ?? null);
  readonly result = $derived(this.python.work.state.at === 'done' ? this.python.work.state.result : null);
  readonly canUndo = $derived(this.#before.length > 0);
  readonly canRestore = $derived(!isSameCode(this.code, LESSON_CODE));
  /** Whether the trainer, which is folded away, is another than the lesson's. */
  readonly trainerDiffers = $derived(this.code.trainer !== LESSON_CODE.trainer);
  /** Whether the code is no longer the one that was run. */
  readonly stale = $derived(this.#ran !== null && !isSameCode(this.#ran, this.code));

  /** Takes up the code of the address, or what is kept here. Returns what ends the session. */
  open(): () => void {
    const kept = readKept();
    if (kept) {
      this.code = kept.code;
      this.mine = kept.mine;
    }
    this.openAddress();
    // Where the page has been loaded it can do without a network from now on, short of Python itself.
    void this.#lesson.train([BASELINE], 'lesson');
    return () => {
      clearTimeout(this.#timer);
      this.keep();
      this.python.stop();
      this.#lesson.stop();
    };
  }

  /** Opens the code of the address, if there is some. It is never run by that. */
  openAddress = (): void => {
    if (!looksLikeCode(location.hash)) return;
    const code = readCodeLink(location.hash);
    if (!code) this.problem = tryWords.damaged;
    else if (!isSameCode(code, this.code)) {
      // A second stranger's code takes the place of the first, and not of the reader's.
      if (!this.strangers && this.canRestore) this.mine = this.code;
      this.#replace(code);
      this.strangers = true;
    }
  };

  backToMine(): void {
    if (this.mine) this.#replace(this.mine);
    this.mine = null;
  }

  edit(text: CodeText, value: string): void {
    this.code = { ...this.code, [text]: value };
    this.#isMine();
  }

  restore(): void {
    if (this.canRestore) this.#replace(LESSON_CODE);
  }

  undo(): void {
    const last = this.#before.at(-1);
    if (!last) return;
    this.#before = this.#before.slice(0, -1);
    this.code = last;
    this.#isMine();
  }

  run(): Promise<void> {
    this.handed = '';
    const { code } = this;
    this.#ran = code;
    return this.python.run([
      { name: FILES.trainer, text: code.trainer },
      { name: FILES.program, text: code.program }
    ]);
  }

  guess(guess: Guess): void {
    this.guesses = { ...this.guesses, [this.change]: guess };
  }

  /** Makes the change that is looked at to the lesson's code, and runs that. What stood there before is kept. */
  async runChange(): Promise<void> {
    const { change } = this;
    const changed = withChange(LESSON_CODE, change)!; // a test holds the changes to the lesson's code
    this.#replace(changed);
    await this.run();
    const run = this.result?.run;
    if (!run || !this.lesson) return;
    this.outcomes = { ...this.outcomes, [change]: outcomeOf({ lesson: this.lesson, python: run }) };
  }

  async copy(): Promise<void> {
    await this.#handOn(this.code.program, tryWords.editor.copied);
  }

  async copyLink(): Promise<void> {
    const link = codeLink(this.code);
    if (link === null) this.#say(tryWords.editor.long);
    else await this.#handOn(`${location.origin}${location.pathname}#${link}`, tryWords.editor.linkCopied);
  }

  download(): void {
    const { file, about, saved } = tryWords.editor;
    download(file, 'text/x-python', asFile(this.code, csv, about));
    this.#say(fill(saved, { name: file }));
  }

  /** Keeps the address a link to the code; to be called in an effect, once the router is ready. */
  followAddress(): void {
    void this.code;
    clearTimeout(this.#timer);
    // A link that could not be read stays where it can be looked at.
    if (this.problem !== null) return;
    this.#timer = setTimeout(() => {
      this.keep();
      const link = this.canRestore ? codeLink(this.code) : null;
      const hash = link === null ? '' : `#${link}`;
      if (hash === location.hash || (hash === '' && !looksLikeCode(location.hash))) return;
      replaceState(`${location.pathname}${location.search}${hash}`, {});
    }, PAUSE);
  }

  /** A stranger's code takes the place of the reader's only once they have made it theirs. */
  keep = (): void => {
    const { code, mine } = this;
    if (!this.strangers) store(KEY, { code, mine } satisfies Kept);
  };

  #isMine(): void {
    this.strangers = false;
    this.handed = '';
  }

  #replace(code: PythonCode): void {
    if (!isSameCode(code, this.code)) this.#before = [...this.#before, this.code].slice(-MOST_KEPT);
    this.code = code;
    this.#isMine();
  }

  #say(sentence: string): void {
    this.handed = sentence;
  }

  async #handOn(text: string, done: string): Promise<void> {
    this.#say('');
    try {
      await navigator.clipboard.writeText(text);
      this.#say(done);
    } catch {
      this.#say(tryWords.editor.refused);
    }
  }
}
