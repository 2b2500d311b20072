/** What is read where the app does not run: in the pages from their first byte, and in none of its code. */
export const cannotStart = {
  noScript:
    'This page trains a real model with JavaScript, which is off here. The lesson below shows a run in which nothing has changed, with the result that the model reached when this page was built.',
  file: {
    title: 'This page cannot start from a file.',
    text: 'Browsers run no modules from files. Start one of these commands in the folder of this page, and open the address that it prints:',
    commands: ['python3 -m http.server', 'npx serve']
  },
  frame: {
    title: 'This page cannot start in this frame.',
    text: 'The frame is closed to the code of the page. Open it in a tab of its own:',
    tab: 'this address'
  },
  code: {
    title: 'This page cannot start.',
    text: 'Some of its code came incomplete, or this browser is too old for it. Reload the page. If that does not help, use a current version of Firefox, Chrome, Edge or Safari.'
  },
  download: {
    title: 'This page is not complete.',
    text: 'Some of its code did not arrive: the connection broke, or a newer version was published in this moment. Reload the page.'
  },
  slow: {
    title: 'This page is not ready yet.',
    text: 'Its code is still on its way. Wait a little longer, or reload the page.'
  },
  reload: 'Reload the page',
  kept: 'Nothing that you made is lost.'
};
