import type { TrainerFailure } from '../trainer';
import type { Progress } from '../trainer/lab';

/** Work under way, from before it began to how it ended. What it is about is told by the key it was started with. */
export type Work<Result> =
  | { readonly at: 'idle' }
  /** Progress is null until the first step is done. */
  | { readonly at: 'running'; readonly progress: Progress | null; readonly paused?: true }
  | { readonly at: 'done'; readonly result: Result }
  | { readonly at: 'cancelled' }
  | ({ readonly at: 'failed' } & Pick<TrainerFailure, 'kind' | 'reason'>);
