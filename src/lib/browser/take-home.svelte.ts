import { resolve } from '$app/paths';
import type { Receipt } from '../experiment/receipt';
import { bundleName, bundleOf, linkOf } from '../receipt';
import { download } from './download';

/** The ways in which one receipt leaves the page. */
export class TakeHome {
  readonly link: string;
  readonly fileName: string;
  readonly canShare = 'share' in navigator;
  linkOutcome = $state<'none' | 'copied' | 'refused'>('none');
  bundleOutcome = $state<'none' | 'making' | 'saved' | 'failed'>('none');

  constructor(readonly receipt: Receipt) {
    this.link = `${location.origin}${resolve('/verify/')}#${linkOf(receipt)}`;
    this.fileName = bundleName(receipt);
  }

  /** Copies the link, and tells whether the clipboard took it. */
  async copy(): Promise<boolean> {
    this.linkOutcome = 'none'; // so that a second “Copied” is news too
    try {
      await navigator.clipboard.writeText(this.link);
      this.linkOutcome = 'copied';
    } catch {
      // Refused, or not there at all, as on pages without https.
      this.linkOutcome = 'refused';
    }
    return this.linkOutcome === 'copied';
  }

  /** Opens the share sheet; whoever closes it again has decided. */
  async share(title: string): Promise<void> {
    await navigator.share({ title, url: this.link }).catch(() => {});
  }

  async download(): Promise<void> {
    if (this.bundleOutcome === 'making') return;
    this.bundleOutcome = 'making';
    try {
      const { BUNDLE_FILES } = await import('../receipt/bundle/files');
      const bundle = bundleOf(this.receipt, BUNDLE_FILES) as Uint8Array<ArrayBuffer>;
      download(this.fileName, 'application/zip', bundle);
      this.bundleOutcome = 'saved';
    } catch {
      this.bundleOutcome = 'failed';
    }
  }
}
