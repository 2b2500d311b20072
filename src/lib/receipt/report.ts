import { uncheckedFields, type Receipt } from '../experiment/receipt';
import { unchecked, verdicts } from '../lesson/verdicts';
import { judge } from './verdict';

type Result = Receipt['result'];

/** What stands in each line; a digest takes two. */
const LINES: readonly (readonly [name: string, of: (result: Result) => string])[] = [
  ['accuracy', ({ accuracy: { correct, total } }) => `${correct} of ${total}`],
  ['weights', ({ digest }) => digest.slice(0, 32)],
  ['', ({ digest }) => digest.slice(32)],
  ['predictions', ({ predictionsDigest }) => predictionsDigest.slice(0, 32)],
  ['', ({ predictionsDigest }) => predictionsDigest.slice(32)]
];

const columns = (name: string, claimed: string, rerun: string): string =>
  `${name.padEnd(12)} ${claimed.padEnd(32)}  ${rerun}`;

const tableOf = (claimed: Result, rerun: Result): string[] => [
  columns('', 'claimed', 're-run'),
  ...LINES.map(([name, of]) => columns(name, of(claimed), of(rerun)))
];

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
