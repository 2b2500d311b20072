/** The list of keys. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  list: [
    { keys: ['→'], does: 'next step' },
    { keys: ['←'], does: 'previous step' },
    { keys: ['space'], does: 'play or pause' },
    { keys: ['R'], does: 'reset' },
    { keys: ['D'], does: 'environment differs, on or off' },
    { keys: ['?'], does: 'this list' }
  ]
};
