/** Tries as rows of a matrix: what was put back in each, and what came of it. For the Lab's search and for cases. */
export const tries = {
  columns: { result: 'Accuracy', outcome: 'Outcome' },
  /** The heads of fields, for those who listen. */
  cells: { back: 'put back', left: 'left' },
  signs: { back: 'put back, as in the first run', left: 'left as in the re-run' },
  flips: { one: '{n} flip', other: '{n} flips', none: 'no flips' },
  sameDigest: 'same bits',
  noResult: '–',
  refused: 'The trainer refused it: {message}',
  outcome: { broken: 'still broken', repaired: 'repaired', running: 'training …' }
};
