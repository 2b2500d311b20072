/** The investigation: what was saved beside what was loaded. */
export const investigation = {
  title: 'Investigation',
  parts: { code: 'Code', data: 'Data', environment: 'Environment' },
  open: 'Open',
  allEqual: 'all {n} equal',
  differs: { one: '{n} of {total} differs', other: '{n} of {total} differ' },
  restored: 'put back',
  equal: 'Equal: not the cause',
  saved: 'saved',
  loaded: 'loaded',
  putBack: 'Put back',
  putBackLabel: 'Put back: {field}',
  undo: 'Undo',
  undoLabel: 'Undo: {field}',
  /** Values that read better as words. */
  values: {
    last: 'of the last epoch'
  }
};
