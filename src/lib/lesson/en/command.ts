/** Why the command line does not do what it was asked: by its code, what is wrong and what to do. */
export const commandRefusals = {
  'no-option': 'There is no option {name}; see --help.',
  'no-value': '--{name} takes no value.',
  'needs-value': '--{name} takes a value; see --help.',
  twice: '--{name} is there twice; see --help.',
  surplus: 'There is no use for "{word}"; see --help.',
  'no-receipt': 'Say which receipt to verify: a receipt.json, a bundle, a folder or a link; see --help.',
  'one-receipt-from-input': 'Only one of two receipts can be standard input.',
  'no-environments': 'Say which two environments to compare: two files, folders, or - for one; see --help.',
  'one-environment-from-input': 'Only one of two environments can be standard input.',
  'no-environment': '{source}: {why}',
  'both-printed': '--link and --bundle - cannot both be printed.',
  'no-change': '--set got {change}, but takes a field and its value, such as environment.seed=2026.',
  'manifest-too-large': 'This is larger than 256 KB, and no manifest is.',
  'no-manifest': 'The manifest cannot be read: {why}',
  'no-file': 'There is no file {path}.',
  'no-address': '{address} is no address of a file here: name its path.',
  'more-than-a-bundle':
    '{folder} holds more than a bundle does: name a folder with an unpacked bundle alone.',
  'more-than-a-run': '{folder} holds more than the folder of one run does.',
  'is-there': '{path} is there and is not overwritten: remove it, or name another file.',
  'not-written': '{path} cannot be written: {why}.',
  'not-printed': 'The output cannot be written: {why}.'
};
