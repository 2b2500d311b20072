import { ASPECTS, type AspectId } from '../../experiment/environment/aspects';
import type { FormatId } from '../../experiment/environment/environment';
import { fill } from '../../lesson';
import { compare as words } from '../../lesson/compare';

/** What prints, or records, each. */
const COMMANDS: Readonly<Record<AspectId, string>> = {
  commit: 'git rev-parse HEAD',
  data: 'sha256sum data/*',
  python: 'python -VV',
  versions: 'pip freeze',
  hashes: 'uv lock',
  system: 'python -m platform',
  cpu: 'lscpu',
  blas: 'python -c "import numpy; numpy.show_config()"',
  threads: 'python -m threadpoolctl -i numpy',
  gpu: 'nvidia-smi -L',
  cuda: 'nvidia-smi'
};

export interface Recorded {
  readonly format: FormatId;
  readonly recorded: readonly AspectId[];
}

export interface MissingView {
  readonly id: AspectId;
  readonly name: string;
  readonly why: string;
  readonly where: string;
  readonly command: string;
}

/** What one of the two lists, or neither, records. */
export function missingIn(a: Recorded, b: Recorded): MissingView[] {
  return ASPECTS.flatMap((id) => {
    const [inA, inB] = [a.recorded.includes(id), b.recorded.includes(id)];
    if (inA && inB) return [];
    const where = words.missing.sides[inA ? 'b' : inB ? 'a' : 'both'];
    return [{ id, ...words.aspects[id], where, command: COMMANDS[id] }];
  });
}

/** A checklist in Markdown, ticked where both lists record it, and the commands for the rest. */
export function checklistOf(a: Recorded, b: Recorded): string {
  const { save } = words;
  const missing = missingIn(a, b);
  const lines = ASPECTS.map((id) => {
    const found = missing.find((each) => each.id === id);
    return found
      ? `- [ ] ${found.name} (${found.where}): ${fill(save.record, { command: found.command })}`
      : `- [x] ${words.aspects[id].name}: ${save.recorded}`;
  });
  const commands = [...new Set(missing.map(({ command }) => command))];
  return [
    `# ${save.heading}`,
    '',
    fill(save.first, { format: words.formats[a.format] }),
    fill(save.second, { format: words.formats[b.format] }),
    '',
    ...lines,
    ...(commands.length > 0 ? ['', `## ${save.commands}`, '', '```sh', ...commands, '```'] : []),
    ''
  ].join('\n');
}
