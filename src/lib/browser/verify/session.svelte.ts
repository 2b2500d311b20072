import { replaceState } from '$app/navigation';
import { BASELINE, type Parsed } from '../../experiment';
import type { Receipt } from '../../experiment/receipt';
import { fill } from '../../lesson';
import { strangers } from '../../lesson/strangers';
import { verify } from '../../lesson/verify';
import { verifyMachine, verifyState, type VerifyCommand } from '../../machine/verify';
import {
  isBundle,
  judge,
  linkOf,
  looksLikeLink,
  MAX_FILE_BYTES,
  openReceipt,
  strangersIn,
  strangersReport
} from '../../receipt';
import { createTrainerClient, spawnTrainerWorker } from '../../trainer';
import { liveActor } from '../actor.svelte';
import { Drops, type Brought } from '../drops.svelte';
import { RunStore } from '../run-store.svelte';
import { trainActor } from '../train-actor';

/** One visit to the page that checks receipts: its machine with a real trainer, and whatever is opened. */
export class VerifySession {
  readonly #client = createTrainerClient(spawnTrainerWorker);
  readonly #actor = liveActor(
    verifyMachine.provide({ actors: { train: trainActor(this.#client, new RunStore()) } })
  );
  /** Counts what was to be opened, so that a file that takes long to read does not come last. */
  #opened = 0;
  /** What the address was last made to tell. */
  #addressed: Receipt | null = null;

  readonly state = $derived(verifyState(this.#actor.snapshot));
  readonly receipt = $derived(this.state.receipt);
  readonly verdict = $derived(
    this.receipt && this.state.at === 'judged' ? judge(this.receipt, this.state.record) : null
  );
  /** What is to know of the files beside the receipt, where it came in a bundle. */
  warnings = $state.raw<readonly string[]>([]);
  readonly drops = new Drops((brought) => this.#bring(brought));

  send = (command: VerifyCommand): void => this.#actor.send(command);

  /** Opens the link that the address is, if it is one. Returns what ends the session. */
  open(): () => void {
    this.openAddress();
    // Loads the trainer while there is a network, so that the page can do without from now on.
    void this.#client.testSet(BASELINE);
    return () => {
      this.#actor.stop();
      this.#client.dispose();
    };
  }

  openAddress = (): void => {
    const { hash, href } = location;
    // A hash may also lead to a part of the page.
    if (document.getElementById(hash.slice(1)) !== null) return;
    if (hash.length > 1 || looksLikeLink(href)) this.#open(() => openReceipt(href));
  };

  /** Opens a link, or the text of a receipt. */
  openText = (text: string): void => this.#open(() => openReceipt(text));

  /** Opens one of two claims that lie ready: as it came out, or with another figure written over it. */
  openSample = async (sample: 'FIRST_CLAIM' | 'FORGED_CLAIM'): Promise<void> => {
    const turn = ++this.#opened;
    const samples = await import('../../experiment/sample-receipts').catch(() => null);
    if (turn !== this.#opened) return;
    if (samples) this.#open(() => ({ ok: true, value: samples[sample] }));
    else this.#refuse(verify.open.unreadable);
  };

  openFiles = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    const turn = ++this.#opened;
    if (files.length > 1) return this.#refuse(fill(verify.open.several, { n: files.length }));
    // One byte more than allowed is enough to be refused for it.
    const bytes = await file
      .slice(0, MAX_FILE_BYTES + 1)
      .arrayBuffer()
      .catch(() => null);
    if (turn !== this.#opened) return;
    if (bytes === null) this.#refuse(verify.open.unreadable);
    else {
      const content = new Uint8Array(bytes);
      this.#open(() => openReceipt(content));
      if (isBundle(content) && this.state.refusal === null) await this.#findStrangers(content);
    }
  };

  /** What a bundle has to hold comes from this host too, and only whoever opens a bundle needs it. */
  async #findStrangers(bundle: Uint8Array): Promise<void> {
    const turn = this.#opened;
    const warnings = await import('../../receipt/bundle/files').then(
      ({ BUNDLE_FILES }) => strangersReport(strangersIn(bundle, BUNDLE_FILES)),
      () => [strangers.uncompared]
    );
    if (turn === this.#opened) this.warnings = warnings;
  }

  /** Keeps the address a link to what is open; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const { receipt } = this;
    // A link that was refused changes nothing, and stays where it can be looked at.
    if (receipt === this.#addressed) return;
    this.#addressed = receipt;
    const hash = receipt ? `#${linkOf(receipt)}` : '';
    // A # that was escaped on the way has made the link a part of what comes before it.
    const search = looksLikeLink(location.search) ? '' : location.search;
    replaceState(`${location.pathname}${search}${hash}`, {});
  }

  #bring({ files, text }: Brought): void {
    if (files.length > 0) void this.openFiles(files);
    else this.openText(text);
  }

  #open(read: () => Parsed<Receipt>): void {
    this.#opened++;
    const receipt = read();
    if (receipt.ok) this.warnings = [];
    if (receipt.ok) this.send({ type: 'OPEN', receipt: receipt.value });
    else this.#refuse(receipt.message);
  }

  #refuse(reason: string): void {
    this.send({ type: 'REFUSE', reason });
  }
}
