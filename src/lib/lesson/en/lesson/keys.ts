/** The list of keys. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  letters: 'Use the keys R, D and ?',
  lettersWhy: 'Switch them off if you speak to your device, or if you press them by mistake.',
  list: [
    { keys: ['→', 'PgDn'], does: 'next step' },
    { keys: ['←', 'PgUp'], does: 'previous step' },
    { keys: ['space'], does: 'play or pause' },
    { keys: ['R'], does: 'reset' },
    { keys: ['D'], does: 'environment differs, on or off' },
    { keys: ['?'], does: 'this list' }
  ]
};
