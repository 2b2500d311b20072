import type { Manifest } from '$lib/experiment';
import { PAIRS, type Traces } from '$lib/machine/deep/questions';
import type { Both, Trace } from '$lib/trainer/lab';
import { trace } from '$lib/trainer/trace';
import { penguins } from '../../trainer/penguins';

function traced({ then, later }: Both<Manifest>): Trace {
  const epochs = trace(then, later, penguins);
  for (;;) {
    const step = epochs.next();
    if (step.done) return step.value;
  }
}

/** Both pairs, really traced. */
export const traces: Traces = { slow: traced(PAIRS.slow), fast: traced(PAIRS.fast) };
