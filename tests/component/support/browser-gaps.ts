/**
 * What every browser has and jsdom does not, as far as the components need it:
 * media queries that never match, sizes that never change, dialogs and popovers.
 */
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {}
  });

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true;
};

HTMLDialogElement.prototype.close ??= function () {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

/** Tells as a browser does whether a popover is shown. */
function toggle(popover: HTMLElement, newState: 'open' | 'closed') {
  popover.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
}

HTMLElement.prototype.showPopover ??= function () {
  toggle(this, 'open');
};

HTMLElement.prototype.hidePopover ??= function () {
  toggle(this, 'closed');
};
