import type { Page } from '@playwright/test';

/**
 * What an engine makes of the page that knows neither popovers, nor dialogs closed by a press beside them, nor what is
 * called when idle: no such attribute, method or selector. Its policy has to be bypassed: the hashes in it are those
 * of the page as it was.
 */
export async function asInAnOldEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
    }
    Reflect.deleteProperty(window, 'requestIdleCallback');
  });
  await page.route('**/*', async (route) => {
    if (!['document', 'stylesheet', 'script'].includes(route.request().resourceType()))
      return route.continue();
    const response = await route.fetch();
    const body = (await response.text())
      .replaceAll('popover="auto"', '')
      .replaceAll(':popover-open', ':no-such')
      .replaceAll('popovertarget=', 'data-no-such=')
      .replaceAll('closedby="any"', '');
    return route.fulfill({ response, body });
  });
}
