/** The status tracker. */
export const tracker = {
  title: 'Status tracker',
  columns: {
    variable: 'Variable',
    start: 'Start',
    1: 'After step 1',
    3: 'After step 3',
    4: 'After step 4',
    final: 'Final'
  },
  rows: {
    environment: 'Environment',
    accuracy: 'Model accuracy',
    comparison: 'Result comparison'
  },
  percent: '{percent}%'
};
