/**
 * Where ddmin stands, in sizes only: `size` items are still suspected and cut in `blocks` parts, and of the
 * round's tests (each part by itself, then what each part leaves) number `test` is the next.
 */
export interface Round {
  readonly size: number;
  readonly blocks: number;
  readonly test: number;
}

/** How many tests a round has. Of two parts, each is what the other leaves. */
export const testsOf = (blocks: number): number => (blocks === 2 ? 2 : 2 * blocks);

export const firstRound = (size: number): Round => ({ size, blocks: 2, test: 0 });

/** Nothing smaller is left to test: one item, or single items of which none can be left out. */
export const isOver = ({ size, blocks, test }: Round): boolean =>
  size <= 1 || (blocks === size && test === testsOf(blocks));

/** The part that the next test is about, from `start` to before `end`, and whether it is left in or out. */
export function testedPart({ size, blocks, test }: Round): { start: number; end: number; leftOut: boolean } {
  const index = test % blocks;
  return {
    start: Math.floor((index * size) / blocks),
    end: Math.floor(((index + 1) * size) / blocks),
    leftOut: test >= blocks
  };
}

/** Where ddmin stands after the test: with fewer items when it was broken, else at the next test, or finer. */
export function afterTest(round: Round, broken: boolean): Round {
  const { size, blocks, test } = round;
  if (!broken) {
    const roundIsOver = test + 1 === testsOf(blocks) && blocks < size;
    return roundIsOver ? { size, blocks: Math.min(size, 2 * blocks), test: 0 } : { ...round, test: test + 1 };
  }
  const { start, end, leftOut } = testedPart(round);
  if (!leftOut) return firstRound(end - start);
  // Single items by themselves have all been tested; larger parts are cut anew, and are others.
  const fewer = blocks - 1;
  return { size: size - (end - start), blocks: fewer, test: blocks === size ? fewer : 0 };
}
