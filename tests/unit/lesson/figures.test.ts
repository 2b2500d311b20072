import { median } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { BASELINE, percent } from '$lib/experiment';
import { lesson } from '$lib/lesson';
import { catalogueWords } from '$lib/lesson/catalogue';
import { transcript } from '$lib/lesson/reading';
import { describeTestSet, train } from '$lib/trainer';
import base64 from '$lib/trainer/simd/kernel.as.ts?wasm';
import { loadSimdKernel } from '$lib/trainer/simd/simd-kernel';
import { createSweepRunner } from '$lib/trainer/sweep-run';
import { isUsable } from '$lib/trainer/dataset';
import { prepare } from '$lib/trainer/prepare';
import { withFields } from '../trainer/manifests';
import { penguins } from '../trainer/penguins';

/** Figures that words state, measured again: who changes the trainer or a word changes both. */

const run = createSweepRunner(penguins, loadSimdKernel(Uint8Array.from(Buffer.from(base64, 'base64'))));
const accuracy = (seed: number, split: number) =>
  percent(run(withFields({ 'environment.seed': seed, 'data.splitSeed': split })).record.accuracy);

const { seed, splitSeed } = { ...BASELINE.environment, ...BASELINE.data };
const RUNS = 500;

/** Fifteen hundred trainings, which a busy machine may take its time for. */
const PATIENCE = { timeout: 300_000 };

function experiment(accuracyOf: (index: number) => number) {
  const values = Array.from({ length: RUNS }, (_, index) => accuracyOf(index));
  return { middle: median(values), least: Math.min(...values), most: Math.max(...values) };
}

describe('how honest the accuracy is: three experiments, each with a median of its own', PATIENCE, () => {
  it('other seeds on the split of the lesson', () => {
    const { least, most, middle } = experiment((index) => accuracy(seed + index, splitSeed));
    expect(transcript.honesty).toContain(
      `With the split of this lesson and ${RUNS} seeds, the accuracy runs from ${least}% to ${most}%, ` +
        `and the median (the middle one) is ${middle}%.`
    );
  });

  it('other splits with the seed of the lesson', () => {
    const { middle } = experiment((index) => accuracy(seed, splitSeed + 1 + index));
    expect(transcript.honesty).toContain(
      `With the seed of this lesson and ${RUNS} other splits, the median is ${middle}%.`
    );
  });

  it('other seeds on other splits', () => {
    const { middle } = experiment((index) => accuracy(seed + 1 + index, splitSeed + 1 + index));
    expect(transcript.honesty).toContain(
      `With ${RUNS} other seeds, each on one of those splits, it is ${middle}%.`
    );
  });
});

describe('what the model is', () => {
  const { record, weights } = train(BASELINE, penguins);
  const training = prepare(BASELINE, penguins).training.labels.length;

  it('is told in the transcript as it is trained', () => {
    expect(transcript.paragraphs[0]).toContain(`The network is ${weights.length} numbers`);
    expect(transcript.paragraphs[0]).toContain(
      `It learns from ${training} penguins and is tested on ${record.accuracy.total} others.`
    );
    expect(transcript.honestyTitle).toContain(`${percent(record.accuracy)}%`);
  });

  it('is told at the start as it is trained: who teaches it, who tests it, and who cannot', () => {
    const all = penguins.penguins.length;
    const usable = penguins.penguins.filter(isUsable).length;
    const tested = describeTestSet(BASELINE, penguins).penguins.length;
    expect(tested).toBe(record.accuracy.total);
    expect(training + tested).toBe(usable);
    expect(lesson.runs.stake.what).toContain(
      `Of ${all} penguins, ${training} teach it and ${tested} test it. The other ${all - usable} lack a measurement or a recorded sex.`
    );
  });

  it('is what the colleague claims at the start', () => {
    expect(lesson.process.news.idle).toContain(`with ${percent(record.accuracy)}% accuracy`);
  });

  it('is filled in, wherever a run is told of', () => {
    expect(lesson.process.news.trained).toContain('{then} of {total}');
    expect(lesson.process.news.retrained).toContain('{later} of {total}');
    expect(lesson.runs.fingerprintLabel).toContain('{weights}');
  });

  it('makes 14 batches of at most 17 rows, as the card on batches of 17 has it', () => {
    const { world } = catalogueWords['batches-of-17'].card;
    expect(world).toContain(`${training} rows in 14 batches are ${Math.ceil(training / 14)} rows each`);
    expect(Math.ceil(training / Math.ceil(training / 14))).toBe(14);
  });
});
