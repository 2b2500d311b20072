import { PARTS } from '../lib/experiment';
import type { Receipt } from '../lib/experiment/receipt';

/** What no computation reads: a re-run gives the same result whatever stands there, and says nothing of it. */
const NOTES = [
  'code.comment',
  ...['name', 'library', 'host', 'timeZone', 'user'].map((name) => `environment.${name}`)
];

/** The fields of a receipt that its re-run does not check. */
export function notChecked({ manifest, prediction }: Receipt): readonly string[] {
  const recorded = PARTS.flatMap((part) => Object.keys(manifest[part]).map((name) => `${part}.${name}`));
  return [
    ...NOTES.filter((path) => recorded.includes(path)).map((path) => `manifest.${path}`),
    ...(prediction === undefined ? [] : ['prediction'])
  ];
}
