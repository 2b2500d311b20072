export const investigation = {
  title: 'Investigation',
  intro:
    'Here is everything that was saved, next to everything that was loaded. Put back the things that should not have changed, then run again.',
  /** Nothing differs but the result. */
  unexplained:
    'Nothing was changed, and still the result differs: it differs from run to run on the same machine. This page’s own trainer never does that, because it adds its numbers in one fixed order. Other systems need deterministic algorithms and a fixed number of threads: use them, and record both.',
  stillDiffers: 'The re-run still differs: {causes} is not put back yet.',
  solved: 'Found and fixed. The re-run matches again, so trust is restored.',
  known: 'Found and fixed. The re-run is known to match.',
  fixed: 'Everything is as it was saved. Run the training again to see whether that was the cause.',
  partly: {
    one: '{n} difference is left. Run again to see whether it matters, or put it back first.',
    other: '{n} differences are left. Run again to see whether they matter, or put them back first.'
  },
  parts: { code: 'Code', data: 'Data', environment: 'Environment' },
  noDifference: 'no difference',
  saved: 'saved',
  loaded: 'loaded',
  restore: 'Restore {drift}',
  restoreShort: 'Restore',
  undo: 'Undo restoring {drift}',
  undoShort: 'Undo',
  restored: 'restored',
  restoreAll: 'Restore all',
  rerun: 'Run the training again',
  lab: 'Take it apart in the Lab'
};
