import { expect, type Locator, type Page } from '@playwright/test';
import type { Lesson } from './lesson';

/** Another size of the window, and what is measured of it has been set, which is so a frame later. */
export async function resizeTo(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  );
}

/**
 * The same moment in a window of each of these sizes, in their order: what leads there is walked once. It goes on in
 * the last one.
 */
export async function atEachSize(
  page: Page,
  sizes: readonly (readonly [width: number, height: number])[],
  look: (size: string) => Promise<void>
): Promise<void> {
  for (const [width, height] of sizes) {
    await resizeTo(page, width, height);
    await look(`${width} × ${height}`);
  }
}

/** The page is no wider than its window. */
export async function expectNoOverflow({ page }: { readonly page: Page }, state: string): Promise<void> {
  const { over, wide } = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    const wide = [...document.querySelectorAll('body *')]
      .filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 0.5
      )
      .map((element) => element.outerHTML.slice(0, 80));
    return { over, wide: over > 0 ? wide.slice(0, 3) : [] };
  });
  expect(over, `${state}: ${wide.join(' ')}`).toBeLessThanOrEqual(0);
}

/** All of something can be seen now: it is within the window, and above the bar. */
export async function expectInView(lesson: Lesson, target: Locator, what: string): Promise<void> {
  const bar = (await lesson.bar.boundingBox())!;
  await expect
    .poll(async () => {
      const box = (await target.boundingBox())!;
      return { top: box.y >= -0.5, bottom: box.y + box.height <= bar.y + 0.5 };
    }, `${what} is in view above the bar`)
    .toEqual({ top: true, bottom: true });
}

/** Whatever can be pressed is large enough for a finger; links within a sentence flow with it. */
export async function expectLargeTargets({ page }: { readonly page: Page }, state: string): Promise<void> {
  const small = await page.evaluate(() => {
    const inSentence = (element: Element) =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node instanceof Text && /\w/.test(node.data)
      );
    return (
      [...document.querySelectorAll('button, select, summary, a[href], input')]
        .filter((element) => !inSentence(element))
        .map((element) => ({ element, target: element.closest('label') ?? element }))
        // A link that skips is clipped away, until the keyboard is on it.
        .filter(({ target }) => target.checkVisibility() && getComputedStyle(target).clipPath === 'none')
        .map(({ element, target }) => ({ element, box: target.getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => width < 24 || height < 24)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 100)}: ${box.width} × ${box.height}`)
    );
  });
  expect(small, state).toEqual([]);
}
