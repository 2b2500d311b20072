import type { ManifestCode } from '../../experiment/parse-manifest';
import type { FailureCode } from '../../trainer/refusal';

/** Why something is no manifest, what fields take, and why a training gave no result: by the code of each. */
export const reasons: Readonly<Record<ManifestCode | FailureCode, string>> = {
  'no-manifest': 'A manifest is an object; this is {got}.',
  'no-field': '{path} is not a field of a manifest.',
  'no-part': '{path} is not a field of a manifest; it takes {parts}.',
  'no-field-of': '{path} is not a field of a manifest; {part} takes {fields}.',
  field: '{path} got {got}, but takes {takes}.',
  nothing: 'nothing',

  object: 'an object with {fields}',
  only: '{words}',
  'one-of': 'one of {words}',
  either: '{one} or {other}',
  whole: 'a whole number from {min} to {max}',
  number: 'a number from {min} to {max}',
  name: 'a name of 1 to 40 letters, digits, dots or dashes',
  line: 'a line of 1 to 80 printable characters',
  version: 'a version such as "1.4.0"',
  'time-zone': 'a time zone such as "Europe/Paris"',
  'our-data': '"{sha256}", the hash of the data this app carries',
  'two-columns': 'two different columns of {words}',
  edits: 'a list without repeats of {words}',
  sha256: 'a SHA-256 in 64 lower-case hexadecimal digits',
  prediction: '"match" or "mismatch", or nothing',
  engine: 'the name of an engine in 1 to 120 ASCII characters, or nothing',

  'other-data': 'The manifest was made with data whose SHA-256 is {sha256}, but the data here has {here}.',
  diverged:
    'In epoch {epoch} the weights outgrew what a number can hold: lower code.learningRate or code.l2.',
  'other-shape':
    'The weights of these runs cannot be compared one by one: code.hiddenUnits is {before} in one and {after} in the other.',
  cancelled: 'The training was cancelled before it ended.',
  'broke-down': 'The trainer broke down. Try again.',
  'broke-down-with': 'The trainer broke down ({words}). Try again.',
  stopped: 'The trainer stopped: {words}',
  unloaded:
    'The trainer could not be loaded: the connection broke, a newer version was published, or the host of this page lets no worker start. Reload the page: what you made is kept.',
  'no-python': 'Python could not be loaded. Is there a connection? Try again, or reload the page.',
  blocked:
    'This page trains in a worker, and none may start here. Open it in a tab of its own, or in another browser.'
};
