import type { Manifest } from '../experiment/manifest';
import type { Receipt } from '../experiment/receipt';
import { judge } from './verdict';

type Result = Receipt['result'];

const halves = (digest: string): string[] => [digest.slice(0, 32), digest.slice(32)];

const rowsOf = ({ accuracy: { correct, total }, digest, predictionsDigest }: Result): string[][] => [
  ['accuracy', `${correct} of ${total}`],
  ['weights', ...halves(digest)],
  ['predictions', ...halves(predictionsDigest)]
];

const columns = (name: string, claimed: string, rerun: string): string =>
  `${name.padEnd(12)} ${claimed.padEnd(32)}  ${rerun}`;

/** What is about to be done, for a terminal. */
export const announce = ({ code, environment }: Manifest, engine: string): string =>
  `Retraining ${code.epochs} epochs of ${code.hiddenUnits} hidden units with seed ${environment.seed} in ${engine} ...\n`;

/**
 * What a receipt claims and what its re-run gave, side by side, and whether they are the same, for a terminal.
 * The bundle's reproduce.py prints the same.
 */
export function reportOf(receipt: Receipt, rerun: Result): string {
  const { differs, same } = judge(receipt, rerun);
  const again = rowsOf(rerun);
  const table = rowsOf(receipt.result).flatMap(([name, ...lines], row) =>
    lines.map((line, index) => columns(index === 0 ? name : '', line, again[row][index + 1]))
  );
  return [
    columns('', 'claimed', 're-run'),
    ...table,
    '',
    ...(receipt.manifest.environment.math === 'platform'
      ? [
          "The manifest asks for the platform's own exp and tanh, on which machines, browsers and Python",
          'differ: this result belongs to the machine that made it, and another one may get another.'
        ]
      : []),
    differs.length === 0
      ? 'Match: the same weights, bit for bit, and the same predictions.'
      : `Mismatch. Different: ${differs.join(', ')}. The same: ${same.join(', ') || 'nothing'}.`
  ].join('\n');
}
