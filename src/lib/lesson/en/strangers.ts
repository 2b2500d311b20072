/** What is said of the other files of a bundle, on the page and in terminals alike: so it keeps to ASCII. */
export const strangers = {
  changed: 'Not the one that Retrace makes, do not run it: {paths}.',
  unknown: 'Retrace puts no such file in a bundle, do not run it: {paths}.',
  'line-ends': 'The same text with other line ends, as Git and editors make them on Windows: {paths}.',
  uncompared:
    'The other files of this bundle could not be compared with those that Retrace makes: do not run them.',
  more: '{paths} and {n} more'
};
