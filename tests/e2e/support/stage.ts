import { expect, type Locator } from '@playwright/test';
import type { Lesson } from './lesson';

/** The stage stands between header and bar, no wider than the window, with nothing scrolled. */
export async function expectBetweenHeaderAndBar(lesson: Lesson, state: string): Promise<void> {
  const { page } = lesson;
  const at = async (target: Locator) => (await target.boundingBox())!;
  const [header, stage, bar] = [
    await at(page.getByRole('banner')),
    await at(lesson.stage),
    await at(lesson.bar)
  ];
  expect(await page.evaluate(() => scrollY), `${state}: scrolled`).toBe(0);
  expect(stage.y, `${state}: below the header`).toBeGreaterThanOrEqual(header.y + header.height - 0.5);
  expect(stage.y + stage.height, `${state}: above the bar`).toBeLessThanOrEqual(bar.y + 0.5);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${state}: wider than the window`).toBeLessThanOrEqual(0);
}

/** What keeps its content within itself. */
const BOXES = [
  '.stage',
  '.rail',
  '.stage > p',
  '.main',
  '.choice label',
  '.run',
  '.run .map',
  '.run .label',
  '.column',
  '.card',
  '.ledger',
  '.stage button'
];

/** Where text or a control leaves the box that it is in, or lies on another text; runs in the page. */
function findSpills(boxes: readonly string[]): string[] {
  const NEAR = 1;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden-visually');
  /** Whether something is clipped where it lies: what scrolls within itself may hold more than it shows. */
  const isClipped = (element: Element, { top, bottom, left, right }: DOMRect): boolean => {
    for (let parent: Element | null = element; parent && parent.tagName !== 'BODY';) {
      const style = getComputedStyle(parent);
      const box = parent.getBoundingClientRect();
      if (style.clipPath !== 'none') return true;
      const outside =
        bottom > box.bottom + 1 || top < box.top - 1 || right > box.right + 1 || left < box.left - 1;
      if (style.overflowY === 'auto' && outside) return true;
      parent = parent.parentElement;
    }
    return false;
  };
  interface Piece {
    readonly what: string;
    readonly element: Element;
    readonly rect: DOMRect;
  }
  const stage = document.querySelector('.stage')!;
  const texts: Piece[] = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const element = text.parentElement!;
    if (text.data.trim() === '' || element.closest('svg') || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { x, y, width, height } of range.getClientRects()) {
      // Fonts are higher than their letters.
      const rect = new DOMRect(x, y + 0.15 * height, width, 0.7 * height);
      if (width > 0 && !isClipped(element, rect))
        texts.push({ what: text.data.trim().slice(0, 40), element, rect });
    }
  }
  const controls = [...stage.querySelectorAll('button, input, [role="listbox"]')]
    .filter(isShown)
    .map((element) => ({
      what: element.outerHTML.slice(0, 60),
      element,
      rect: element.getBoundingClientRect()
    }))
    .filter(({ element, rect }) => !isClipped(element, rect));

  const found: string[] = [];
  for (const selector of boxes) {
    for (const box of document.querySelectorAll(selector)) {
      if (!isShown(box)) continue;
      const frame = box.getBoundingClientRect();
      for (const { what, element, rect } of [...texts, ...controls]) {
        if (element === box && !texts.some((text) => text.element === element)) continue;
        if (!box.contains(element)) continue;
        const out = Math.max(
          frame.left - rect.left,
          rect.right - frame.right,
          frame.top - rect.top,
          rect.bottom - frame.bottom
        );
        if (out > NEAR) found.push(`${selector}: “${what}” sticks out by ${Math.round(out)}`);
      }
    }
  }
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > 2 && down > 1)
        found.push(
          `“${one.what}” and “${other.what}” lie on each other by ${Math.round(across)} × ${Math.round(down)}`
        );
    }
  });
  return [...new Set(found)];
}

/** Nothing in the stage sticks out of its box, is cut off by it, or lies on another text. */
export async function expectNothingSpills(lesson: Lesson, state: string): Promise<void> {
  expect.soft(await lesson.page.evaluate(findSpills, BOXES), state).toEqual([]);
}

/** All of something is seen: in the window and above the bar, cut off by nothing. */
export async function expectSeen(lesson: Lesson, targets: Readonly<Record<string, Locator>>): Promise<void> {
  const bar = (await lesson.bar.boundingBox())!;
  for (const [what, target] of Object.entries(targets)) {
    await expect(target, what).toBeInViewport({ ratio: 0.98 });
    const { y, height, width } = (await target.boundingBox())!;
    expect(y + height, `${what} is above the bar`).toBeLessThanOrEqual(bar.y + 0.5);
    expect(Math.min(height, width), `${what} has a size`).toBeGreaterThan(5);
  }
  expect(await lesson.page.evaluate(() => scrollY), 'without scrolling').toBe(0);
}
