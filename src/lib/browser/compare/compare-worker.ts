import { recordedIn } from '../../experiment/environment/aspects';
import { compareEnvironments } from '../../experiment/environment/diff';
import type { Environment } from '../../experiment/environment/environment';
import { KNOWN_CHANGES } from '../../experiment/environment/known-changes';
import { candidatesOf } from '../../experiment/environment/search';
import { readGiven } from '../../receipt/given-environment';
import type { Compared, FromReader, Summary, ToReader } from './protocol';

const environments: [Environment | null, Environment | null] = [null, null];

const summaryOf = (environment: Environment): Summary => ({
  format: environment.format,
  things: environment.items.size,
  platforms: environment.platforms,
  platform: environment.platform,
  recorded: recordedIn(environment)
});

function compared(): Compared | null {
  const [a, b] = environments;
  if (!a || !b) return null;
  const comparison = compareEnvironments(a, b);
  const ids = new Set([...comparison.conditions, ...comparison.differences.flatMap(({ known }) => known)]);
  const onRecord = Object.fromEntries(
    KNOWN_CHANGES.filter(({ id }) => ids.has(id)).map((change) => [change.id, change])
  );
  return { comparison, onRecord, ...candidatesOf(comparison) };
}

function answer({ id, side, files, platform }: ToReader): FromReader {
  environments[side] = null;
  if (files === null) return { id, read: null, compared: null };
  const read = readGiven(files, platform);
  if (!read.ok) return { id, read, compared: null };
  environments[side] = read.value;
  return { id, read: { ok: true, value: summaryOf(read.value) }, compared: compared() };
}

addEventListener('message', ({ data }: MessageEvent<ToReader>) => postMessage(answer(data)));
