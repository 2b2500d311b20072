/** A manifest in words: its parts, and the values of its fields that have names. */
export const manifest = {
  parts: { code: 'Code', data: 'Data', environment: 'Environment' },
  notRecorded: 'not recorded',
  edits: {
    'rows-reversed': 'rows reversed',
    'rows-swapped': 'two rows swapped',
    'row-duplicated': 'one row duplicated',
    'dot-as-female': '“.” read as FEMALE',
    'training-labels-flipped': 'five training labels flipped',
    'test-labels-corrected': 'five test labels corrected'
  },
  features: {
    bill_length_mm: 'bill length',
    bill_depth_mm: 'bill depth',
    flipper_length_mm: 'flipper length',
    body_mass_g: 'body mass'
  },
  /** The same at the start of a sentence or a heading. */
  featuresFirst: {
    bill_length_mm: 'Bill length',
    bill_depth_mm: 'Bill depth',
    flipper_length_mm: 'Flipper length',
    body_mass_g: 'Body mass'
  }
};
