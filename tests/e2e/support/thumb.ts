import { expect, type Locator, type Page } from '@playwright/test';

/** Scrolls the page with a thumb that comes down on something, as touch screens tell of it. */
export async function scrollByThumb(page: Page, target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, width, height } = (await target.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const from = await page.evaluate(() => scrollY);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + 0.7 * width, y: y + height / 2 - up }]
    });
  await touch('touchStart', 0);
  for (let up = 10; up <= 200; up += 10) await touch('touchMove', up);
  await touch('touchEnd', 200);
  await expect.poll(() => page.evaluate(() => scrollY), 'scrolled').toBeGreaterThan(from + 50);
  await session.detach();
}
