import { fill } from '../../lesson';
import { failures } from '../../lesson/failure';
import { reasonText } from '../../lesson/reason';
import { verify } from '../../lesson/verify';
import type { VerifyState } from '../../machine/verify';
import type { WorkView } from '../work';

const { run: words } = verify;

function outcome({ at, failure }: VerifyState): string {
  if (at === 'cancelled') return words.cancelled;
  if (at !== 'failed' || !failure) return '';
  const { title, why } = failures.kinds[failure.kind];
  return fill(words.failed, { title, why, message: reasonText(failure.reason) });
}

/** The re-run as its controls show it; null while no receipt is open. */
export function runView(state: VerifyState): WorkView | null {
  const { at, receipt, progress } = state;
  if (!receipt) return null;
  const running = at === 'retraining';
  const { epochs } = receipt.manifest.code;
  return {
    running,
    run: at === 'claims' || running ? words.run : words.again,
    due: at !== 'judged' && !running,
    cancel: words.cancel,
    pause: null,
    label: words.label,
    done: progress?.epoch ?? 0,
    total: epochs,
    progress: !running
      ? null
      : progress
        ? fill(words.progress, { epoch: progress.epoch, epochs })
        : words.starting,
    outcome: outcome(state),
    failed: at === 'failed'
  };
}
