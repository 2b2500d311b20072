import type { Comparison } from '../../experiment/environment/diff';
import { plain } from '../../experiment/plain';
import { fill } from '../../lesson';
import { compare as words } from '../../lesson/compare';
import { leadText, rowsOf, sectionsOf, type OnRecord, type RowView } from './view';

/** What a list holds, where it must not become markup. */
const inMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

const rowLines = ({ name, a, b, between, always }: RowView): string[] => [
  fill(words.report.row, { name: inMarkdown(name), a: inMarkdown(a), b: inMarkdown(b) }),
  ...[...between, ...always].map(({ effect, what, whenItMatters, advice, source }) =>
    fill(words.report.known, { effect: words.effects[effect], what, when: whenItMatters, advice, ...source })
  )
];

/** One difference, as it is copied. */
export const rowMarkdown = (row: RowView): string => `${rowLines(row).join('\n')}\n`;

/** The whole, to paste into an issue. */
export function markdownOf(comparison: Comparison, onRecord: OnRecord): string {
  const sections = sectionsOf(rowsOf(comparison, onRecord));
  const [one, other] = comparison.formats.map((format) => words.formats[format]);
  const lines = [
    `# ${words.report.title}`,
    `${one} → ${other}`,
    leadText(comparison, onRecord),
    words.answer.honest,
    ...sections.flatMap(({ title, groups }) => [
      `## ${title}`,
      ...groups.flatMap((group) => [`### ${group.title}`, group.rows.flatMap(rowLines).join('\n')])
    ])
  ];
  return `${lines.join('\n\n')}\n`;
}

/** A cell: in quotes, and never one that a spreadsheet takes for a formula. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Everything as a table (RFC 4180). */
export function csvOf({ differences }: Comparison): string {
  const rows = differences.map(({ section, name, a, b, class: found, step, known }) => [
    section,
    name,
    a ?? '',
    b ?? '',
    found,
    step ?? '',
    known.join(' ')
  ]);
  return [['section', 'name', 'a', 'b', 'class', 'step', 'known'], ...rows]
    .map((row) => `${row.map((text) => cell(plain(text))).join(',')}\r\n`)
    .join('');
}

/** What `npm run compare -- --json` prints, in lines. */
export const jsonOf = ({ formats, differences }: Comparison): string =>
  `${JSON.stringify(
    {
      formats,
      differences: differences.map(({ section, name, a, b, class: found, known }) => ({
        section,
        name,
        a,
        b,
        class: found,
        known
      }))
    },
    null,
    2
  )}\n`;
