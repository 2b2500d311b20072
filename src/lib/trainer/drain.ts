/** Runs a generator to its end, for those who do not want to watch. */
export function drain<Result>(steps: Generator<unknown, Result>): Result {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
