import { expect, test as base } from '@playwright/test';
import { Lab } from './lab';
import { Lesson } from './lesson';
import { BUILD, staticHost } from './static-host';
import { takeTrainings, type Trainings } from './trainings';

interface Options {
  /** Most journeys do without pauses; those about motion ask for it. */
  motion: 'reduce' | 'no-preference';
  /** What a test expects to be complained of; anything else fails it. */
  expectedComplaints: readonly RegExp[];
}

interface Fixtures {
  lesson: Lesson;
  lab: Lab;
  /** Ask for them, and they are in hand from before the page opens. */
  trainings: Trainings;
  promises: void;
}

/**
 * Every journey also proves the promises that hold everywhere: nothing is complained of in the console (by
 * scripts, hydration or the content security policy), no other host is asked, and no cookie is set.
 */
export const test = base.extend<Options & Fixtures, { readonly host: string }>({
  // What is published, as GitHub Pages serves it.
  host: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture asks for
    async ({}, use) => {
      const { origin, close } = await staticHost(BUILD, { headers: { 'cache-control': 'max-age=600' } });
      await use(origin);
      await close();
    },
    { scope: 'worker' }
  ],

  baseURL: ({ host }, use) => use(host),

  motion: ['reduce', { option: true }],
  expectedComplaints: [[], { option: true }],

  contextOptions: async ({ contextOptions, motion }, use) =>
    use({ ...contextOptions, reducedMotion: motion }),

  promises: [
    async ({ context, baseURL, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (!expectedComplaints.some((expected) => expected.test(text))) complaints.push(text);
      };
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complain(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const here = baseURL === undefined || origin === new URL(baseURL).origin;
        if (!here && !['data:', 'blob:'].includes(protocol)) complain(`asked elsewhere: ${request.url()}`);
      });
      await use();
      expect(complaints, 'what the page complained of').toEqual([]);
      expect(await context.cookies(), 'cookies').toEqual([]);
    },
    { auto: true }
  ],

  lesson: async ({ page }, use) => use(new Lesson(page)),

  lab: async ({ page }, use) => use(new Lab(page)),

  trainings: async ({ page }, use) => use(await takeTrainings(page))
});

export { expect };
