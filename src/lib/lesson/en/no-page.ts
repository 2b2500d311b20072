/** Where a page would be and none is. Every first page loads these words, so there are few. */
export const noPage = {
  unknown: 'There is no page at this address.',
  unloaded: 'This page could not be loaded.',
  home: 'Go to the lesson',
  reload: 'Reload the page'
};
