import type { Locator, Page } from '@playwright/test';

/** How far a channel of a pixel has to be off for it to look different. */
const SEEN = 64;

/**
 * The share of pixels, in per cent, that look different in two pictures of the same size.
 * @param page an empty one: the site's policy lets nothing in.
 */
export const differingPixels = (page: Page, before: Buffer, after: Buffer): Promise<number> =>
  page.evaluate(
    async ([one, other, seen]) => {
      const pixels = async (base64: string) => {
        const bitmap = await createImageBitmap(
          new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))])
        );
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      const width = Math.min(a.width, b.width);
      const height = Math.min(a.height, b.height);
      let differing = 0;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const off = [0, 1, 2].map((channel) =>
            Math.abs(a.data[4 * (y * a.width + x) + channel]! - b.data[4 * (y * b.width + x) + channel]!)
          );
          if (Math.max(...off) > seen) differing++;
        }
      }
      return (100 * differing) / (width * height);
    },
    [before.toString('base64'), after.toString('base64'), SEEN] as const
  );

/** A picture of something at rest, with the pointer elsewhere and nothing of the bar before it. */
export async function pictureOf(target: Locator): Promise<Buffer> {
  const page = target.page();
  await page.mouse.move(0, 0);
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return target.screenshot({ animations: 'disabled' });
}
