import type { FirstExam, FreshExam } from '$lib/machine/lab/leak/study';
import { sharedPenguins } from '$lib/views/lab/compare/pair';
import { FRESH_SEEDS, recipes } from '$lib/machine/lab/leak/study';
import { realRun } from '../../../machine/fake-trainer';

const record = (manifest: Parameters<typeof realRun>[0]) => realRun(manifest).record;

/** The epoch that the leak keeps, found the long way: the first up to which a training gives its digest. */
function chosenEpoch(): number {
  const { digest } = record(recipes.leaky());
  for (let epoch = 1; ; epoch++) if (record(recipes.upTo(epoch)).digest === digest) return epoch;
}

/** The first exam and the fresh ones, really taken. */
export const first: FirstExam = {
  leaky: record(recipes.leaky()),
  again: record(recipes.leaky()),
  honest: record(recipes.honest()),
  epoch: chosenEpoch()
};

export const exams: readonly FreshExam[] = FRESH_SEEDS.map((splitSeed) => {
  const kept = record(recipes.upTo(first.epoch, splitSeed));
  return {
    splitSeed,
    kept: kept.accuracy,
    honest: record(recipes.honest(splitSeed)).accuracy,
    anew: record(recipes.leaky(splitSeed)).accuracy,
    shared: sharedPenguins(first.leaky, kept)
  };
});
