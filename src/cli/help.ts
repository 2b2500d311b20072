import { getDescription, type GenericSchema } from 'valibot';
import { manifestSchema } from '../lib/experiment/manifest-schema';
import { BASELINE, PARTS } from '../lib/experiment';

const fields = PARTS.flatMap((part) =>
  Object.entries<GenericSchema>(manifestSchema.entries[part].entries).map(([name, schema]) => ({
    path: `${part}.${name}`,
    takes: getDescription(schema) ?? '',
    usual: JSON.stringify((BASELINE[part] as Record<string, unknown>)[name]) ?? 'not recorded'
  }))
);

const width = Math.max(...fields.map(({ path }) => path.length));

/** What `--help` prints: the fields come from the manifest's schema, so they cannot fall behind it. */
export const HELP = `Trains one manifest and prints one line of JSON: accuracy, digests and the manifest.

Usage: npm run -s train -- [--set field=value …]

  --set field=value   change a field of the baseline; may be repeated, the last one counts
  --help, -h          print this help

Values are read as JSON where they can be, and as text where not.

Fields, what they take, and what they are unless set:

${fields.map(({ path, takes, usual }) => `  ${path.padEnd(width)}  ${takes} (${usual})`).join('\n')}
`;
