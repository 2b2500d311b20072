import { uncheckedFields, type Receipt } from '../experiment/receipt';
import { unchecked, verdicts } from '../lesson/verdicts';
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

const tableOf = (claimed: Result, rerun: Result): string[] => {
  const again = rowsOf(rerun);
  return [
    columns('', 'claimed', 're-run'),
    ...rowsOf(claimed).flatMap(([name, ...lines], row) =>
      lines.map((line, index) => columns(index === 0 ? name : '', line, again[row][index + 1]))
    )
  ];
};

/** What is about to be done, for a terminal. */
export function announce({ manifest, engine: maker }: Receipt, engine: string): string {
  const { code, environment } = manifest;
  const platform =
    environment.math === 'platform'
      ? `Claimed by ${maker ?? 'an engine that is not named'}, with the exp and tanh of its platform.\n`
      : '';
  return `Retraining ${code.epochs} epochs of ${code.hiddenUnits} hidden units with seed ${environment.seed} in ${engine} ...\n${platform}`;
}

/**
 * What a receipt claims and what its re-run gave, side by side, and what that says of the claim, for a terminal.
 * The bundle's reproduce.py prints the same.
 * @param rerun what the training gave; null where it ended without a result.
 */
export function reportOf(receipt: Receipt, rerun: Result | null): string {
  const { finding, differs, same } = judge(receipt, rerun);
  const { title, why } = verdicts[finding];
  return [
    ...(rerun ? [...tableOf(receipt.result, rerun), ''] : []),
    `${title}.`,
    why,
    ...(rerun && differs.length > 0
      ? [`Different: ${differs.join(', ')}. The same: ${same.join(', ') || 'nothing'}.`]
      : []),
    ...(rerun ? [`${unchecked}: ${uncheckedFields(receipt).join(', ')}.`] : [])
  ].join('\n');
}
