import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Receipt } from '$lib/experiment/receipt';
import { bundleOf } from '$lib/receipt';
import { BUNDLE_FILES } from '$lib/receipt/bundle/files';
import { baselineReceipt, recordedReceipt } from './receipts';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const bundle = bundleOf(baselineReceipt, BUNDLE_FILES);
const files = unzipSync(bundle);

interface Entity {
  readonly '@id': string;
  readonly '@type': string | string[];
  readonly [property: string]: unknown;
}

describe('the RO-Crate of a bundle', () => {
  const graphOf = (receipt: Receipt): Entity[] => {
    const unzipped = unzipSync(bundleOf(receipt, BUNDLE_FILES));
    const crate: unknown = JSON.parse(strFromU8(unzipped['ro-crate-metadata.json']!));
    return (crate as { '@graph': Entity[] })['@graph'];
  };
  const graph = graphOf(baselineReceipt);
  const find = (id: string, among = graph): Entity => {
    const found = among.filter((entity) => entity['@id'] === id);
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  it('describes itself and its root as version 1.1 asks', () => {
    expect(find('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' }
    });
    const root = find('./');
    expect(root['@type']).toBe('Dataset');
    expect(root.name).toContain(baselineReceipt.result.digest);
    expect(root.description).toContain('85 of 100');
    expect(root.datePublished).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(root.license).toEqual({ '@id': 'https://spdx.org/licenses/MIT' });
  });

  it('lists every other file with its size and SHA-256', () => {
    const listed = find('./').hasPart as { '@id': string }[];
    const others = Object.keys(files).filter((path) => path !== 'ro-crate-metadata.json');
    expect(listed.map(({ '@id': id }) => id)).toEqual(others);
    for (const path of others) {
      const file = find(path);
      expect([file['@type']].flat()).toContain('File');
      expect(file.contentSize).toBe(String(files[path]!.length));
      expect(file.sha256).toBe(sha256(files[path]!));
      expect(file.name).toBeTruthy();
      expect(file.encodingFormat).toMatch(/^\w+\/[\w.-]+$/);
    }
    expect(find('penguins.csv').license).toEqual({
      '@id': 'https://creativecommons.org/publicdomain/zero/1.0/'
    });
  });

  it('states the profile that it follows, who publishes it, and no time that nobody recorded', () => {
    const profile = 'https://w3id.org/ro/wfrun/process/0.5';
    expect(find('./')).toMatchObject({
      conformsTo: { '@id': profile },
      publisher: { '@id': '#retrace-contributors' },
      mentions: { '@id': '#run' }
    });
    expect(find(profile)).toMatchObject({ '@type': 'CreativeWork', version: '0.5' });
    expect(find('#run')).toMatchObject({ '@type': 'CreateAction', instrument: { '@id': '#retrace' } });
    expect(find('#run').description).toContain('no endTime is stated');
    expect(find('#run').endTime).toBeUndefined();
  });

  it('is flat, and refers to nothing that it does not describe', () => {
    for (const among of [graph, graphOf(recordedReceipt)]) {
      const ids = among.map((entity) => entity['@id']);
      expect(new Set(ids).size).toBe(ids.length);
      const outside = ['https://w3id.org/ro/crate/1.1'];
      for (const entity of among) {
        for (const value of Object.values(entity).flat()) {
          if (typeof value !== 'object' || value === null) continue;
          expect(Object.keys(value)).toEqual(['@id']);
          expect([...ids, ...outside]).toContain((value as Entity)['@id']);
        }
      }
    }
  });

  it('names who ran it where that was recorded', () => {
    const recorded = graphOf(recordedReceipt);
    const creator = find('./', recorded).creator as { '@id': string };
    expect(find(creator['@id'], recorded)).toEqual({ '@id': '#user', '@type': 'Person', name: 'ada' });
    expect(find('./').creator).toEqual({ '@id': '#retrace-contributors' });
  });
});
