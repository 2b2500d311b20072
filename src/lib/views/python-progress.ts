import { fill } from '../lesson';
import { python } from '../lesson/python';
import type { Progress } from '../trainer/lab';

/** How far a program in Python is, by the epochs that it tells of. */
export const progressText = (progress: Progress | null): string =>
  progress ? fill(python.progress, { epoch: progress.done, epochs: progress.total }) : python.loading;
