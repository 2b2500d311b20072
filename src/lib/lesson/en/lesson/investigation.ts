/** The investigation: what was saved beside what was loaded. */
export const investigation = {
  title: 'Investigation',
  parts: { code: 'Code', data: 'Data', environment: 'Environment' },
  open: 'Open',
  allEqual: 'all {n} equal',
  differs: { one: '{n} of {total} differs', other: '{n} of {total} differ' },
  restored: 'put back',
  equal: 'Equal: not the cause',
  /** An equal part as a whole. The lines are of the execution sample, with its numbers. */
  whole: {
    code: {
      lines:
        'params = {hidden: {hiddenUnits}, epochs: {epochs},\n          batch: {batchSize}, rate: {learningRate}}\nrun = train_model(data, params)',
      caption: 'the same lines as then'
    },
    data: '{rows} rows, each equal, in the same order'
  },
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
