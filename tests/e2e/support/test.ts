import { test as base } from '@playwright/test';
import { Lesson } from './lesson';

interface Fixtures {
  lesson: Lesson;
  /** What a test expects to be complained of in the console; anything else fails it. */
  expectedErrors: RegExp | null;
}

/** Every journey also proves that nothing is complained of in the console, and that no other host is asked. */
export const test = base.extend<Fixtures>({
  contextOptions: async ({ contextOptions }, use) => use({ ...contextOptions, reducedMotion: 'reduce' }),
  expectedErrors: [null, { option: true }],
  lesson: async ({ page, baseURL, expectedErrors }, use) => {
    const complaints: string[] = [];
    const complain = (text: string) => {
      if (!expectedErrors?.test(text)) complaints.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('pageerror', (error) => complain(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url))
        complain(`asked another host: ${url}`);
    });
    await use(new Lesson(page));
    base.expect(complaints).toEqual([]);
  }
});

export { expect } from '@playwright/test';
