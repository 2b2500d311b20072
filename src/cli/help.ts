import type { GenericSchema } from 'valibot';
import { manifestSchema } from '../lib/experiment/manifest-schema';
import { takenBy } from '../lib/experiment/takes';
import { BASELINE, PARTS } from '../lib/experiment';
import { reasonText } from '../lib/lesson/reason';

const fields = PARTS.flatMap((part) =>
  Object.entries<GenericSchema>(manifestSchema.entries[part].entries).map(([name, schema]) => ({
    path: `${part}.${name}`,
    takes: reasonText(takenBy(schema)!),
    usual: JSON.stringify((BASELINE[part] as Record<string, unknown>)[name]) ?? 'not recorded'
  }))
);

const width = Math.max(...fields.map(({ path }) => path.length));

/** What `train --help` prints: the fields come from the manifest's schema, so they cannot fall behind it. */
export const HELP = `Trains one manifest, and prints a receipt: the manifest and its result, on one line of JSON.

Usage: npm run -s train -- [options]

  --manifest FILE     begin with the manifest in this file, or with that of a receipt; - reads standard input
  --set FIELD=VALUE   change a field of it; may be repeated, the last one counts
  --link              print the receipt as the end of a link, to put after the address of a Retrace
  --bundle FILE       write a bundle as well: a zip with the receipt, the data and what repeats the run;
                      - writes it to standard output, in place of the receipt. No file is overwritten.
  --help, -h          print this help

Without --manifest it begins with the baseline, the run that the lesson trains first.

Exit code: 0 trained; 2 anything else.

Examples:

  npm run -s train -- --set environment.seed=2026 --set environment.name=123
  npm run -s train -- --set data.edits=rows-reversed,rows-swapped > receipt.json
  npm run -s train -- --set 'code.comment=two words' --bundle run.zip
  npm run -s train -- --manifest receipt.json --set code.epochs=50
  npm run -s train | npm run -s verify -- -

Fields, what they take, and what they are in the baseline. Text is taken as it stands, and a list as its parts
between commas:

${fields.map(({ path, takes, usual }) => `  ${path.padEnd(width)}  ${takes} (${usual})`).join('\n')}
`;
