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
    none: 'Nothing differs: the re-run is a second training of the same manifest (the list of everything that a run depends on).',
    putBack: 'Put back',
    putBackField: 'Put back {field}',
    before: 'first run',
    after: 're-run'
  },
  bothDiffer: {
    one: 'In both runs, {n} field is not as in the lesson.',
    other: 'In both runs, {n} fields are not as in the lesson.'
  },
  catalogue: 'Drifts',
  chosen: '{n} on',
  more: { one: '{n} more', other: '{n} more' },
  fewer: 'Show fewer',
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
    fixed: 'the only value that this app has',
    ambiguous: '“{text}” can mean two numbers: write {thousands} or {number}.',
    order: 'in the order of the manifest: {list}'
  }
};
