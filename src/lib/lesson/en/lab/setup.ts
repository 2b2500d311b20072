/** Choosing what the re-run met: the catalogue of drifts, and every field by hand. */
export const setup = {
  title: 'What the re-run met',
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Reset',
  choose: 'Choose what differs',
  close: 'Close the choice',
  differences: {
    title: { one: '{n} field is not as recorded', other: '{n} fields are not as recorded' },
    none: 'Nothing differs: the re-run is a second training of the same manifest.',
    putBack: 'Put back',
    putBackField: 'Put {field} back',
    before: 'first run',
    after: 're-run'
  },
  bothDiffer: {
    one: '{n} field of both runs is not the one of the lesson.',
    other: '{n} fields of both runs are not those of the lesson.'
  },
  parts: { code: 'Code', data: 'Data', environment: 'Environment' },
  catalogue: 'Drifts',
  chosen: '{n} on',
  harmless: 'harmless',
  card: {
    open: 'What is {name}?',
    changes: 'What it changes',
    change: '{field}: {before} → {after}',
    add: '{field}: adds {after}',
    world: 'In the real world',
    fact: 'The fact',
    source: 'Source',
    todo: 'What to do',
    advice: { pin: 'Pin it', lock: 'Lock it', record: 'Record it', test: 'Test for it' }
  },
  fields: {
    title: 'Every field by hand',
    run: 'Change',
    later: 'the re-run',
    then: 'both runs',
    fixed: 'the only one that this app carries',
    notRecorded: 'not recorded',
    order: 'in the order of the manifest: {list}'
  },
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
  }
};
