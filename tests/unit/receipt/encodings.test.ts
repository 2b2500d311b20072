import { describe, expect, it } from 'vitest';
import { linkOf, readLink } from '$lib/receipt';
import { canonicalJson } from '$lib/receipt/canonical-json';
import { parseReceipt } from '$lib/receipt/parse-receipt';
import { parseManifest } from '$lib/experiment/parse-manifest';
import { train } from '$lib/trainer';
import { digestOf, digestWeights } from '$lib/trainer/sha256';
import vectors from '../../vectors/encodings.json';
import { penguins } from '../trainer/penguins';

// docs/receipt.md hands these to whoever writes a program of their own.

it.each(vectors.canonicalJson)('canonical JSON: $name', ({ json, canonical }) => {
  expect(canonicalJson(JSON.parse(json))).toBe(canonical);
});

it('the digests of a run, and the bytes that they are taken of', () => {
  const { manifest, ...run } = vectors.digests;
  const parsed = parseManifest(manifest);
  if (!parsed.ok) throw new Error(parsed.reason.code);
  const { record, weights } = train(parsed.value, penguins);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const little = Buffer.alloc(8 * weights.length);
  weights.forEach((weight, index) => little.writeDoubleLE(weight, 8 * index));
  expect({
    weights: [...weights],
    weightsBytes: hex(little),
    digest: digestOf(little),
    testIds: record.testIds,
    predictions: record.predictions,
    predictionsBytes: hex(Uint8Array.from(record.predictions)),
    predictionsDigest: digestOf(Uint8Array.from(record.predictions)),
    accuracy: record.accuracy
  }).toEqual(run);
  expect(record).toMatchObject({ digest: run.digest, predictionsDigest: run.predictionsDigest });
  expect(digestWeights(Float64Array.from(run.weights))).toBe(run.digest);
});

describe.each(vectors.links)('the link to a receipt: $name', ({ canonical, fragment, storedFragment }) => {
  const receipt = parseReceipt(canonical);

  it('is read, however it was compressed', () => {
    expect(receipt.ok).toBe(true);
    expect(readLink(`https://a.example/verify#${fragment}`)).toEqual(receipt);
    expect(readLink(storedFragment)).toEqual(receipt);
  });

  it('is the one that is made here', () => {
    if (receipt.ok) expect(linkOf(receipt.value)).toBe(fragment);
  });
});
