/*
 * Runs before everything else, in the page itself and in words that every browser reads (ES5, no module): whatever
 * tells why the app does not start must not need what the app needs. The sentences are in CannotStart.svelte.
 */
(function () {
  /** How long a page may take until it says that it takes long, in milliseconds. */
  var PATIENCE = 15000;
  var root = document.documentElement;

  /** @param {() => void} callback called once the page has been read */
  function whenRead(callback) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', callback);
    else callback();
  }

  /** @param {{ name?: string, message?: string } | undefined} error what was thrown */
  function reasonOf(error) {
    if (location.protocol === 'file:') return 'file';
    if (self.origin === 'null') return 'frame';
    // Each engine has its own sentence for a module that did not come; what they share is the kind of error.
    var isDownload = error && error.name === 'TypeError' && /import|fetch|load/i.test(error.message || '');
    return isDownload ? 'download' : 'code';
  }

  /** @param {string} reason */
  function show(reason) {
    var notice = document.getElementById('cannot-start');
    var sentence = notice && notice.querySelector('[data-reason="' + reason + '"]');
    if (!notice || !sentence) return;
    var link = sentence.querySelector('a');
    var button = sentence.querySelector('button');
    // The address with its query and fragment; a frame that was given its text has that of its page instead.
    if (link)
      link.textContent = link.href = location.protocol === 'about:' ? document.baseURI : location.href;
    if (button)
      button.onclick = function () {
        location.reload();
      };
    notice.hidden = false;
    sentence.removeAttribute('hidden');
  }

  /**
   * The app will not come: what reads without it is shown, and what could only be operated is not.
   *
   * @param {{ name?: string, message?: string } | undefined} error what was thrown
   */
  function stop(error) {
    whenRead(function () {
      // The root layout takes the notice away when all of the page can be operated.
      if (!document.getElementById('cannot-start') || root.hasAttribute('data-stopped')) return;
      root.setAttribute('data-stopped', '');
      show(reasonOf(error));
      var plain = document.querySelector('noscript[data-reads]');
      if (plain) plain.insertAdjacentHTML('beforebegin', plain.textContent || '');
    });
  }

  addEventListener('error', function (event) {
    if (event.error) stop(event.error);
  });
  addEventListener('unhandledrejection', function (event) {
    stop(event.reason);
  });
  setTimeout(function () {
    if (!root.hasAttribute('data-stopped')) show('slow');
  }, PATIENCE);

  // Some hosts answer /lab with the page of /lab/, whose relative paths lead astray there.
  var isPage = document.currentScript && document.currentScript.hasAttribute('data-page');
  if (isPage && /^http/.test(location.protocol) && !/(\/|\.html)$/.test(location.pathname)) {
    location.replace(location.pathname + '/' + location.search + location.hash);
  }
})();
