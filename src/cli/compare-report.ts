import { PARTS } from '../lib/experiment';
import { CLASSES, type Comparison, type Difference } from '../lib/experiment/environment/diff';
import { KNOWN_CHANGES } from '../lib/experiment/environment/known-changes';
import { plain } from '../lib/experiment/plain';

const TITLES = {
  known: 'known to be able to change results',
  changed: 'changed',
  'only-a': 'only in the first',
  'only-b': 'only in the second',
  build: 'same version, other build or hash',
  noise: 'noise'
};

const byId = new Map(KNOWN_CHANGES.map((change) => [change.id, change]));

/** What is too long for a line, as a list of hashes, is cut. */
const shown = (text: string | null): string =>
  text === null ? 'not there' : plain(text.length > 60 ? `${text.slice(0, 60)}…` : text);

const knownLines = ({ known }: Difference): string[] =>
  known.flatMap((id) => {
    const change = byId.get(id);
    if (!change) return [];
    const { effect, what, whenItMatters, advice, source } = change;
    return [
      `      ${effect}: ${what}`,
      `        When: ${whenItMatters} Do: ${advice}. Source: ${source.url}`
    ];
  });

/** The comparison, for a terminal. */
export function comparisonReport({ formats, differences, equal }: Comparison): string {
  const told = differences.filter((difference) => difference.class !== 'noise');
  const noise = differences.length - told.length;
  const known = told.filter((difference) => difference.class === 'known');
  const certain = known.filter(({ known: ids }) =>
    ids.some((id) => byId.get(id)?.type === 'version' && byId.get(id)?.effect === 'certain')
  );
  const lines = [
    `${formats.join(' and ')}:`,
    `${known.length} of ${told.length} differences are known to be able to change results; ${certain.length} of them do so for certain, where they matter at all.`,
    `Equal in both: ${equal}. Noise, such as order and comments: ${noise}. Without an entry a difference is unknown, not harmless.`
  ];
  for (const part of PARTS) {
    for (const each of CLASSES) {
      const here = told.filter((difference) => difference.section === part && difference.class === each);
      if (here.length === 0) continue;
      lines.push('', `${part}: ${TITLES[each]}`);
      for (const difference of here) {
        lines.push(`  ${plain(difference.name)}  ${shown(difference.a)} -> ${shown(difference.b)}`);
        lines.push(...knownLines(difference));
      }
    }
  }
  return lines.join('\n');
}
